package io.jobmart.tables;

import static io.jobmart.tables.Columns.BOOLEAN;
import static io.jobmart.tables.Columns.INT;
import static io.jobmart.tables.Columns.KEY;
import static io.jobmart.tables.Columns.STRING;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The texts: most of the bytes, and needed by few questions, so kept apart. Evidence counts in the version that fact_posting shows. */
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
    public boolean partitioned() {
        return true;
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
                        "coalesce(posting.sections, array()) AS sections")
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
                        PARTITION);
    }

    private static final DataType SECTIONS =
            DataTypes.createArrayType(StructType.fromDDL("kind STRING, heading STRING, start INT, end INT"));
}
