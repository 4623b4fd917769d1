package io.jobmart.source;

import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads test inputs whole. */
final class Read {
    private Read() {}

    static List<SourceRecord> all(byte[] bytes, ReadOptions options) {
        try (SourceRecords records = Sources.read("in", new ByteArrayInputStream(bytes), options)) {
            List<SourceRecord> all = new ArrayList<>();
            records.forEachRemaining(all::add);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SourceRecord> all(String text) {
        return all(text.getBytes(StandardCharsets.UTF_8), ReadOptions.standard());
    }

    /** The one posting of a text. */
    static RawPosting one(String text) {
        return posting(only(all(text)));
    }

    /** The one rejection of a text. */
    static Rejection rejection(String text) {
        return rejection(only(all(text)));
    }

    static SourceRecord only(List<SourceRecord> records) {
        if (records.size() != 1) {
            throw new AssertionError("Expected one record, found " + records);
        }
        return records.get(0);
    }

    static RawPosting posting(SourceRecord record) {
        if (record instanceof SourceRecord.Accepted accepted) {
            return accepted.posting();
        }
        throw new AssertionError("Rejected: " + record);
    }

    static Rejection rejection(SourceRecord record) {
        if (record instanceof SourceRecord.Rejected rejected) {
            return rejected.rejection();
        }
        throw new AssertionError("Accepted: " + record);
    }
}
