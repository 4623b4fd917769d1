package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.DOUBLE;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.MONEY;
import static io.jobmart.tables.Columns.STRING;
import static io.jobmart.tables.Columns.STRINGS;

import io.jobmart.model.DegreeLevel;
import io.jobmart.model.PayPeriod;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The texts: most of the bytes, and needed by few questions, so kept apart. Evidence counts in the version that
 * fact_posting shows. Of the versions before, pay and demands are kept too, so that edits can be told.
 */
final class PostingText implements Table {
    @Override
    public String name() {
        return "posting_text";
    }

    @Override
    public String grain() {
        return "One row per version of a posting's text.";
    }

    @Override
    public List<Column> columns() {
        return new Columns()
                .of(KEY, "posting_key", "Key of the posting.", "-2905107412034981230")
                .of(INT, "content_version", "Version of the content, from 1 in the order of first appearance.", "1")
                .of(STRING, "content_hash", "Hash of all that a reader of the ad sees.", "9f0c2b4e5a6d7788")
                .of(BOOLEAN, "is_current", "Whether it is the version that all facts show.", "true")
                .orNull(
                        STRING,
                        "title_raw",
                        "Title as the source gives it; evidence of field TITLE counts in it.",
                        "Data Engineer (m/f/d)")
                .orNull(
                        STRING,
                        "header",
                        "Header of a text posting as written; evidence of field HEADER counts in it.",
                        "Acme · Berlin")
                .orNull(
                        STRING,
                        "text",
                        "Text as blocks, one a line; evidence of field TEXT counts in it.",
                        "We look for ...")
                .of(INT, "text_length", "Length of the text in UTF-16 units.", "4211")
                .orNull(STRING, "language", "Language of the text, ISO 639-1; null when it can't be told.", "en")
                .of(SECTIONS, "sections", "Parts of the text in order, with UTF-16 offsets.", "")
                .orNull(STRING, "salary_currency", "Currency of the version's headline pay, ISO 4217.", "EUR")
                .orNull(PayPeriod.class, "salary_period", "Period that it is paid for.")
                .orNull(MONEY, "salary_min", "Its lower bound.", "5000.00")
                .orNull(MONEY, "salary_max", "Its upper bound.", "6000.00")
                .orNull(DOUBLE, "experience_years_min", "Least years of experience that the version asks for.", "4.0")
                .orNull(DegreeLevel.class, "degree_min", "Lowest degree that it accepts.")
                .of(INT, "n_requirements", "Requirements that it states.", "9")
                .of(
                        STRINGS,
                        "requirements",
                        "What it demands, in alphabetical order: type, name, years and modality of each requirement.",
                        "[SKILL Java REQUIRED]")
                .orNull(
                        INT,
                        "n_masked",
                        "E-mail addresses, phone numbers, names of contact persons and of their profiles that were found in"
                                + " title, header, text and fields and are masked in all tables; 0 when the load keeps them;"
                                + " null when a version of jobmart staged the text that did not look for them.",
                        "2")
                .partition()
                .list();
    }

    @Override
    public List<String> key() {
        return List.of("posting_key", "content_version");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to("fact_posting", "posting_key"));
    }

    @Override
    public boolean perPosting() {
        return true;
    }

    @Override
    public Dataset<Row> build(TableInputs inputs) {
        return Staged.versions(
                        inputs,
                        "posting.title.raw AS title_raw",
                        "posting.header AS header",
                        "posting.text AS text",
                        "posting.language AS language",
                        "coalesce(posting.sections, array()) AS sections",
                        FactPosting.PAY,
                        FactPosting.EXPERIENCE,
                        FactPosting.DEGREE,
                        "posting.requirements AS requirements",
                        Personal.masked(inputs.personalData()) + " AS n_masked")
                .selectExpr(
                        "posting_key",
                        "content_version",
                        "content_hash",
                        "is_current",
                        "title_raw",
                        "header",
                        "text",
                        // Spark counts code points; offsets count UTF-16 units.
                        "CAST(coalesce(octet_length(encode(text, 'UTF-16BE')), 0) / 2 AS INT) AS text_length",
                        "language",
                        "transform(sections, s -> struct(s.kind AS kind, s.heading AS heading, s.start AS start,"
                                + " s.end AS end)) AS sections",
                        "pay.currency AS salary_currency",
                        "pay.period AS salary_period",
                        "pay.min AS salary_min",
                        "pay.max AS salary_max",
                        "CAST(experience.min AS DOUBLE) AS experience_years_min",
                        "degree.level AS degree_min",
                        "coalesce(size(requirements), 0) AS n_requirements",
                        "array_sort(array_distinct(transform(coalesce(requirements, array()), r -> concat_ws(' ', r.type,"
                                + " r.label, r.yearsMin, r.modality)))) AS requirements",
                        "n_masked",
                        PARTITION);
    }

    private static final DataType SECTIONS =
            DataTypes.createArrayType(StructType.fromDDL("kind STRING, heading STRING, start INT, end INT"));
}
