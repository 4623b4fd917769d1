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

    /**
     * The staged postings as they may be published: each component of a posting is a column, in a relation named
     * {@code posting}. As one column they would be read as a whole, with all texts, by tables that show two of them.
     *
     * @param others columns over the staged rows to have beside them
     */
    static Dataset<Row> published(Dataset<Row> readings, PersonalData choice, Column... others) {
        List<Column> columns = new ArrayList<>(List.of(others));
        StructType posting = (StructType) readings.schema().apply("posting").dataType();
        for (String name : posting.fieldNames()) {
            Column was = col("posting." + name);
            columns.add((choice == PersonalData.KEEP ? was : published(name, was, choice)).as(name));
        }
        return readings.select(columns.toArray(Column[]::new)).as("posting");
    }

    private static Column published(String name, Column was, PersonalData choice) {
        Column data = col("posting.personalData");
        Column masked;
        if (PersonalFields.TEXTS.containsKey(name)) {
            masked = text(choice)
                    .apply(was, data, lit(PersonalFields.TEXTS.get(name).name()));
        } else if (PersonalFields.VALUES.contains(name)) {
            masked = value(choice).apply(was, data);
        } else if (PersonalFields.LISTS.containsKey(name)) {
            UserDefinedFunction value = value(choice);
            masked = transform(was, element -> {
                Column changed = element;
                for (String part : PersonalFields.LISTS.get(name)) {
                    changed = changed.withField(part, value.apply(element.getField(part), data));
                }
                return changed;
            });
        } else if (name.equals("title")) {
            masked = was.withField("title", value(choice).apply(was.getField("title"), data))
                    .withField("raw", text(choice).apply(was.getField("raw"), data, lit(EvidenceField.TITLE.name())));
        } else if (name.equals("postingId")) {
            // A natural key stays one: two addresses of one length would be the same row.
            Column changed = value(choice).apply(was, data);
            masked = when(changed.equalTo(was), was)
                    .otherwise(concat(changed, lit("#"), hex(col("posting.postingKey"))));
        } else {
            return was;
        }
        return when(size(data).equalTo(0), was).otherwise(masked);
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
