package io.jobmart.tables;

import io.jobmart.model.EvidenceField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Collects the columns of a table in their order. */
final class Columns {
    static final DataType KEY = DataTypes.LongType;
    static final DataType STRING = DataTypes.StringType;
    static final DataType DATE = DataTypes.DateType;
    static final DataType INT = DataTypes.IntegerType;
    static final DataType BIGINT = DataTypes.LongType;
    static final DataType DOUBLE = DataTypes.DoubleType;
    static final DataType BOOLEAN = DataTypes.BooleanType;
    static final DataType MONEY = DataTypes.createDecimalType(18, 2);
    static final StructType EVIDENCE = StructType.fromDDL("field STRING, start INT, end INT, rule_id STRING");
    static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType);

    private final List<Column> columns = new ArrayList<>();

    /** A column that is never null. */
    Columns of(DataType type, String name, String comment, String example) {
        columns.add(new Column(name, type, false, comment, example, List.of()));
        return this;
    }

    /** A column that may be null; the comment says when. */
    Columns orNull(DataType type, String name, String comment, String example) {
        columns.add(new Column(name, type, true, comment, example, List.of()));
        return this;
    }

    /** A column of closed values that is never null. */
    Columns of(Class<? extends Enum<?>> values, String name, String comment) {
        return oneOf(values, name, false, comment);
    }

    /** A column of closed values that may be null. */
    Columns orNull(Class<? extends Enum<?>> values, String name, String comment) {
        return oneOf(values, name, true, comment);
    }

    private Columns oneOf(Class<? extends Enum<?>> values, String name, boolean nullable, String comment) {
        List<String> names =
                Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
        return oneOf(names, name, nullable, comment);
    }

    private Columns oneOf(List<String> values, String name, boolean nullable, String comment) {
        columns.add(new Column(name, STRING, nullable, comment, values.get(0), values));
        return this;
    }

    /** A column of closed values that are no enum of the model, never null. */
    Columns of(List<String> values, String name, String comment) {
        return oneOf(values, name, false, comment);
    }

    /** A column of closed values that are no enum of the model, and may be null. */
    Columns orNull(List<String> values, String name, String comment) {
        return oneOf(values, name, true, comment);
    }

    /** Where the row's value was read: four columns, all null when there is no value to be read. */
    Columns evidence() {
        return orNull(EvidenceField.class, "evidence_field", "Part of the posting that the value was read from.")
                .orNull(
                        INT,
                        "evidence_start",
                        "First UTF-16 offset in that part: in `posting_text.text` for TEXT, else in `header` or `title_raw`;"
                                + " null for MARKUP.",
                        "1204")
                .orNull(INT, "evidence_end", "Offset after the last; null for MARKUP.", "1220")
                .orNull(STRING, "rule_id", "Rule that read it.", "pay.range");
    }

    /** Where one of several values of a row was read, as a struct. */
    Columns evidence(String name, String of) {
        return orNull(
                EVIDENCE, name, "Where " + of + " was read: field, UTF-16 offsets, rule; null when it was not.", "");
    }

    /** The month that a partitioned table is split by; always the last column. */
    Columns partition() {
        return of(STRING, Table.PARTITION, "Month in which the posting was first seen; the partition.", "2026-03");
    }

    List<Column> list() {
        return List.copyOf(columns);
    }
}
