package io.jobmart.quality;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.jobmart.tables.Column;
import io.jobmart.tables.Reference;
import io.jobmart.tables.Rule;
import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import io.jobmart.tables.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Checks the tables of a snapshot, read back from where they were written, against their declarations: Parquet keeps
 * neither keys nor references nor NOT NULL, so nothing else would.
 *
 * <p>What can be told row by row (nulls, accepted values, rules) is counted for a whole table in one pass; what takes a
 * shuffle (keys, references) goes into one query for all tables.
 */
public final class Audit {
    /** Built from the audit's own results. */
    private static final String METRICS = "quality_metric";

    private Audit() {}

    /** The results of all checks, in the order of the tables; the tables are all written but {@code quality_metric}. */
    public static List<CheckResult> run(TableInputs inputs) {
        List<CheckResult> results = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        Dataset<Row> counts = null;
        for (Table table : Tables.all()) {
            if (table.name().equals(METRICS)) {
                continue;
            }
            List<Check> ofRows = rowChecks(table);
            checks.addAll(ofRows);
            List<Dataset<Row>> queries = new ArrayList<>();
            queries.add(countOf(inputs, table, ofRows));
            for (List<String> key : keys(table)) {
                String name = "unique(" + String.join(", ", key) + ")";
                checks.add(new Check(
                        table.name(),
                        name,
                        CheckLevel.ERROR,
                        String.join(", ", key) + " together stand in one row only"));
                queries.add(named(table.name(), name, repeated(inputs.table(table.name()), key)));
            }
            for (Reference reference : table.references()) {
                String name = "reference(" + String.join(", ", reference.columns()) + " -> " + reference.target() + ")";
                checks.add(new Check(
                        table.name(),
                        name,
                        CheckLevel.ERROR,
                        String.join(", ", reference.columns()) + " stands in " + reference.target()));
                queries.add(named(table.name(), name, dangling(inputs, table, reference)));
            }
            for (Dataset<Row> query : queries) {
                counts = counts == null ? query : counts.union(query);
            }
        }
        for (Map.Entry<Check, Dataset<Row>> check : acrossTables(inputs).entrySet()) {
            checks.add(check.getKey());
            counts = counts.union(named(check.getKey().table(), check.getKey().name(), check.getValue()));
        }
        Map<String, Long> found = new LinkedHashMap<>();
        for (Row row : counts.collectAsList()) {
            found.put(row.getString(0) + " " + row.getString(1), row.getLong(2));
        }
        for (Check check : checks) {
            long broken = found.get(check.table() + " " + check.name());
            results.add(new CheckResult(
                    check.table(),
                    check.name(),
                    check.level(),
                    broken == 0,
                    broken,
                    0,
                    (broken == 0 ? "Holds: " : broken + (broken == 1 ? " row breaks it: " : " rows break it: "))
                            + check.message()));
        }
        return results;
    }

    private record Check(String table, String name, CheckLevel level, String message, String condition) {
        Check(String table, String name, CheckLevel level, String message) {
            this(table, name, level, message, null);
        }
    }

