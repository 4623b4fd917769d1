package io.jobmart.tables;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The members of a dimension that some posting refers to. */
final class Members {
    private Members() {}

    /**
     * The members: those that the changed postings made, and of those of the snapshot before the ones that are still referred
     * to.
     *
     * @param made members that the postings of {@link TableInputs#changed} refer to
     * @param bridge the table, built before, that refers to every member in use by the dimension's key
     */
    static Dataset<Row> of(TableInputs inputs, Table dimension, Dataset<Row> made, String bridge) {
        Dataset<Row> before = inputs.unchanged(dimension.name());
        if (before == null) {
            return made;
        }
        String key = dimension.key().get(0);
        Dataset<Row> used = inputs.table(bridge).select(key).distinct();
        Dataset<Row> kept = before.join(used, key)
                .join(made.select(col(key).as("made_key")), col(key).equalTo(col("made_key")), "left_anti")
                .where(col(key).notEqual(0));
        return made.union(kept.select(
                Arrays.stream(made.columns()).map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new)));
    }
}
