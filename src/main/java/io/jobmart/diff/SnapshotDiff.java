package io.jobmart.diff;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.jobmart.store.Manifest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * What changed between two snapshots. Rows are matched by the table's key; in a table without one, or whose key changed
 * between the two, equal rows are counted. Each table is one query; only counts come to the driver.
 */
public final class SnapshotDiff {
    /** Names of the columns of {@link #rows}. */
    public static final String CHANGE = "change";

    public static final String COLUMNS = "columns";
    public static final String BEFORE = "before";
    public static final String AFTER = "after";
    public static final String COPIES = "n_copies";

    /** Values of {@link #CHANGE}. */
    public static final String ADDED = "ADDED";

    public static final String REMOVED = "REMOVED";
    public static final String CHANGED = "CHANGED";

    private static final Column NO_COLUMNS = lit(null).cast("array<string>").as(COLUMNS);

    private final SparkSession spark;
    private final Side before;
    private final Side after;

    public SnapshotDiff(SparkSession spark, Side before, Side after) {
        this.spark = spark;
        this.before = before;
        this.after = after;
    }

    /** The tables that either snapshot has, in the order of the second, then those that only the first has. */
    public static List<String> tables(Side before, Side after) {
        Set<String> names = new LinkedHashSet<>();
        after.manifest().tables().forEach(table -> names.add(table.name()));
        before.manifest().tables().forEach(table -> names.add(table.name()));
        return List.copyOf(names);
    }

    public TableDiff table(String name) {
        Optional<Shape> shape = shape(name);
        if (shape.isEmpty()) {
            long removed = before.rows(name);
            long added = after.rows(name);
            List<String> columnsRemoved =
                    before.table(name).map(SnapshotDiff::columns).orElse(List.of());
            List<String> columnsAdded =
                    after.table(name).map(SnapshotDiff::columns).orElse(List.of());
            return new TableDiff(
                    name, List.of(), removed, added, added, removed, 0, Map.of(), columnsAdded, columnsRemoved);
        }
        return shape.get().key().isEmpty() ? counted(shape.get()) : matched(shape.get());
    }

    /**
     * The rows that changed, with old and new values: the first {@code limit} ones each of those changed, removed and
     * added, in the order of the key. Columns: {@link #CHANGE}; {@link #COLUMNS}, the names of those that changed;
     * {@link #BEFORE} and {@link #AFTER}, the rows as structs, null where there is none; {@link #COPIES}, how many equal
     * rows it stands for.
     */
    public Dataset<Row> rows(String name, int limit) {
        Optional<Shape> found = shape(name);
        if (found.isEmpty()) {
            return before.table(name).isPresent() ? gone(name, limit) : come(name, limit);
        }
        Shape shape = found.get();
        Dataset<Row> changes = shape.key().isEmpty() ? countedRows(shape) : matchedRows(shape);
        Column[] order = (shape.key().isEmpty() ? shape.common() : shape.key())
                .stream().map(shape::order).toArray(Column[]::new);
        return changes.withColumn(
                        "no", row_number().over(Window.partitionBy(CHANGE).orderBy(order)))
                .where(col("no").leq(limit))
                .orderBy(col(CHANGE), col("no"))
                .drop("no");
    }

    private Dataset<Row> gone(String name, int limit) {
        Dataset<Row> rows = before.read(spark, name).limit(limit);
        Column row = all(List.of(rows.columns()));
        return rows.select(
                lit(REMOVED).as(CHANGE), NO_COLUMNS, row.as(BEFORE), lit(null).as(AFTER), lit(1L).as(COPIES));
    }

    private Dataset<Row> come(String name, int limit) {
        Dataset<Row> rows = after.read(spark, name).limit(limit);
        Column row = all(List.of(rows.columns()));
        return rows.select(lit(ADDED).as(CHANGE), NO_COLUMNS, lit(null).as(BEFORE), row.as(AFTER), lit(1L).as(COPIES));
    }

    /** A table that both snapshots have. */
    private record Shape(String name, StructType before, StructType after, List<String> key, List<String> common) {
        List<String> values() {
            return common.stream().filter(column -> !key.contains(column)).toList();
        }

