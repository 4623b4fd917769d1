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
     * Writes a table: the declared columns in their order and types, sorted within each file, a directory per month or
     * one file.
     *
     * @param emptyMonth month that an empty partitioned table gets its one file in: readers of a directory without any
     *     file cannot tell its columns
     */
    static void write(Table table, Dataset<Row> built, Path directory, String emptyMonth) {
        Dataset<Row> rows = declared(table, built);
        String path = directory.toString();
        if (!table.partitioned()) {
            writer(sorted(rows.repartition(1), table.sort())).parquet(path);
            return;
        }
        writePartitioned(table, rows, directory);
        showColumns(rows, directory, emptyMonth);
    }

    private static void showColumns(Dataset<Row> rows, Path directory, String emptyMonth) {
        if (isEmpty(directory, rows.sparkSession())) {
            writer(rows.drop(Table.PARTITION).limit(0).repartition(1))
                    .parquet(directory + "/" + Table.PARTITION + "=" + emptyMonth);
        }
    }

    /**
     * Writes a partitioned table by what has changed: files of the snapshot before without a row of a changed posting are
     * taken over as they are; the rows of the others but those of changed postings, and the new rows, are written anew.
     * So are the files of a month that has come to have too many.
     *
     * @param built the rows of the changed postings
     * @param gone {@code posting_key} of those of them that had rows before
     */
    static void update(
            Table table, Dataset<Row> built, Path before, Dataset<Row> gone, Path directory, String emptyMonth)
            throws IOException {
        SparkSession spark = built.sparkSession();
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        Set<String> touched = new HashSet<>();
        if (!gone.isEmpty()) {
            for (Row row : read(spark, table, before)
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
        Dataset<Row> rows = declared(table, built);
        if (!rewritten.isEmpty()) {
            Dataset<Row> rest = spark.read()
                    .option("basePath", before.toString())
                    .schema(table.schema())
                    .parquet(rewritten.toArray(String[]::new));
            rows = rows.unionByName(declared(table, rest.join(gone, new String[] {"posting_key"}, "left_anti")));
        }
        writePartitioned(table, rows, directory);
        new FileCopies(spark).copy(kept, before, directory);
        showColumns(rows, directory, emptyMonth);
    }

    /** A month that has more files than this is written anew, so that daily loads do not make thousands of small ones. */
    private static final int MOST_FILES = 16;

    private static String decoded(String uri) {
        return Path.getPathWithoutSchemeAndAuthority(new Path(URI.create(uri))).toString();
    }

    private static Dataset<Row> declared(Table table, Dataset<Row> rows) {
        return rows.select(table.columns().stream()
                .map(column -> col(column.name())
                        .cast(nullable(column.type()))
                        .as(column.name(), column.field().metadata()))
                .toArray(Column[]::new));
    }

    private static void writePartitioned(Table table, Dataset<Row> rows, Path directory) {
        // Spark sorts by the partition column before it writes, and forgets every other order unless that comes first.
        // The hint brings the rows of a month together, and cuts a month that is too large for one file.
        List<String> order = new ArrayList<>(List.of(Table.PARTITION));
        table.sort().stream().filter(name -> !name.equals(Table.PARTITION)).forEach(order::add);
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
        return spark.read().schema(table.schema()).parquet(directory.toString());
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
