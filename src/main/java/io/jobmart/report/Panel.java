package io.jobmart.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One finding: a title that says it, a table that proves it, and mostly a chart drawn from the table.
 *
 * @param id unique within the page
 * @param note how to read it and where it misleads
 * @param marks values that a histogram marks: quarter, median, three quarters
 */
record Panel(
        String id,
        String title,
        String note,
        Chart chart,
        List<Column> columns,
        List<List<Object>> rows,
        List<Double> marks) {
    /** How the columns that have a colour are drawn, against the first column. */
    enum Chart {
        /** Nothing is drawn; the table is always open. */
        NONE,
        /** A bar a row, its parts side by side. */
        BARS,
        /** A column a month, its parts upon each other. */
        MONTHS,
        /** A column a row, its parts upon each other. */
        COLUMNS,
        /** The first two columns are a step's bounds, the third is how many are in it. */
        HISTOGRAM,
        /** From the first coloured column to the second. */
        CHANGES
    }

    /** What the values of a column are, and so how they are written. */
    enum Kind {
        TEXT,
        COUNT,
        /** From 0 to 1. */
        SHARE,
        /** A share whose tenths of a percent count. */
        FINE_SHARE,
        /** A share, with its cell tinted by it. */
        TINTED,
        /** A difference of shares. */
        POINTS,
        AMOUNT,
        MEAN
    }

    /** Colours that readers of all kinds tell apart, also in grey. */
    enum Colour {
        BLUE,
        SKY,
        ORANGE,
        GREEN,
        RED,
        PURPLE,
        GREY
    }

    /** @param colour null for what is not drawn */
    record Column(String name, Kind kind, Colour colour) {
        static Column text(String name) {
            return new Column(name, Kind.TEXT, null);
        }

        static Column count(String name) {
            return new Column(name, Kind.COUNT, null);
        }

        static Column of(String name, Kind kind) {
            return new Column(name, kind, null);
        }

        Column in(Colour drawn) {
            return new Column(name, kind, drawn);
        }
    }

    static Panel of(String id, String title, String note, Chart chart, List<Column> columns, List<List<Object>> rows) {
        return new Panel(id, title, note, chart, columns, rows, List.of());
    }

    Panel marking(double... values) {
        return new Panel(
                id,
                title,
                note,
                chart,
                columns,
                rows,
                Arrays.stream(values).boxed().toList());
    }

    /** A chart of one row says nothing that the row does not. */
    boolean isDrawn() {
        return chart != Chart.NONE && rows.size() > 1;
    }

    /** A row; unlike a list of the JDK it may hold nulls. */
    static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    /** The columns of a table: some, then more. */
    static List<Column> columns(List<Column> first, Stream<Column> more) {
        return Stream.concat(first.stream(), more).toList();
    }
}