        /** A column of either side as what equal values are equal in. */
        Column comparable(String column) {
            DataType type = before.apply(column).dataType();
            // A type may have changed, and maps can't be compared.
            return type.equals(after.apply(column).dataType()) && !hasMap(type) ? col(column) : text(col(column));
        }

        /** The same, in a few bytes: texts are nearly all of a warehouse, and each would go over the network. */
        Column fingerprint(String column) {
            DataType type = before.apply(column).dataType();
            boolean large =
                    type.equals(DataTypes.StringType) || type instanceof ArrayType || type instanceof StructType;
            // The hash of a struct or an array takes no note of nulls in it; their text does.
            return large ? xxhash64(text(col(column))) : comparable(column);
        }

        /** What rows are sorted by, whichever side they are of. */
        Column order(String column) {
            Column now = col(AFTER + "." + column);
            Column old = col(BEFORE + "." + column);
            DataType type = before.apply(column).dataType();
            return type.equals(after.apply(column).dataType()) && !hasMap(type)
                    ? coalesce(now, old)
                    : coalesce(text(now), text(old));
        }

        private static boolean hasMap(DataType type) {
            if (type instanceof ArrayType array) {
                return hasMap(array.elementType());
            }
            if (type instanceof StructType struct) {
                for (var field : struct.fields()) {
                    if (hasMap(field.dataType())) {
                        return true;
                    }
                }
            }
            return type instanceof MapType;
        }
    }

    private static Column text(Column column) {
        return column.cast(DataTypes.StringType);
    }

