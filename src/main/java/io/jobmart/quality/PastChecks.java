package io.jobmart.quality;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.jobmart.tables.TableInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The last day of each source against what came before it: what is out of the ordinary, in words. */
final class PastChecks {
    private final TableInputs inputs;
    /** Records of the days, the last one first, by source; of sources that have enough of them to tell what is usual. */
    private final Map<String, List<Row>> days = new TreeMap<>();

    /** @param days of each {@code source_key} the last ones on which anything was read, the last one first: day, records */
    PastChecks(TableInputs inputs, Map<Long, List<Row>> days) {
        this.inputs = inputs;
        Map<Long, List<Row>> known = new TreeMap<>(days);
        known.values().removeIf(past -> !TrailingVolume.tells(past.size()));
        if (!known.isEmpty()) {
            String keys = known.keySet().stream().map(String::valueOf).collect(joining(", "));
            inputs.table("dim_source")
                    .where("source_key IN (" + keys + ")")
                    .select("source_key", "name")
                    .collectAsList()
                    .forEach(source -> this.days.put(source.getString(1), known.get(source.getLong(0))));
        }
    }

    List<String> volumes() {
        List<String> unusual = new ArrayList<>();
        if (inputs.published("load_file") == null) {
            // Whoever loads a history for the first time has nothing better to keep in its place.
            return unusual;
        }
        days.forEach((source, past) -> {
            List<Long> records = past.stream().map(day -> day.getLong(1)).toList();
            if (TrailingVolume.isUnusual(records) && !isPublished(source, past.get(0))) {
                unusual.add(source + ", " + past.get(0).getString(0) + ": " + TrailingVolume.inWords(records));
            }
        });
        return unusual;
    }

    /** What was published as it is has been looked at: loads of other sources need not answer for it. */
    private boolean isPublished(String source, Row day) {
        Dataset<Row> files = inputs.published("load_file");
        return files != null
                && files.join(inputs.table("dim_source"), "source_key")
                                .where(col("name")
                                        .equalTo(source)
                                        .and(col("as_of_date").cast("string").equalTo(day.getString(0))))
                                .agg(expr("coalesce(sum(records_read), 0)"))
                                .head()
                                .getLong(0)
                        == day.getLong(1);
    }

    List<String> nulls() {
        Dataset<Row> before = inputs.published("quality_metric");
        List<String> fallen = new ArrayList<>();
        if (days.isEmpty() || before == null) {
            return fallen;
        }
        String known = "regexp_extract(slice, ';status=([A-Z_]+)$', 1) IN (" + Coverage.KNOWN + ")";
        List<Row> rows = Coverage.onLastDay(inputs)
                .selectExpr("metric", "slice", "value AS now", "0D AS before")
                .union(before.where("metric LIKE '" + Coverage.ON_LAST_DAY + "%'")
                        .selectExpr("metric", "slice", "0D", "value"))
                .groupBy(
                        expr("regexp_extract(slice, '^source=(.*);status=[A-Z_]+$', 1) AS source"),
                        expr("substring(metric, " + (Coverage.ON_LAST_DAY.length() + 1) + ") AS field"))
                .agg(
                        expr("CAST(sum(IF(" + known + ", before, 0)) AS BIGINT)"),
                        expr("CAST(sum(before) AS BIGINT)"),
                        expr("CAST(sum(IF(" + known + ", now, 0)) AS BIGINT)"),
                        expr("CAST(sum(now) AS BIGINT)"))
                .orderBy("source", "field")
                .collectAsList();
        for (Row row : rows) {
            String source = row.getString(0);
            if (days.containsKey(source)
                    && KnownShare.hasFallen(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))) {
                fallen.add(row.getString(1) + " of " + source + ": "
                        + KnownShare.inWords(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
        }
        return fallen;
    }
}
