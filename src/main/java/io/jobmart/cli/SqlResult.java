package io.jobmart.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import scala.jdk.javaapi.CollectionConverters;

/** Writes the rows of a statement to a stream or into a file. Rows are taken one by one; a result may be large. */
final class SqlResult {
    private final ResultFormat format;
    private final boolean exact;

    /** @param exact whether CSV has texts as they are, also where a spreadsheet would run them */
    SqlResult(ResultFormat format, boolean exact) {
        this.format = format;
        this.exact = exact;
    }

    /**
     * Prints the rows.
     *
     * @return how many there were; a statement without a result, such as SET, has none
     */
    long print(Dataset<Row> result, PrintStream out) {
        StructField[] fields = result.schema().fields();
        if (fields.length == 0) {
            return 0;
        }
        List<String> columns = Arrays.stream(fields).map(StructField::name).toList();
        List<Boolean> numeric = Arrays.stream(fields)
                .map(field -> field.dataType() instanceof NumericType)
                .toList();
        Iterator<Row> rows = result.toLocalIterator();
        return new ResultPrinter(out, format, exact).print(columns, numeric, new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<Object> next() {
                return values(rows.next());
            }
        });
    }

    /**
     * Writes the rows into a file of any file system that Hadoop knows, in place of what was there. Readers find the old
     * file or the whole new one.
     *
     * @return how many there were; -1 for Parquet, whose rows are not counted on their way
     */
    long write(Dataset<Row> result, String file) throws IOException {
        Path path = new Path(file);
        FileSystem files =
                path.getFileSystem(result.sparkSession().sparkContext().hadoopConfiguration());
        files.setWriteChecksum(false);
        Path half =
                new Path(path.getParent() == null ? new Path(".") : path.getParent(), "." + path.getName() + ".part");
        try {
            long rows = format == ResultFormat.PARQUET ? parquet(result, files, half) : text(result, files, half);
            files.delete(path, false);
            if (!files.rename(rows < 0 ? part(files, half) : half, path)) {
                throw new IOException("Cannot write " + file);
            }
            return rows;
        } finally {
            files.delete(half, true);
        }
    }

    private long text(Dataset<Row> result, FileSystem files, Path path) throws IOException {
        try (OutputStream stream = files.create(path, true);
                PrintStream out = new PrintStream(stream, false, StandardCharsets.UTF_8)) {
            long rows = print(result, out);
            if (out.checkError()) {
                throw new IOException("Cannot write all rows to " + path);
            }
            return rows;
        }
    }

    private static long parquet(Dataset<Row> result, FileSystem files, Path directory) {
        // One file, with the rows in their order.
        result.coalesce(1)
                .write()
                .mode("overwrite")
                .parquet(files.makeQualified(directory).toString());
        return -1;
    }

    private static Path part(FileSystem files, Path directory) throws IOException {
        for (FileStatus file : files.listStatus(directory)) {
            if (file.getPath().getName().startsWith("part-")) {
                return file.getPath();
            }
        }
        throw new IOException("No rows have come to " + directory
                + ": the file must lie where all machines of the cluster can write");
    }

    static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>(row.size());
        for (int column = 0; column < row.size(); column++) {
            values.add(plain(row.get(column)));
        }
        return values;
    }

    /** Spark's collections as Java's. */
    static Object plain(Object value) {
        if (value instanceof Row row) {
            Map<String, Object> struct = new LinkedHashMap<>();
            for (int field = 0; field < row.size(); field++) {
                struct.put(row.schema().fields()[field].name(), plain(row.get(field)));
            }
            return struct;
        }
        if (value instanceof scala.collection.Seq<?> sequence) {
            List<Object> list = new ArrayList<>();
            CollectionConverters.asJava(sequence).forEach(element -> list.add(plain(element)));
            return list;
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            CollectionConverters.asJava(map).forEach((key, entry) -> sorted.put(String.valueOf(key), plain(entry)));
            return sorted;
        }
        return value;
    }
}
