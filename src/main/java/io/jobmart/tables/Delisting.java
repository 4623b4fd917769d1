package io.jobmart.tables;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which postings a complete dump of their source lacks: a dump that shows all that is open says by silence what is not.
 * Dumps that are not known to be complete say nothing by silence.
 */
final class Delisting {
    private Delisting() {}

    /**
     * What complete dumps say by silence: {@code silent_key}; {@code delisted_date}, the day of the first complete dump after
     * the posting's last sighting, in the source that let go of it last, null while one still has it;
     * {@code absent_date}, the day of the last complete dump before its first sighting, null where it has several sources.
     */
    static Dataset<Row> of(TableInputs inputs) {
        return inputs.table("fact_posting_sighting")
                .groupBy(expr("posting_key AS silent_key"), expr("source_key"))
                .agg(expr("min(as_of_date) AS first_date"), expr("max(as_of_date) AS last_date"))
                .join(broadcast(neighbours(inputs)), expr("source_key = next_source AND last_date = seen_day"), "left")
                .drop("next_source", "seen_day", "before_date")
                .join(
                        broadcast(neighbours(inputs).selectExpr("next_source", "seen_day", "before_date")),
                        expr("source_key = next_source AND first_date = seen_day"),
                        "left")
                .groupBy("silent_key")
                .agg(
                        expr("IF(count(missing_date) = count(*), max(missing_date), NULL) AS delisted_date"),
                        expr("IF(count(*) = 1, max(before_date), NULL) AS absent_date"))
                .where("delisted_date IS NOT NULL OR absent_date IS NOT NULL");
    }

    /**
     * The times in between for which a posting was not listed at its only source: {@code gap_key}, {@code gap_from}, the
     * day of the first complete dump without it, {@code gap_until}, the day on which it was seen again.
     */
    static Dataset<Row> gaps(TableInputs inputs) {
        return inputs.table("fact_posting_sighting")
                .join(broadcast(neighbours(inputs)), expr("source_key = next_source AND as_of_date = seen_day"), "left")
                .selectExpr(
                        "posting_key AS gap_key",
                        "missing_date AS gap_from",
                        "lead(as_of_date) OVER (PARTITION BY posting_key ORDER BY as_of_date) AS gap_until",
                        "min(source_key) OVER (PARTITION BY posting_key) AS first_source",
                        "max(source_key) OVER (PARTITION BY posting_key) AS last_source")
                .where("gap_from < gap_until AND first_source = last_source")
                .select("gap_key", "gap_from", "gap_until");
    }

    /** Whether any dump is complete: in most warehouses of samples none is, and nothing has to be looked at. */
    static boolean isKnown(TableInputs inputs) {
        return !inputs.completeDumps().isEmpty();
    }

    /**
     * For each day of each source the complete dumps next to it: {@code next_source}, {@code seen_day},
     * {@code before_date}, {@code missing_date}.
     */
    private static Dataset<Row> neighbours(TableInputs inputs) {
        Dataset<Row> complete = inputs.completeDumps()
                .withColumn("complete_source", Keying.keyOrNotStated("source", "source"))
                .selectExpr("complete_source", "asOf AS complete_date");
        return inputs.table("fact_posting_sighting")
                .selectExpr("source_key AS next_source", "as_of_date AS seen_day")
                .distinct()
                .join(broadcast(complete), expr("next_source = complete_source"))
                .groupBy("next_source", "seen_day")
                .agg(
                        expr("max(IF(complete_date < seen_day, complete_date, NULL)) AS before_date"),
                        expr("min(IF(complete_date > seen_day, complete_date, NULL)) AS missing_date"));
    }
}
