package io.jobmart.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.model.QuarantineReason;
import io.jobmart.text.TextDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * A JSON document. An array is read element by element, be it outermost or a list of postings within an object, so it may
 * be of any size; one element may not. Several documents one after the other are read too, each with the offset at which it
 * starts. Where the document is broken, it is read once more through a {@link JsonRepair}, from the element or member on
 * that is concerned.
 */
final class JsonDocumentRecords extends FileRecords {
    /** What a parser reads ahead. */
    private static final int SLACK = 64 * 1024;

    /** Bytes of a list that are held until the object around it ends; longer lists are read without what follows. */
    private static final int MOST_WAITING = 1024 * 1024;

    private final ReadOptions options;
    private final JsonMapper mapper;
    private final ObjectReader reader;

    /** Null where the bytes are not what the parser reads, so that its offsets say nothing of them. */
    private final ReplayableInput input;

    private JsonParser parser;
    private Limited limited;

    /** Where reading stood before the element or member that is being read. */
    private Place before;

    private JsonProcessingException failure;
    private JsonRepair repair;
    private final String head;
    private final boolean lossy;
    private final Deque<SourceRecord> ready = new ArrayDeque<>();
    private final JsonRecords records;

    /** The object that is being read, innermost first, without the lists whose elements are postings. */
    private final Deque<ObjectNode> open = new ArrayDeque<>();

    private final Deque<String> names = new ArrayDeque<>();

    /** Elements of a list behind which something may stand that says more of them: the company whose board it is. */
    private final List<Waiting> waiting = new ArrayList<>();

    private long waitingFrom = -1;

    private record Waiting(Json.Value value, String list, String sourceRecord, JsonNode surroundings) {}

    /** Path of the list whose elements are being read; null outside of one. */
    private String list;

    private boolean streamed;
    private int rootDepth;
    private String prefix;
    private long documents;
    private boolean inArray;
    private long element = -1;
    private boolean between;
    private boolean ended;

