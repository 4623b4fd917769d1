package io.jobmart.pipeline;

import io.jobmart.model.Posting;
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
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/** Reads and parses the files of one task, one record at a time. Every record that is read gives one row. */
final class ParsedRecords implements Iterator<ParsedRecord>, Closeable {
    /** Amounts from here on do not fit their column once they are taken for a year. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1e12");

    private final Iterator<Slice> slices;
    private final String batch;
    private final String source;
    private final LocalDate asOf;
    private final ReadOptions options;
    private final Configuration configuration;
    private final RecordParser parser;
    private SourceRecords open;
    private String sourceFile;
    private ParsedRecord next;

    ParsedRecords(
            Iterator<Slice> slices,
            String batch,
            LoadOptions options,
            Configuration configuration,
            RecordParser parser) {
        this.slices = slices;
        this.batch = batch;
        this.source = options.source();
        this.asOf = options.asOf();
        this.options = options.reading();
        this.configuration = configuration;
        this.parser = parser;
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
                Slice slice = slices.next();
                sourceFile = slice.sourceFile();
                if (slice.unreadable() == null) {
                    open(slice);
                } else {
                    next = unreadable(slice.unreadable());
                }
            }
        }
        return true;
    }

    @Override
    public ParsedRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ParsedRecord row = next;
        next = null;
        return row;
    }

    /**
     * Opens a file. One that was there when the files were listed and can't be opened now, since somebody moved it or has taken
     * the right to read it away, is one rejection like one that never could be; all else is the storage's failure.
     */
    private void open(Slice slice) {
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
            // The other parts of the file say nothing: it is one rejection.
            next = slice.start() == 0 ? unreadable(e.toString()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + slice.path(), e);
        }
    }

    private ParsedRecord unreadable(String cause) {
        return rejected(Rejection.of(sourceFile, null, QuarantineReason.UNREADABLE, cause, null));
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

    private ParsedRecord row(SourceRecord item) {
        if (item instanceof SourceRecord.Rejected rejected) {
            return rejected(rejected.rejection());
        }
        if (item instanceof SourceRecord.Gone gone) {
            return ParsedRecord.of(batch, day(gone.page().captured()), source, sourceFile, gone.page());
        }
        RawPosting raw = dated(((SourceRecord.Accepted) item).posting());
        try {
            Posting posting = parser.parse(raw);
            requireAmountsThatFit(posting);
            return ParsedRecord.of(batch, day(raw.captured()), source, sourceFile, posting);
        } catch (RuntimeException | StackOverflowError e) {
            // One posting that the rules did not foresee must not keep the others out of the warehouse.
            StackTraceElement[] trace = e.getStackTrace();
            return rejected(Rejection.of(
                    sourceFile,
                    raw.sourceRecord(),
                    QuarantineReason.PARSER_FAILURE,
                    e + (trace.length == 0 ? "" : " at " + trace[0]),
                    raw.title() == null ? raw.description() : raw.title() + "\n" + raw.description()));
        }
    }

    private ParsedRecord rejected(Rejection rejection) {
        return ParsedRecord.of(batch, asOf, source, sourceFile, rejection);
    }

    /** A day told by how long ago it was counts from the day that the dump is of, where it says no other. */
    private RawPosting dated(RawPosting raw) {
        boolean words = raw.captured() == null
                && raw.datePosted() != null
                && raw.datePosted().length() < 40
                && raw.datePosted().chars().filter(Character::isDigit).count() < 4;
        return words ? raw.toBuilder().captured(asOf).build() : raw;
    }

    private LocalDate day(LocalDate captured) {
        return captured == null ? asOf : captured;
    }

    private static void requireAmountsThatFit(Posting posting) {
        Stream<BigDecimal> pay =
                posting.pay() == null ? Stream.of() : posting.pay().stream().flatMap(p -> Stream.of(p.min(), p.max()));
        Stream<BigDecimal> years = posting.experience() == null
                ? Stream.of()
                : posting.experience().stream().flatMap(e -> Stream.of(e.min(), e.max()));
        Stream.concat(pay, years)
                .filter(amount -> amount != null && amount.abs().compareTo(TOO_LARGE) >= 0)
                .findFirst()
                .ifPresent(amount -> {
                    throw new IllegalStateException("The amount " + amount + " is none");
                });
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
