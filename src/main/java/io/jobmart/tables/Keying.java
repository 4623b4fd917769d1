package io.jobmart.tables;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.jobmart.model.Keys;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/**
 * Surrogate keys as a Spark function: the one place where a row's key comes from code and not from SQL, since Spark's
 * own hash functions skip nulls, so that keys of several parts would collide.
 */
final class Keying {
    private static final UserDefinedFunction KEY = udf((UDF2<String, Seq<String>, Long>) Keying::of, DataTypes.LongType)
            .asNonNullable();

    private Keying() {}

    /** The key of a natural key that may have parts that are null. */
    static Column key(String kind, String... parts) {
        return KEY.apply(
                lit(kind), array(Arrays.stream(parts).map(functions::expr).toArray(Column[]::new)));
    }

    /** The key of a natural key, 0 where it is null: the member "not stated". */
    static Column keyOrNotStated(String kind, String part) {
        return functions.when(functions.expr(part).isNull(), Keys.NOT_STATED).otherwise(key(kind, part));
    }

    private static Long of(String kind, Seq<String> parts) {
        String[] values = new String[parts.length()];
        parts.copyToArray(values);
        return Keys.of(kind, values);
    }
}
