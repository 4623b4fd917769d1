package io.jobmart.pipeline;

import io.jobmart.model.Gone;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecord;
import io.jobmart.source.SourceRecords;
import io.jobmart.source.Sources;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/** Reads the files of one task, one record at a time. */
final class ReadRecords implements Iterator<ReadRecord>, Closeable {
    private final Iterator<Slice> slices;
    private final String source;
    private final ReadOptions options;
    private final Configuration configuration;
    private final String version;
    private SourceRecords open;
    private Slice slice;
    private ReadRecord next;

    /** @param version of code and configuration, which readings depend on */
    ReadRecords(Iterator<Slice> slices, LoadOptions options, String version, Configuration configuration) {
        this.slices = slices;
        this.source = options.source();
        this.options = options.reading();
        this.version = version;
        this.configuration = configuration;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (open != null && open.hasNext()) {
                next = row(open.next());
            } else {
                close();
                if (!slices.hasNext()) {
                    return false;
                }
                slice = slices.next();
                if (slice.unreadable() == null) {
                    open();
                } else {
                    next = unreadable(slice.unreadable());
                }
            }
        }
        return true;
    }

    @Override
    public ReadRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ReadRecord row = next;
        next = null;
        return row;
    }

    /** Opens a file. One that could not be opened when the files were looked into is one rejection, and never comes here. */
    private void open() {
        try {
            Path path = new Path(slice.path());
            FileSystem fileSystem = path.getFileSystem(configuration);
            open = slice.isWhole()
                    ? Sources.read(slice.sourceFile(), fileSystem.open(path), options)
                    : Sources.readLines(
                            slice.sourceFile(),
                            start -> at(fileSystem, path, start),
                            slice.start(),
                            slice.end(),
                            options);
        } catch (FileNotFoundException | AccessDeniedException | NoSuchFileException | AccessControlException e) {
            throw new VanishedInputException(slice.path(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + slice.path(), e);
        }
    }

    private ReadRecord unreadable(String cause) {
        return rejected(Rejection.of(slice.sourceFile(), null, QuarantineReason.UNREADABLE, cause, null));
    }

    private static InputStream at(FileSystem fileSystem, Path path, long offset) throws IOException {
        FSDataInputStream in = fileSystem.open(path);
        try {
            in.seek(offset);
            return in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private ReadRecord row(SourceRecord item) {
        if (item instanceof SourceRecord.Rejected rejected) {
            return rejected(rejected.rejection());
        }
        if (item instanceof SourceRecord.Gone gone) {
            return row(gone.page().captured(), gone.page().sourceRecord(), null, null, null, gone.page());
        }
        RawPosting raw = ((SourceRecord.Accepted) item).posting();
        LocalDate captured = raw.captured();
        // A day told by how long ago it was counts from the day that the dump is of, where the record says no other.
        RawPosting dated = RelativeDate.in(raw)
                ? raw.toBuilder()
                        .captured(captured == null ? slice.asOf() : captured)
                        .build()
                : raw;
        return row(captured, raw.sourceRecord(), ReadingKey.of(dated, version), dated, null, null);
    }

    private ReadRecord rejected(Rejection rejection) {
        return row(null, rejection.sourceRecord(), null, null, rejection, null);
    }

    private ReadRecord row(
            LocalDate captured, String sourceRecord, Long readingKey, RawPosting raw, Rejection rejection, Gone gone) {
        return new ReadRecord(
                slice.fileKey(),
                slice.asOf(),
                captured == null ? slice.asOf() : captured,
                source,
                slice.sourceFile(),
                sourceRecord,
                readingKey,
                raw,
                rejection,
                gone);
    }

    @Override
    public void close() {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // All that was wanted has been read.
            }
            open = null;
        }
    }
}
