package io.jobmart.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.model.QuarantineReason;
import io.jobmart.text.TextDecoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** One JSON value a line; a file of a single line is a document, so that its record needs no address. */
final class JsonLineRecords extends FileRecords {
    private final LineInput lines;
    private final long end;
    private final ReadOptions options;
    private final JsonMapper mapper;
    private final Deque<SourceRecord> ready = new ArrayDeque<>();
    private boolean loaded;

    JsonLineRecords(String sourceFile, ContentStream content, LineInput lines, long end, ReadOptions options) {
        super(sourceFile, FileFormat.JSON_LINES, content);
        this.lines = lines;
        this.end = end;
        this.options = options;
        this.mapper = Json.mapper(options);
    }

    @Override
    SourceRecord read() throws IOException {
        while (ready.isEmpty()) {
            if (!loaded && !lines.next()) {
                return null;
            }
            loaded = false;
            if (lines.lineOffset() >= end || isDamaged() && !lines.isTerminated()) {
                return null;
            }
            if (lines.lineOffset() > 0) {
                line(lines.line(), lines.length(), lines.lineBytes(), "offset:" + lines.lineOffset());
            } else if (!lines.isBlank()) {
                first();
            }
        }
        return ready.poll();
    }

    /** Looks behind the first line, to see whether it is the only one. */
    private void first() throws IOException {
        byte[] line = Arrays.copyOf(lines.line(), lines.length());
        long bytes = lines.lineBytes();
        do {
            loaded = lines.next();
        } while (loaded && lines.isBlank());
        line(line, line.length, bytes, loaded ? "offset:0" : null);
    }

    private void line(byte[] line, int length, long bytes, String sourceRecord) {
        int start = length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF ? 3 : 0;
        if (bytes > options.maxRecordBytes()) {
            ready.add(rejected(
                    sourceRecord,
                    QuarantineReason.TOO_LARGE,
                    "The line has " + bytes + " bytes; the limit is " + options.maxRecordBytes(),
                    payload(line, length)));
            return;
        }
        if (isBlank(line, start, length)) {
            return;
        }
        try {
            JsonProcessingException failure = null;
            if (!Json.looksWide(line, start, length)) {
                try {
                    JsonNode value = mapper.readTree(line, start, length - start);
                    records(sourceRecord, false).add(Json.Value.sound(value), ".", sourceRecord, null);
                    return;
                } catch (JsonProcessingException e) {
                    failure = e;
                }
            }
            // Not UTF-8, or not JSON.
            TextDecoder.Decoded decoded = TextDecoder.decode(Arrays.copyOfRange(line, start, length));
            boolean utf8 = decoded.charset().equals("UTF-8") && !decoded.lossy();
            Json.Value value = failure != null && utf8
                    ? Json.mended(mapper, decoded.text(), failure, options)
                    : Json.read(mapper, decoded.text(), options);
            records(sourceRecord, decoded.lossy()).add(value, ".", sourceRecord, null);
        } catch (JsonProcessingException e) {
            ready.add(rejected(sourceRecord, Json.reason(e), Json.detail(e), payload(line, length)));
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory", e);
        }
    }

    private JsonRecords records(String sourceRecord, boolean lossy) {
        return new JsonRecords(this, sourceRecord != null, lossy, options, ready);
    }

    private static boolean isBlank(byte[] line, int start, int end) {
        for (int i = start; i < end; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r' && line[i] != '\f') {
                return false;
            }
        }
        return true;
    }
}