    JsonDocumentRecords(String sourceFile, ContentStream content, InputStream in, ReadOptions options)
            throws IOException {
        super(sourceFile, FileFormat.JSON, content);
        this.options = options;
        mapper = Json.documents(options);
        byte[] bytes = in.readNBytes(options.maxRecordBytes());
        head = payload(bytes, bytes.length);
        boolean complete = bytes.length < options.maxRecordBytes();
        TextDecoder.Decoded decoded = complete ? TextDecoder.decode(bytes) : null;
        lossy = decoded != null && decoded.lossy();
        // A document that is not UTF-8 can only be decoded when it is held whole.
        if (complete && (!decoded.charset().equals("UTF-8") || lossy)) {
            bytes = decoded.text().getBytes(StandardCharsets.UTF_8);
        }
        InputStream all = complete
                ? new ByteArrayInputStream(bytes)
                : new SequenceInputStream(new ByteArrayInputStream(bytes), in);
        if (Json.looksWide(bytes, 0, bytes.length)) {
            input = null;
            parser = mapper.createParser(new InputStreamReader(all, StandardCharsets.UTF_8));
        } else {
            input = new ReplayableInput(all, Math.min(options.maxRecordBytes(), Json.LARGEST_MENDED) + SLACK);
            parser = mapper.createParser(input);
        }
        records = new JsonRecords(this, false, lossy, options, ready);
        limited = new Limited(parser, options.maxRecordBytes());
        reader = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    SourceRecord read() throws IOException {
        while (ready.isEmpty() && !ended) {
            try {
                if (repair == null) {
                    remember();
                }
                advance();
            } catch (JsonProcessingException e) {
                boolean mending = !isDamaged() && mend(e);
                if (!mending) {
                    release();
                }
                if (!isDamaged() && !mending) {
                    // Broken before the next element began.
                    element += between ? 1 : 0;
                    // Where JSON can't be mended nobody can tell what follows: the rest of the file is one rejection.
                    ready.add(rejected(address(), Json.reason(e), Json.detail(e), head));
                }
                ended = repair == null || failure != e;
            }
        }
        return ready.poll();
    }

    // ---------------------------------------------------------------- broken documents

    private record Place(JsonLocation location, int names, long element, long documents) {}

    private void remember() {
        JsonLocation location = parser.currentLocation();
        before = new Place(location, names.size(), element, documents);
        if (input != null) {
            input.mark(location.getByteOffset());
        }
    }

    /** Goes back to where the broken element or member begins, to read on from there with repairs; false when it can't. */
    private boolean mend(JsonProcessingException broken) throws IOException {
        if (repair != null || input == null || !input.canReplay() || broken instanceof StreamConstraintsException) {
            return false;
        }
        failure = broken;
        while (names.size() > before.names()) {
            names.pollLast();
        }
        element = before.element();
        documents = before.documents();
        StringBuilder beginning = new StringBuilder();
        StringBuilder brackets = new StringBuilder();
        int tokens = 0;
        Iterator<String> path = names.iterator();
        for (int i = 0; i < open.size(); i++) {
            brackets.append('{');
            beginning.append('{');
            tokens++;
            if (path.hasNext()) {
                beginning.append(mapper.writeValueAsString(path.next())).append(':');
                tokens++;
            }
        }
        boolean array = inArray || list != null;
        if (array) {
            brackets.append('[');
            beginning.append('[');
            tokens++;
        }
        boolean behindValue =
                array ? element >= 0 : !open.isEmpty() && !open.peek().isEmpty();
        if (behindValue) {
            // A value whose end can be told without what follows it.
            beginning.append(array ? "[]" : "\"\":[]");
            tokens += array ? 2 : 3;
        }
        repair = new JsonRepair(
                new InputStreamReader(input.replay(), StandardCharsets.UTF_8), Json.LARGEST_MENDED, before.location());
        repair.resume(beginning.toString(), brackets.toString(), behindValue);
        parser = mapper.createParser(repair);
        limited = new Limited(parser, options.maxRecordBytes());
        for (int i = 0; i < tokens; i++) {
            parser.nextToken();
        }
        limited.start();
        return true;
    }

    private void add(JsonNode node, String path, String sourceRecord, JsonNode surroundings) {
        Json.Value value = repair == null ? Json.Value.sound(node) : new Json.Value(node, repair.drain(), failure);
        if (value.mended().contains(JsonRepair.Mend.CUT_OFF) && isDamaged()) {
            // What the end of a damaged file cut off is no record.
            return;
        }
        if (list != null && element == 0) {
            waitingFrom = records.waits(node, path, surroundings) ? offset(parser.currentLocation()) : -1;
        }
        if (list == null || waitingFrom < 0) {
            records.add(value, path, sourceRecord, surroundings);
            return;
        }
        waiting.add(new Waiting(value, path, sourceRecord, surroundings));
        if (offset(parser.currentLocation()) - waitingFrom > MOST_WAITING) {
            release();
        }
    }

    /** Adds the records that waited for what stands behind their list. */
    private void release() {
        waiting.forEach(one -> records.add(one.value(), one.list(), one.sourceRecord(), one.surroundings()));
        waiting.clear();
        waitingFrom = -1;
    }

    /** Behind the last record of a document or a list, which may be cut off there. */
    private void cutOff(String address) {
        if (repair != null && repair.drain().contains(JsonRepair.Mend.CUT_OFF) && !isDamaged()) {
            ready.add(rejected(
                    address,
                    QuarantineReason.JSON_SYNTAX,
                    "The document is cut off behind the record before: " + Json.detail(failure),
                    null));
        }
    }

    // ---------------------------------------------------------------- values

    private void advance() throws IOException {
        between = true;
        JsonToken token = parser.nextToken();
        between = false;
        if (token == null) {
            cutOff(null);
            ended = true;
        } else if (list != null && token == JsonToken.END_ARRAY) {
            element++;
            cutOff(address());
            list = null;
            names.pollLast();
            element = -1;
            limited.start();
        } else if (list != null) {
            element++;
            value();
        } else if (!open.isEmpty()) {
            member(token);
        } else if (inArray && token == JsonToken.END_ARRAY) {
            element++;
            cutOff(address());
            inArray = false;
        } else if (inArray) {
            element++;
            value();
        } else {
            prefix = documents++ == 0
                    ? null
                    : "offset:" + (repair == null ? offset(parser.currentTokenLocation()) : repair.valueOffset());
            inArray = token == JsonToken.START_ARRAY;
            element = -1;
            if (token == JsonToken.START_OBJECT) {
                open.push(JsonNodeFactory.instance.objectNode());
                streamed = false;
                rootDepth = parser.getParsingContext().getNestingDepth();
                limited.start();
            } else if (!inArray) {
                value();
            }
        }
    }

    private String address() {
        if (list != null) {
            return (prefix == null ? "" : prefix) + "/" + list.replace('.', '/') + "/" + element;
        }
        return inArray && element >= 0 ? (prefix == null ? "" : prefix) + "/" + element : prefix;
    }

    private void value() throws IOException {
        int depth = parser.getParsingContext().getNestingDepth();
        limited.start();
        try {
            JsonNode value = reader.readTree(limited);
            add(value, list == null ? "." : list, address(), surroundings());
        } catch (TooLarge e) {
            tooLarge(depth);
        }
    }

    /** Skips what is too large, to the end of the array or object at this depth. */
    private void tooLarge(int depth) throws IOException {
        while (parser.getParsingContext().getNestingDepth() >= depth) {
            parser.nextToken();
        }
        ready.add(rejected(
                address(),
                QuarantineReason.TOO_LARGE,
                "The element is larger than the limit of " + options.maxRecordBytes() + " bytes or " + Json.MOST_TOKENS
                        + " values",
                null));
    }

    // ---------------------------------------------------------------- objects that hold lists of postings

    private JsonNode surroundings() {
        return open.peekLast();
    }

    private void member(JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            ObjectNode closed = open.pop();
            names.pollLast();
            if (open.isEmpty()) {
                release();
            }
            if (open.isEmpty() && !streamed) {
                add(closed, ".", prefix, null);
            }
            return;
        }
        try {
            names.addLast(parser.currentName());
            JsonToken value = limited.nextToken();
            String path = String.join(".", names);
            boolean own = !Dialects.isLinkedData(open.peekLast());
            if (own && value == JsonToken.START_OBJECT && options.dialects().leadsToList(path)) {
                ObjectNode inner = JsonNodeFactory.instance.objectNode();
                open.peek().set(names.peekLast(), inner);
                open.push(inner);
                return;
            }
            if (own && value == JsonToken.START_ARRAY && options.dialects().isList(path)) {
                list(path);
                return;
            }
            open.peek().set(names.pollLast(), reader.readTree(limited));
        } catch (TooLarge e) {
            release();
            open.clear();
            names.clear();
            list = null;
            tooLarge(rootDepth);
        }
    }

    /** A list with a posting in it is read element by element; any other is part of the object. */
    private void list(String path) throws IOException {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        while (limited.nextToken() != JsonToken.END_ARRAY) {
            elements.add(reader.<JsonNode>readTree(limited));
            if (records.isPosting(elements.get(elements.size() - 1), path, surroundings())) {
                list = path;
                streamed = true;
                for (JsonNode node : elements) {
                    element++;
                    add(node, path, address(), surroundings());
                }
                return;
            }
        }
        open.peek().set(names.pollLast(), elements);
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
            if (++tokens % TOKENS_BETWEEN == 0
                    && (tokens > Json.MOST_TOKENS || offset(delegate.currentLocation()) - start > limit)) {
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
