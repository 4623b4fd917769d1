package io.jobmart.pipeline;

import static org.apache.spark.sql.functions.col;

import io.jobmart.store.Manifest;
import io.jobmart.tables.Table;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Writes the tables of a snapshot in their layout on disk, and reads them back. */
final class TableFiles {
    private TableFiles() {}

    /**
     * Columns of rows on disk and the order of the rows of a file; where the columns have {@link Table#PARTITION}, rows lie
     * in a directory per month.
     */
    record Layout(StructType schema, List<String> sort) {
        static Layout of(Table table) {
            return new Layout(table.schema(), table.sort());
        }
    }

    /**
     * Writes a table: the declared columns in their order and types, sorted within each file, a directory per month or
     * one file.
     *
     * @param emptyMonth month that an empty partitioned table gets its one file in: readers of a directory without any
     *     file cannot tell its columns
     */
    static void write(Table table, Dataset<Row> built, Path directory, String emptyMonth) {
        if (table.partitioned()) {
            write(Layout.of(table), built, directory, emptyMonth);
            return;
        }
        writer(sorted(declared(Layout.of(table), built).repartition(1), table.sort()))
                .parquet(directory.toString());
    }

    /** Writes rows that lie in a directory per month. */
    static void write(Layout layout, Dataset<Row> built, Path directory, String emptyMonth) {
        Dataset<Row> rows = declared(layout, built);
        writePartitioned(layout, rows, directory);
        showColumns(rows, directory, emptyMonth);
    }

    private static void showColumns(Dataset<Row> rows, Path directory, String emptyMonth) {
        if (isEmpty(directory, rows.sparkSession())) {
            writer(rows.drop(Table.PARTITION).limit(0).repartition(1))
                    .parquet(directory + "/" + Table.PARTITION + "=" + emptyMonth);
        }
    }

    /**
     * Writes partitioned rows by what has changed: files of the snapshot before without a row of a changed posting are
     * taken over as they are; the rows of the others but those of changed postings, and the new rows, are written anew.
     * So are the files of a month that has come to have too many.
     *
     * @param built the rows of the changed postings
     * @param gone {@code posting_key} of those of them that had rows before; null when there are none
     */
    static void update(
            Layout layout, Dataset<Row> built, Path before, Dataset<Row> gone, Path directory, String emptyMonth)
            throws IOException {
        SparkSession spark = built.sparkSession();
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        Set<String> touched = new HashSet<>();
        if (gone != null) {
            for (Row row : read(spark, layout, before)
                    .withColumn("file", col("_metadata.file_path"))
                    .join(gone, new String[] {"posting_key"}, "left_semi")
                    .select("file")
                    .distinct()
                    .collectAsList()) {
                touched.add(decoded(row.getString(0)));
            }
        }
        FileSystem fileSystem = before.getFileSystem(configuration);
        List<String> rewritten = new ArrayList<>();
        List<Path> kept = new ArrayList<>();
        for (FileStatus month :
                fileSystem.listStatus(before, path -> path.getName().startsWith(Table.PARTITION))) {
            FileStatus[] files = fileSystem.listStatus(
                    month.getPath(), path -> path.getName().endsWith(".parquet"));
            for (FileStatus file : files) {
                String path = file.getPath().toString();
                boolean again = files.length > MOST_FILES
                        || touched.contains(Path.getPathWithoutSchemeAndAuthority(file.getPath())
                                .toString());
                if (again) {
                    rewritten.add(path);
                } else {
                    kept.add(file.getPath());
                }
            }
        }
        Dataset<Row> rows = declared(layout, built);
        if (!rewritten.isEmpty()) {
            Dataset<Row> rest = spark.read()
                    .option("basePath", before.toString())
                    .schema(layout.schema())
                    .parquet(rewritten.toArray(String[]::new));
            rows = rows.unionByName(
                    declared(layout, gone == null ? rest : rest.join(gone, new String[] {"posting_key"}, "left_anti")));
        }
        writePartitioned(layout, rows, directory);
        new FileCopies(spark).copy(kept, before, directory);
        showColumns(rows, directory, emptyMonth);
    }

