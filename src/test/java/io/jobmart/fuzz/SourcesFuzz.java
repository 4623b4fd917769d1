package io.jobmart.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.source.FileFormat;
import io.jobmart.source.ReadOptions;
import io.jobmart.source.SourceRecord;
import io.jobmart.source.SourceRecords;
import io.jobmart.source.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Any bytes are a file: its records are read without any failure, the same ones however its storage deals the bytes out and
 * wherever it is split.
 */
public final class SourcesFuzz {
    private static final String NAME = "in";
    /** Small limits, so that small inputs reach them. */
    private static final ReadOptions OPTIONS =
            ReadOptions.standard().withMaxRecordBytes(8 * 1024).withMaxDepth(20);

    private SourcesFuzz() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        List<SourceRecord> records = records(Sources.read(NAME, new ByteArrayInputStream(bytes), OPTIONS));
        assertEquals(
                records, records(Sources.read(NAME, new Trickle(bytes, false), OPTIONS)), "read a few bytes at a time");
        assertThrowsWhatTheStorageThrows(Arrays.copyOf(bytes, bytes.length / 2));

        byte[] head = Sources.head(new ByteArrayInputStream(bytes));
        Sources.Look look = Sources.look(head, head.length == bytes.length, NAME, OPTIONS);
        if (look.format() == FileFormat.JSON_LINES && !look.packed()) {
            int cut = bytes.length / 2;
            List<SourceRecord> parts = new ArrayList<>(lines(bytes, 0, cut));
            parts.addAll(lines(bytes, cut, bytes.length));
            assertEquals(records, parts, "split at " + cut);
        }
    }

    /** Or what lies behind would be lost in silence. */
    private static void assertThrowsWhatTheStorageThrows(byte[] bytes) {
        Trickle failing = new Trickle(bytes, true);
        try {
            List<SourceRecord> records = records(Sources.read(NAME, failing, OPTIONS));
            assertFalse(failing.failed, () -> "the storage failed, and still: " + records);
        } catch (IOException | UncheckedIOException e) {
            assertTrue(failing.failed, e::toString);
        }
    }

    private static List<SourceRecord> lines(byte[] bytes, int from, int to) throws IOException {
        return records(Sources.readLines(
                NAME,
                offset -> new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) offset, bytes.length)),
                from,
                to,
                OPTIONS));
    }

    private static List<SourceRecord> records(SourceRecords opened) throws IOException {
        try (SourceRecords records = opened) {
            List<SourceRecord> all = new ArrayList<>();
            while (records.hasNext()) {
                SourceRecord record = records.next();
                if (record instanceof SourceRecord.Accepted accepted) {
                    String title = accepted.posting().title();
                    String description = accepted.posting().description();
                    assertTrue(title != null || description != null, "a posting of nothing");
                    accepted.raw().get();
                }
                all.add(record);
            }
            return all;
        }
    }

    /** Gives fewer bytes than it is asked for, as a network does, and may fail behind the last. */
    private static final class Trickle extends InputStream {
        private final byte[] bytes;
        private final boolean fails;
        private boolean failed;
        private int at;

        Trickle(byte[] bytes, boolean fails) {
            this.bytes = bytes;
            this.fails = fails;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = Math.min(Math.min(1 + at % 7, length), bytes.length - at);
            if (count <= 0 && length > 0) {
                if (fails) {
                    failed = true;
                    throw new IOException("The storage fails");
                }
                return -1;
            }
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count;
        }
    }
}
