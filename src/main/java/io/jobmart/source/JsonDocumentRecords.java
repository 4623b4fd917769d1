package io.jobmart.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.text.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A JSON document. An array is read element by element, so it may be of any size; one element may not. Several documents
 * one after the other are read too, each with the offset at which it starts.
 */
final class JsonDocumentRecords extends FileRecords {
    private final ReadOptions options;
    private final JsonParser parser;
    private final Limited limited;
    private final ObjectReader reader;
    private final String head;
    private final boolean lossy;
    private final Deque<SourceRecord> ready = new ArrayDeque<>();
    private String prefix;
    private long documents;
    private boolean inArray;
    private long element = -1;
    private boolean ended;

    JsonDocumentRecords(String sourceFile, ContentStream content, InputStream in, ReadOptions options)
            throws IOException {
        super(sourceFile, FileFormat.JSON_LD, content);
        this.options = options;
        JsonMapper mapper = Json.mapper(options);
        byte[] bytes = in.readNBytes(options.maxRecordBytes());
        head = payload(bytes, bytes.length);
        boolean complete = bytes.length < options.maxRecordBytes();
        TextDecoder.Decoded decoded = complete ? TextDecoder.decode(bytes) : null;
        lossy = decoded != null && decoded.lossy();
        // A document that is not UTF-8 can only be decoded when it is held whole.
        if (complete && (!decoded.charset().equals("UTF-8") || lossy)) {
            parser = mapper.createParser(decoded.text());
        } else {
            InputStream all = complete
                    ? new ByteArrayInputStream(bytes)
                    : new SequenceInputStream(new ByteArrayInputStream(bytes), in);
            parser = Json.looksWide(bytes, 0, bytes.length)
                    ? mapper.createParser(new InputStreamReader(all, StandardCharsets.UTF_8))
                    : mapper.createParser(all);
        }
        limited = new Limited(parser, options.maxRecordBytes());
        reader = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    SourceRecord read() throws IOException {
        while (ready.isEmpty() && !ended) {
            try {
                advance();
            } catch (JsonProcessingException e) {
                // Where JSON is broken nobody can tell what follows: the rest of the file is one rejection.
                ended = true;
                if (!isDamaged()) {
                    ready.add(rejected(address(), Json.reason(e), Json.detail(e), head));
                }
            }
        }
        return ready.poll();
    }

    private void advance() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            ended = true;
        } else if (inArray && token == JsonToken.END_ARRAY) {
            inArray = false;
        } else if (inArray) {
            element++;
            value();
        } else {
            prefix = documents++ == 0 ? null : "offset:" + offset(parser.currentTokenLocation());
            inArray = token == JsonToken.START_ARRAY;
            element = -1;
            if (!inArray) {
                value();
            }
        }
    }

    private String address() {
        return inArray && element >= 0 ? (prefix == null ? "" : prefix) + "/" + element : prefix;
    }

    private void value() throws IOException {
        int depth = parser.getParsingContext().getNestingDepth();
        limited.start();
        try {
            JsonNode value = reader.readTree(limited);
            postings(this, value, SourceFormat.JSON_LD, address(), lossy, options, ready);
        } catch (TooLarge e) {
            while (parser.getParsingContext().getNestingDepth() >= depth) {
                parser.nextToken();
            }
            ready.add(rejected(
                    address(),
                    QuarantineReason.TOO_LARGE,
                    "The element is larger than the limit of " + options.maxRecordBytes() + " bytes",
                    null));
        }
    }

    /** The postings of one JSON value, or the rejection of a value that holds none. */
    static void postings(
            FileRecords records,
            JsonNode value,
            SourceFormat format,
            String sourceRecord,
            boolean lossy,
            ReadOptions options,
            Deque<SourceRecord> into) {
        List<JsonPostings.Found> found = JsonPostings.find(value);
        if (found.isEmpty()) {
            into.add(records.rejected(
                    sourceRecord,
                    QuarantineReason.NOT_A_JOB_POSTING,
                    "JSON without a schema.org JobPosting",
                    value.toString()));
        }
        for (JsonPostings.Found one : found) {
            String address =
                    one.pointer().isEmpty() ? sourceRecord : (sourceRecord == null ? "" : sourceRecord) + one.pointer();
            RawPosting posting = JsonPostings.read(
                    value,
                    one.node(),
                    RawPosting.of(format, records.sourceFile(), address)
                            .source(options.source())
                            .repair(EncodingFlavour.NONE, lossy));
            into.add(records.record(posting, one.node().toString()));
        }
    }

    private static long offset(JsonLocation location) {
        return Math.max(location.getByteOffset(), location.getCharOffset());
    }

    /** An element has grown beyond the limit while it was read. */
    private static final class TooLarge extends IOException {
        private TooLarge() {
            super("The element is too large");
        }
    }

    /** Watches how far an element reaches; asking at every token would cost more than parsing. */
    private static final class Limited extends JsonParserDelegate {
        private static final int TOKENS_BETWEEN = 64;

        private final int limit;
        private long start;
        private int tokens;

        private Limited(JsonParser parser, int limit) {
            super(parser);
            this.limit = limit;
        }

        private void start() {
            start = offset(delegate.currentTokenLocation());
            tokens = 0;
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = delegate.nextToken();
            if (++tokens % TOKENS_BETWEEN == 0 && offset(delegate.currentLocation()) - start > limit) {
                throw new TooLarge();
            }
            return token;
        }

        @Override
        public String nextFieldName() throws IOException {
            return nextToken() == JsonToken.FIELD_NAME ? delegate.currentName() : null;
        }
    }
}
