package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.text.TextDecoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Statements of web pages in N-Quads, as the Web Data Commons publish what they find in a crawl: the graph is the page, and
 * the statements of a page stand together. Each page's statements are put together to the JSON that JSON-LD would have, and
 * read as such. Of pages without a JobPosting nothing is said, of a file without any there is one rejection.
 */
final class NQuadRecords extends FileRecords {
    private static final Pattern STATEMENT =
            Pattern.compile("(?:<[^<>\\s]{1,2000}>|_:[^\\s<>\"]{1,200})\\s+<[^<>\\s]{1,2000}>\\s+(?:<[^<>\\s]|_:|\")");
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private final LineInput lines;
    private final ReadOptions options;
    private final Deque<SourceRecord> ready = new ArrayDeque<>();
    private final JsonNodeFactory json = JsonNodeFactory.instance;

    private Map<String, ObjectNode> nodes = new LinkedHashMap<>();
    private String page;
    private long pageOffset;
    private long pageBytes;
    private boolean lossy;
    private boolean any;
    private boolean ended;

    NQuadRecords(String sourceFile, ContentStream content, LineInput lines, ReadOptions options) {
        super(sourceFile, FileFormat.N_QUADS, content);
        this.lines = lines;
        this.options = options;
    }

    /** Whether a text starts with a statement, behind comments. */
    static boolean startsIn(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '#') {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        return STATEMENT.matcher(text).region(at, text.length()).lookingAt();
    }

    @Override
    SourceRecord read() throws IOException {
        while (ready.isEmpty() && !ended) {
            if (!lines.next() || isDamaged() && !lines.isTerminated()) {
                ended = true;
                finishPage();
                if (!any && ready.isEmpty() && !isDamaged()) {
                    ready.add(rejected(
                            null,
                            QuarantineReason.NOT_A_JOB_POSTING,
                            "Statements without a JobPosting among them",
                            null));
                }
            } else if (!lines.isBlank()) {
                line();
            }
        }
        return ready.poll();
    }

    private void line() {
        if (lines.isTooLong()) {
            any = true;
            ready.add(rejected(
                    "offset:" + lines.lineOffset(),
                    QuarantineReason.TOO_LARGE,
                    "The line has " + lines.lineBytes() + " bytes; the limit is " + options.maxRecordBytes(),
                    payload(lines.line(), lines.length())));
            return;
        }
        TextDecoder.Decoded decoded = TextDecoder.decode(Arrays.copyOf(lines.line(), lines.length()));
        try {
            NQuad quad = NQuad.parse(decoded.text());
            if (quad != null) {
                statement(quad, decoded.lossy());
            }
        } catch (NQuad.SyntaxException e) {
            any = true;
            ready.add(rejected(
                    "offset:" + lines.lineOffset(),
                    QuarantineReason.N_QUADS_SYNTAX,
                    e.getMessage(),
                    payload(lines.line(), lines.length())));
        }
    }

    private void statement(NQuad quad, boolean damaged) {
        if (nodes.isEmpty() || !Objects.equals(quad.graph(), page)) {
            finishPage();
            page = quad.graph();
            pageOffset = lines.lineOffset();
            pageBytes = 0;
            lossy = false;
        }
        lossy |= damaged;
        pageBytes += lines.lineBytes();
        if (pageBytes > options.maxRecordBytes()) {
            // The rest of the page is read over; what it holds is not kept.
            nodes = new LinkedHashMap<>(Map.of(quad.subject(), json.objectNode()));
            return;
        }
        ObjectNode node =
                nodes.computeIfAbsent(quad.subject(), name -> json.objectNode().put("@id", name));
        if (quad.predicate().equals(TYPE)) {
            add(node, "@type", json.textNode(quad.object()));
        } else {
            add(
                    node,
                    name(quad.predicate()),
                    quad.literal()
                            ? json.textNode(quad.object())
                            : json.objectNode().put("@id", quad.object()));
        }
    }

    /** The last part of an address: older dumps write {@code http://schema.org/JobPosting/title}. */
    private static String name(String predicate) {
        int vocabulary = predicate.indexOf("schema.org/");
        return vocabulary < 0 ? predicate : predicate.substring(predicate.lastIndexOf('/') + 1);
    }

    private void add(ObjectNode node, String name, JsonNode value) {
        JsonNode before = node.get(name);
        if (before == null) {
            node.set(name, value);
        } else if (before instanceof ArrayNode list) {
            list.add(value);
        } else {
            node.set(name, json.arrayNode().add(before).add(value));
        }
    }

    private void finishPage() {
        Map<String, ObjectNode> all = nodes;
        nodes = new LinkedHashMap<>();
        if (pageBytes > options.maxRecordBytes()) {
            any = true;
            ready.add(rejected(
                    "offset:" + pageOffset,
                    QuarantineReason.TOO_LARGE,
                    "The page's statements have " + pageBytes + " bytes; the limit is " + options.maxRecordBytes(),
                    page));
            return;
        }
        List<ObjectNode> postings = postings(all);
        if (postings.isEmpty()) {
            return;
        }
        any = true;
        ArrayNode root = json.arrayNode().addAll(all.values());
        for (ObjectNode node : postings) {
            String address = "offset:" + pageOffset + "/" + node.get("@id").textValue();
            RawPosting posting = JsonPostings.read(
                    root,
                    node,
                    RawPosting.of(SourceFormat.N_QUADS, sourceFile(), address)
                            .source(options.source())
                            .repair(EncodingFlavour.NONE, lossy));
            if (posting.url() == null && postings.size() == 1) {
                posting = posting.toBuilder().url(page).build();
            }
            ready.add(record(posting, () -> raw(all, node)));
        }
    }

    /** The postings of a page, without those that are values of another posting. */
    private static List<ObjectNode> postings(Map<String, ObjectNode> nodes) {
        List<ObjectNode> postings = new ArrayList<>();
        Set<String> inner = new HashSet<>();
        for (ObjectNode node : nodes.values()) {
            if (isPosting(node)) {
                postings.add(node);
                for (JsonNode value : node) {
                    for (JsonNode one : value.isArray() ? value : List.of(value)) {
                        inner.add(one.path("@id").asText());
                    }
                }
            }
        }
        // Two that point at each other are both records.
        List<ObjectNode> outer = postings.stream()
                .filter(node -> !inner.contains(node.get("@id").textValue()))
                .toList();
        return outer.isEmpty() ? postings : outer;
    }

    private static boolean isPosting(ObjectNode node) {
        JsonNode type = node.path("@type");
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            String name = one.asText();
            if (name.endsWith("schema.org/JobPosting")) {
                return true;
            }
        }
        return false;
    }

    /** The posting with what it refers to, as JSON-LD. */
    private static String raw(Map<String, ObjectNode> nodes, ObjectNode posting) {
        ArrayNode graph = JsonNodeFactory.instance.arrayNode();
        Set<String> seen = new HashSet<>();
        Deque<ObjectNode> open = new ArrayDeque<>(List.of(posting));
        while (!open.isEmpty()) {
            ObjectNode node = open.poll();
            if (!seen.add(node.get("@id").textValue())) {
                continue;
            }
            graph.add(node);
            for (JsonNode value : node) {
                for (JsonNode one : value.isArray() ? value : List.of(value)) {
                    ObjectNode next = nodes.get(one.path("@id").asText());
                    if (next != null) {
                        open.add(next);
                    }
                }
            }
        }
        return graph.toString();
    }
}