    private Optional<Shape> shape(String name) {
        Optional<Manifest.TableEntry> old = before.table(name);
        Optional<Manifest.TableEntry> now = after.table(name);
        if (old.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = Side.names(old.get());
        List<String> common =
                columns(now.get()).stream().filter(known::contains).toList();
        if (common.isEmpty()) {
            return Optional.empty();
        }
        List<String> key = now.get().key();
        return Optional.of(new Shape(
                name,
                Side.schema(old.get()),
                Side.schema(now.get()),
                key.equals(old.get().key()) && common.containsAll(key) ? key : List.of(),
                common));
    }

    private static List<String> columns(Manifest.TableEntry table) {
        return table.schema().stream().map(Manifest.ColumnEntry::name).toList();
    }

    private TableDiff matched(Shape shape) {
        List<String> values = shape.values();
        Dataset<Row> joined = join(shape, fingerprints(before, shape), fingerprints(after, shape));
        Column both = col("b.present").isNotNull().and(col("a.present").isNotNull());
        Column equal = lit(true);
        List<Column> counts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Column same = col("b.v" + i).eqNullSafe(col("a.v" + i));
            equal = equal.and(same);
            counts.add(count_if(both.and(not(same))));
        }
        counts.add(0, count_if(both.and(not(equal))));
        counts.add(0, count_if(col("a.present").isNull()));
        Row row = joined.agg(count_if(col("b.present").isNull()), counts.toArray(Column[]::new))
                .first();
        Map<String, Long> changed = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (row.getLong(3 + i) > 0) {
                changed.put(values.get(i), row.getLong(3 + i));
            }
        }
        return diff(shape, row.getLong(0), row.getLong(1), row.getLong(2), changed);
    }

    private Dataset<Row> fingerprints(Side side, Shape shape) {
        List<Column> columns = new ArrayList<>(keys(shape));
        List<String> values = shape.values();
        for (int i = 0; i < values.size(); i++) {
            columns.add(shape.fingerprint(values.get(i)).as("v" + i));
        }
        columns.add(lit(true).as("present"));
        return side.read(spark, shape.name()).select(columns.toArray(Column[]::new));
    }

    private static List<Column> keys(Shape shape) {
        List<Column> keys = new ArrayList<>();
        for (int i = 0; i < shape.key().size(); i++) {
            keys.add(shape.comparable(shape.key().get(i)).as("k" + i));
        }
        return keys;
    }

    private static Dataset<Row> join(Shape shape, Dataset<Row> before, Dataset<Row> after) {
        Column on = lit(true);
        for (int i = 0; i < shape.key().size(); i++) {
            on = on.and(col("b.k" + i).eqNullSafe(col("a.k" + i)));
        }
        return before.as("b").join(after.as("a"), on, "full_outer");
    }

    private Dataset<Row> matchedRows(Shape shape) {
        Dataset<Row> joined = join(shape, whole(before, shape, shape.before()), whole(after, shape, shape.after()));
        List<String> values = shape.values();
        Column[] names = new Column[values.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = when(not(col("b.v" + i).eqNullSafe(col("a.v" + i))), lit(values.get(i)));
        }
        Column changed = names.length == 0 ? lit(new String[0]) : array_compact(array(names));
        return joined.select(
                        when(col("b.row").isNull(), ADDED)
                                .when(col("a.row").isNull(), REMOVED)
                                .when(
                                        org.apache
                                                .spark
                                                .sql
                                                .functions
                                                .size(changed)
                                                .gt(0),
                                        CHANGED)
                                .as(CHANGE),
                        when(col("b.row").isNotNull().and(col("a.row").isNotNull()), changed)
                                .as(COLUMNS),
                        col("b.row").as(BEFORE),
                        col("a.row").as(AFTER),
                        lit(1L).as(COPIES))
                .where(col(CHANGE).isNotNull());
    }

    private Dataset<Row> whole(Side side, Shape shape, StructType schema) {
        List<Column> columns = new ArrayList<>(keys(shape));
        List<String> values = shape.values();
        for (int i = 0; i < values.size(); i++) {
            columns.add(shape.fingerprint(values.get(i)).as("v" + i));
        }
        columns.add(all(List.of(schema.fieldNames())).as("row"));
        return side.read(spark, shape.name()).select(columns.toArray(Column[]::new));
    }

    private static Column all(List<String> names) {
        return struct(names.stream().map(name -> col(name)).toArray(Column[]::new));
    }

    private TableDiff counted(Shape shape) {
        Row row = balances(shape)
                .agg(
                        coalesce(sum(greatest(col(COPIES), lit(0L))), lit(0L)),
                        coalesce(sum(greatest(col(COPIES).multiply(-1), lit(0L))), lit(0L)))
                .first();
        return diff(shape, row.getLong(0), row.getLong(1), 0, Map.of());
    }

    private Dataset<Row> countedRows(Shape shape) {
        Column row = all(shape.common());
        return balances(shape)
                .where(col(COPIES).notEqual(0))
                .select(
                        when(col(COPIES).gt(0), ADDED).otherwise(REMOVED).as(CHANGE),
                        NO_COLUMNS,
                        when(col(COPIES).lt(0), row).as(BEFORE),
                        when(col(COPIES).gt(0), row).as(AFTER),
                        abs(col(COPIES)).as(COPIES));
    }

    /** Each distinct row, with how many more of it the second snapshot has: EXCEPT ALL both ways at once. */
    private Dataset<Row> balances(Shape shape) {
        Column[] columns = shape.common().stream()
                .map(name -> shape.comparable(name).as(name))
                .toArray(Column[]::new);
        Dataset<Row> old = before.read(spark, shape.name()).select(columns).withColumn(COPIES, lit(-1L));
        Dataset<Row> now = after.read(spark, shape.name()).select(columns).withColumn(COPIES, lit(1L));
        return old.union(now)
                .groupBy(shape.common().stream().map(name -> col(name)).toArray(Column[]::new))
                .agg(sum(COPIES).as(COPIES));
    }

    private TableDiff diff(Shape shape, long added, long removed, long changed, Map<String, Long> columns) {
        Set<String> common = Set.copyOf(shape.common());
        return new TableDiff(
                shape.name(),
                shape.key(),
                before.rows(shape.name()),
                after.rows(shape.name()),
                added,
                removed,
                changed,
                columns,
                without(shape.after(), common),
                without(shape.before(), common));
    }

    private static List<String> without(StructType schema, Set<String> common) {
        return Arrays.stream(schema.fieldNames())
                .filter(name -> !common.contains(name))
                .toList();
    }
}