    private static List<Check> rowChecks(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.nullable()) {
                checks.add(new Check(
                        table.name(),
                        "not_null(" + column.name() + ")",
                        CheckLevel.ERROR,
                        column.name() + " is never null",
                        "`" + column.name() + "` IS NOT NULL"));
            }
            if (!column.values().isEmpty()) {
                checks.add(new Check(
                        table.name(),
                        "accepted_values(" + column.name() + ")",
                        CheckLevel.ERROR,
                        column.name() + " is one of " + String.join(", ", column.values()),
                        column.values().stream()
                                .map(value -> "'" + value + "'")
                                .collect(joining(", ", "`" + column.name() + "` IN (", ")"))));
            }
        }
        for (Rule rule : table.rules()) {
            checks.add(new Check(table.name(), rule.name(), rule.level(), rule.message(), rule.condition()));
        }
        return checks;
    }

    /** All checks of single rows in one pass: columns {@code table, check, broken}. */
    private static Dataset<Row> countOf(TableInputs inputs, Table table, List<Check> checks) {
        String stack = checks.stream()
                .map(check -> "'" + check.name().replace("'", "\\'") + "', c" + checks.indexOf(check))
                .collect(joining(", ", "stack(" + checks.size() + ", ", ") AS (check, broken)"));
        org.apache.spark.sql.Column[] sums = new org.apache.spark.sql.Column[checks.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = expr("count_if(NOT (" + checks.get(i).condition() + "))").as("c" + i);
        }
        Dataset<Row> rows = inputs.table(table.name());
        return rows.agg(sums[0], java.util.Arrays.copyOfRange(sums, 1, sums.length))
                .select(lit(table.name()).as("table"), expr(stack));
    }

    private static List<List<String>> keys(Table table) {
        List<List<String>> keys = new ArrayList<>();
        if (!table.key().isEmpty()) {
            keys.add(table.key());
        }
        if (!table.naturalKey().isEmpty()) {
            keys.add(table.naturalKey());
        }
        return keys;
    }

    private static Dataset<Row> repeated(Dataset<Row> rows, List<String> key) {
        return rows.groupBy(columns(key)).count().where("count > 1").agg(expr("coalesce(sum(count), 0) AS broken"));
    }

    private static Dataset<Row> dangling(TableInputs inputs, Table table, Reference reference) {
        Dataset<Row> values = inputs.table(table.name())
                .select(columns(reference.columns()))
                .distinct()
                .alias("source");
        Dataset<Row> target = inputs.table(reference.target())
                .select(columns(reference.targetColumns()))
                .distinct()
                .alias("target");
        org.apache.spark.sql.Column same = lit(true);
        for (int i = 0; i < reference.columns().size(); i++) {
            same = same.and(col("source." + reference.columns().get(i))
                    .equalTo(col("target." + reference.targetColumns().get(i))));
        }
        return values.join(target, same, "left_anti").agg(expr("count(*) AS broken"));
    }

    /** Checks that no single table can be held to. */
    private static Map<Check, Dataset<Row>> acrossTables(TableInputs inputs) {
        Map<Check, Dataset<Row>> checks = new LinkedHashMap<>();
        checks.put(
                new Check(
                        "fact_posting",
                        "one_row_per_posting_seen",
                        CheckLevel.ERROR,
                        "every posting that was seen has its row, and no other"),
                inputs.table("fact_posting_sighting")
                        .select("posting_key")
                        .distinct()
                        .alias("seen")
                        .join(
                                inputs.table("fact_posting")
                                        .select("posting_key")
                                        .alias("posting"),
                                col("seen.posting_key").equalTo(col("posting.posting_key")),
                                "full")
                        .where("seen.posting_key IS NULL OR posting.posting_key IS NULL")
                        .agg(expr("count(*) AS broken")));
        checks.put(
                new Check(
                        "load_file",
                        "sightings_account_for_records",
                        CheckLevel.ERROR,
                        "the records behind the sightings are the postings and the repeated records of the files, by load"),
                inputs.table("load_file")
                        .groupBy("as_of_date", "source_key")
                        .agg(expr("sum(postings + repeated) AS records"))
                        .alias("loaded")
                        .join(
                                inputs.table("fact_posting_sighting")
                                        .groupBy("as_of_date", "source_key")
                                        .agg(expr("sum(n_records) AS records"))
                                        .alias("seen"),
                                expr("loaded.as_of_date = seen.as_of_date AND loaded.source_key = seen.source_key"),
                                "full")
                        .where("coalesce(loaded.records, 0) <> coalesce(seen.records, 0)")
                        .agg(expr("count(*) AS broken")));
        checks.put(
                new Check(
                        "load_file",
                        "quarantine_accounts_for_records",
                        CheckLevel.ERROR,
                        "the quarantined records of a file stand in quarantine"),
                inputs.table("load_file")
                        .alias("file")
                        .join(
                                inputs.table("quarantine")
                                        .groupBy("batch_id", "source_file")
                                        .agg(expr("count(*) AS records"))
                                        .alias("kept"),
                                expr("file.batch_id = kept.batch_id AND file.source_file = kept.source_file"),
                                "full")
                        .where("coalesce(file.quarantined, 0) <> coalesce(kept.records, 0)")
                        .agg(expr("count(*) AS broken")));
        checks.put(
                new Check(
                        "posting_text",
                        "evidence_within_text",
                        CheckLevel.ERROR,
                        "evidence of field TEXT lies within the text of the version shown"),
                evidenceBeyondText(inputs));
        return checks;
    }

    private static Dataset<Row> evidenceBeyondText(TableInputs inputs) {
        Dataset<Row> ends = null;
        for (Table table : Tables.all()) {
            List<String> read = new ArrayList<>();
            for (Column column : table.columns()) {
                if (column.name().equals("evidence_end")) {
                    read.add("IF(evidence_field = 'TEXT', evidence_end, NULL)");
                } else if (column.name().endsWith("_evidence")) {
                    read.add("IF(%1$s.field = 'TEXT', %1$s.end, NULL)".formatted(column.name()));
                }
            }
            if (!read.isEmpty()) {
                String last = read.size() == 1 ? read.get(0) : "greatest(" + String.join(", ", read) + ")";
                Dataset<Row> ofTable = inputs.table(table.name()).selectExpr("posting_key", last + " AS last_end");
                ends = ends == null ? ofTable : ends.union(ofTable);
            }
        }
        Dataset<Row> texts = inputs.table("posting_text").select("posting_key", "content_version", "text_length");
        Dataset<Row> current = inputs.table("fact_posting").select("posting_key", "content_version");
        return ends.groupBy("posting_key")
                .agg(expr("max(last_end) AS last_end"))
                .where("last_end IS NOT NULL")
                .join(current, "posting_key")
                .join(texts, new String[] {"posting_key", "content_version"}, "left")
                .where("last_end > coalesce(text_length, 0)")
                .agg(expr("count(*) AS broken"));
    }

    private static Dataset<Row> named(String table, String check, Dataset<Row> broken) {
        return broken.select(lit(table).as("table"), lit(check).as("check"), col("broken"));
    }

    private static org.apache.spark.sql.Column[] columns(List<String> names) {
        return names.stream().map(name -> col("`" + name + "`")).toArray(org.apache.spark.sql.Column[]::new);
    }
}
