package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.source.Dialect.Shape;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a JSON value is: postings of schema.org, else one of a dialect, else a list of such, else a rejection. */
final class JsonRecords {
    private static final String ITSELF = ".";

    private final FileRecords records;
    private final boolean lines;
    private final boolean lossy;
    private final ReadOptions options;
    private final Deque<SourceRecord> into;
    private Json.Value value;

    JsonRecords(FileRecords records, boolean lines, boolean lossy, ReadOptions options, Deque<SourceRecord> into) {
        this.records = records;
        this.lines = lines;
        this.lossy = lossy;
        this.options = options;
        this.into = into;
    }

    /** Whether a value found in a list makes it a list of postings. */
    boolean isPosting(JsonNode value, String list, JsonNode surroundings) {
        return options.dialects().find(Shape.JSON, list, value, surroundings) != null
                || !JsonPostings.find(value).isEmpty();
    }

    /** Whether a record says less as long as something around it has not been read. */
    boolean waits(JsonNode node, String list, JsonNode surroundings) {
        Dialects.Match match = options.dialects().find(Shape.JSON, list, node, surroundings);
        return match != null && match.dialect().outer().stream().anyMatch(path -> !path.exists(node, surroundings));
    }

    /**
     * Adds the postings of a value, or its rejection. A value that is cut off and has no posting any more is no other
     * record: it is broken.
     *
     * @param list path of the list that it is an element of, {@code .} for none
     * @param surroundings the object around that list; may be null
     */
    void add(Json.Value read, String list, String sourceRecord, JsonNode surroundings) {
        value = read;
        add(read.node(), list, sourceRecord, surroundings);
    }

    private void add(JsonNode node, String list, String sourceRecord, JsonNode surroundings) {
        List<JsonPostings.Found> found = JsonPostings.find(node);
        if (!found.isEmpty()) {
            for (JsonPostings.Found one : found) {
                linkedData(node, one, sourceRecord);
            }
            return;
        }
        Dialects.Match match = options.dialects().find(Shape.JSON, list, node, surroundings);
        if (match != null) {
            dialect(match, sourceRecord, surroundings);
            return;
        }
        boolean whole = list.equals(ITSELF);
        if (whole && isEmptyBoard(node)) {
            return;
        }
        if (!whole || !lists(node, sourceRecord)) {
            reject(sourceRecord, "JSON that is neither a schema.org JobPosting nor of a known dialect", node);
        }
    }

    private void linkedData(JsonNode root, JsonPostings.Found found, String sourceRecord) {
        RawPosting posting = JsonPostings.read(
                root,
                found.node(),
                builder(
                        lines ? SourceFormat.JSON_LD_LINES : SourceFormat.JSON_LD,
                        address(sourceRecord, found.pointer())));
        add(posting, found.node());
    }

    private void dialect(Dialects.Match match, String sourceRecord, JsonNode surroundings) {
        String exclusion = DialectReader.exclusion(match, surroundings);
        if (exclusion != null) {
            reject(sourceRecord, "No posting: " + exclusion, match.record());
            return;
        }
        RawPosting posting = DialectReader.read(
                match, surroundings, builder(lines ? SourceFormat.JSON_LINES : SourceFormat.JSON, sourceRecord));
        add(posting, match.record());
    }

    private void add(RawPosting posting, JsonNode node) {
        SourceRecord record = records.record(posting, node::toString);
        if (record instanceof SourceRecord.Rejected && value.isIncomplete()) {
            reject(posting.sourceRecord(), null, node);
        } else {
            into.add(record);
        }
    }

    /** The elements of the first list of postings within an object; false when there is none. */
    private boolean lists(JsonNode value, String sourceRecord) {
        if (!value.isObject() || Dialects.isLinkedData(value)) {
            return false;
        }
        for (FieldPath path : options.dialects().lists()) {
            List<JsonPostings.Found> elements = elements(value, path);
            if (elements.stream().noneMatch(element -> isPosting(element.node(), path.name(), value))) {
                continue;
            }
            for (JsonPostings.Found element : elements) {
                add(element.node(), path.name(), address(sourceRecord, element.pointer()), value);
            }
            return true;
        }
        return false;
    }

    /** Whether an object has a list of postings without any: a board that offers nothing today has no record. */
    private boolean isEmptyBoard(JsonNode node) {
        if (!node.isObject() || node.has("title") || Dialects.isLinkedData(node)) {
            return false;
        }
        boolean found = false;
        for (FieldPath path : options.dialects().lists()) {
            JsonNode inner = node;
            for (String name : path.name().split("\\.")) {
                inner = inner.path(name);
            }
            if (path.isList() && inner.isArray()) {
                if (!inner.isEmpty()) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** The values of a path with their pointers: names only, and each array on the way element by element. */
    private static List<JsonPostings.Found> elements(JsonNode value, FieldPath path) {
        List<JsonPostings.Found> found = List.of(new JsonPostings.Found("", value));
        for (String name : path.name().split("\\.")) {
            List<JsonPostings.Found> next = new ArrayList<>();
            for (JsonPostings.Found one : found) {
                JsonNode inner = one.node().path(name);
                String pointer = one.pointer() + "/" + name;
                if (inner.isArray()) {
                    for (int i = 0; i < inner.size(); i++) {
                        next.add(new JsonPostings.Found(pointer + "/" + i, inner.get(i)));
                    }
                } else if (!inner.isMissingNode()) {
                    next.add(new JsonPostings.Found(pointer, inner));
                }
            }
            found = next;
        }
        return found;
    }

    private RawPosting.Builder builder(SourceFormat format, String sourceRecord) {
        RawPosting.Builder posting = RawPosting.of(format, records.sourceFile(), sourceRecord)
                .source(options.source())
                .repair(EncodingFlavour.NONE, lossy);
        value.note(posting);
        return posting;
    }

    private void reject(String sourceRecord, String detail, JsonNode node) {
        boolean broken = value.isIncomplete();
        into.add(records.rejected(
                sourceRecord,
                broken ? QuarantineReason.JSON_SYNTAX : QuarantineReason.NOT_A_JOB_POSTING,
                broken ? Json.detail(value.failure()) : detail,
                node.toString()));
    }

    private static String address(String sourceRecord, String pointer) {
        return pointer.isEmpty() ? sourceRecord : (sourceRecord == null ? "" : sourceRecord) + pointer;
    }
}
