package io.jobmart.quality;

import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import io.jobmart.tables.Tables;
import java.util.ArrayList;
import java.util.List;

/** Checks the tables of a snapshot, read back from where they were written, against their declarations. */
public final class Audit {
    private Audit() {}

    /** The results of all checks, in the order of the tables; the tables are all written but {@code quality_metric}. */
    public static List<CheckResult> run(TableInputs inputs) {
        List<CheckResult> results = new ArrayList<>();
        for (Table table : Tables.all()) {
            if (!table.name().equals("quality_metric") && !table.key().isEmpty()) {
                long repeated = inputs.table(table.name())
                        .groupBy(table.key().stream()
                                .map(org.apache.spark.sql.functions::col)
                                .toArray(org.apache.spark.sql.Column[]::new))
                        .count()
                        .where("count > 1")
                        .count();
                results.add(new CheckResult(
                        table.name(),
                        "unique(" + String.join(", ", table.key()) + ")",
                        CheckLevel.ERROR,
                        repeated == 0,
                        repeated,
                        0,
                        repeated + " keys stand in more than one row"));
            }
        }
        return results;
    }
}
