package io.jobmart.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.PersonalDataKind;
import io.jobmart.model.PersonalDatum;
import io.jobmart.privacy.PersonalData;
import io.jobmart.privacy.PersonalFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * Takes personal data out of the staged rows that tables are made of, so that no table can forget to. What is staged keeps
 * them: another choice makes the tables anew without parsing anything again, and neither content hashes nor duplicates
 * know of it.
 */
final class Personal {
    private Personal() {}

    /** The staged postings as they may be published. */
    static Dataset<Row> published(Dataset<Row> readings, PersonalData choice) {
        if (choice == PersonalData.KEEP) {
            return readings;
        }
        Column data = col("posting.personalData");
        Column found = size(data).equalTo(0);
        Column posting = col("posting");
        for (Map.Entry<String, EvidenceField> text : PersonalFields.TEXTS.entrySet()) {
            Column was = col("posting." + text.getKey());
            posting = posting.withField(
                    text.getKey(),
                    when(found, was)
                            .otherwise(text(choice)
                                    .apply(was, data, lit(text.getValue().name()))));
        }
        UserDefinedFunction value = value(choice);
        for (String name : PersonalFields.VALUES) {
            Column was = col("posting." + name);
            posting = posting.withField(name, when(found, was).otherwise(value.apply(was, data)));
        }
        // A natural key stays one: two addresses of one length would be the same row.
        Column id = col("posting.postingId");
        Column masked = value.apply(id, data);
        posting = posting.withField(
                "postingId",
                when(found.or(masked.equalTo(id)), id)
                        .otherwise(concat(masked, lit("#"), hex(col("posting.postingKey")))));
        for (Map.Entry<String, List<String>> list : PersonalFields.LISTS.entrySet()) {
            Column was = col("posting." + list.getKey());
            posting = posting.withField(list.getKey(), when(found, was).otherwise(transform(was, element -> {
                Column changed = element;
                for (String name : list.getValue()) {
                    changed = changed.withField(name, value.apply(element.getField(name), data));
                }
                return changed;
            })));
        }
        return readings.withColumn("posting", posting);
    }

    /** A string that no posting is known of, such as a record in quarantine. */
    static Column published(Column text, PersonalData choice) {
        return choice == PersonalData.KEEP
                ? text
                : value(choice).apply(text, lit(null).cast(DATA));
    }

    /** How many personal data of a posting do not stand there. */
    static String masked(PersonalData choice) {
        return choice == PersonalData.KEEP ? "0" : "size(posting.personalData)";
    }

    private static final DataType DATA = DataTypes.createArrayType(
            StructType.fromDDL("kind STRING, field STRING, start INT, end INT, words STRING"));

    private static UserDefinedFunction text(PersonalData choice) {
        return udf(
                (UDF3<String, Seq<Row>, String, String>)
                        (text, data, field) -> choice.text(text, data(data), EvidenceField.valueOf(field)),
                DataTypes.StringType);
    }

    private static UserDefinedFunction value(PersonalData choice) {
        return udf(
                (UDF2<String, Seq<Row>, String>) (value, data) -> choice.value(value, data(data)),
                DataTypes.StringType);
    }

    private static List<PersonalDatum> data(Seq<Row> rows) {
        if (rows == null) {
            return null;
        }
        List<PersonalDatum> data = new ArrayList<>(rows.length());
        for (int i = 0; i < rows.length(); i++) {
            Row row = rows.apply(i);
            data.add(new PersonalDatum(
                    PersonalDataKind.valueOf(row.getAs("kind")),
                    EvidenceField.valueOf(row.getAs("field")),
                    row.getAs("start"),
                    row.getAs("end"),
                    row.getAs("words")));
        }
        return data;
    }
}