    /** A month that has more files than this is written anew, so that daily loads do not make thousands of small ones. */
    private static final int MOST_FILES = 16;

    private static String decoded(String uri) {
        return Path.getPathWithoutSchemeAndAuthority(new Path(URI.create(uri))).toString();
    }

    private static Dataset<Row> declared(Layout layout, Dataset<Row> rows) {
        return rows.select(Arrays.stream(layout.schema().fields())
                .map(field -> col(field.name()).cast(nullable(field.dataType())).as(field.name(), field.metadata()))
                .toArray(Column[]::new));
    }

    private static void writePartitioned(Layout layout, Dataset<Row> rows, Path directory) {
        // Spark sorts by the partition column before it writes, and forgets every other order unless that comes first.
        // The hint brings the rows of a month together, and cuts a month that is too large for one file.
        List<String> order = new ArrayList<>(List.of(Table.PARTITION));
        layout.sort().stream().filter(name -> !name.equals(Table.PARTITION)).forEach(order::add);
        writer(sorted(rows.hint("rebalance", col(Table.PARTITION)), order))
                .partitionBy(Table.PARTITION)
                .parquet(directory.toString());
    }

    /** The type as Parquet is read back: a cast may not promise that an array holds no nulls; the audit tells. */
    private static DataType nullable(DataType type) {
        if (type instanceof ArrayType array) {
            return new ArrayType(nullable(array.elementType()), true);
        }
        if (type instanceof StructType struct) {
            return new StructType(Arrays.stream(struct.fields())
                    .map(field -> new StructField(field.name(), nullable(field.dataType()), true, field.metadata()))
                    .toArray(StructField[]::new));
        }
        return type;
    }

    /** Parquet as the warehouse has it, without the empty file that marks the end of a job: the manifest does that. */
    static <T> DataFrameWriter<T> writer(Dataset<T> rows) {
        return rows.write()
                .option("compression", "zstd")
                .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    }

    private static Dataset<Row> sorted(Dataset<Row> rows, List<String> order) {
        return order.isEmpty()
                ? rows
                : rows.sortWithinPartitions(
                        order.stream().map(name -> col(name)).toArray(Column[]::new));
    }

    /** The table as it was written, in its declared schema. */
    static Dataset<Row> read(SparkSession spark, Table table, Path directory) {
        return read(spark, Layout.of(table), directory);
    }

    static Dataset<Row> read(SparkSession spark, Layout layout, Path directory) {
        return spark.read().schema(layout.schema()).parquet(directory.toString());
    }

    /** What of a table lies on disk: rows as the footers of its files count them. */
    static Manifest.TableEntry entry(Table table, Path directory, Configuration configuration) throws IOException {
        List<Path> files = new ArrayList<>();
        long bytes = 0;
        FileSystem fileSystem = directory.getFileSystem(configuration);
        for (RemoteIterator<LocatedFileStatus> found = fileSystem.listFiles(directory, true); found.hasNext(); ) {
            LocatedFileStatus file = found.next();
            files.add(file.getPath());
            bytes += file.getLen();
        }
        long rows = files.parallelStream()
                .mapToLong(file -> rows(file, configuration))
                .sum();
        List<Manifest.ColumnEntry> columns = table.columns().stream()
                .map(column -> new Manifest.ColumnEntry(
                        column.name(),
                        column.type().sql().toLowerCase(java.util.Locale.ROOT),
                        column.nullable(),
                        column.comment()))
                .toList();
        return new Manifest.TableEntry(table.name(), table.grain(), table.key(), columns, rows, bytes, files.size());
    }

    private static long rows(Path file, Configuration configuration) {
        try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
            return reader.getRecordCount();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path directory, SparkSession spark) {
        try {
            FileSystem fileSystem = directory.getFileSystem(spark.sparkContext().hadoopConfiguration());
            return Arrays.stream(fileSystem.listStatus(directory)).noneMatch(file -> file.isDirectory());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
