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

    /**
     * Adds the postings of a value, or its rejection.
     *
     * @param list path of the list that it is an element of, {@code .} for none
     * @param surroundings the object around that list; may be null
     */
    void add(JsonNode value, String list, String sourceRecord, JsonNode surroundings) {
        List<JsonPostings.Found> found = JsonPostings.find(value);
        if (!found.isEmpty()) {
            for (JsonPostings.Found one : found) {
                linkedData(value, one, sourceRecord);
            }
            return;
        }
        Dialects.Match match = options.dialects().find(Shape.JSON, list, value, surroundings);
        if (match != null) {
            dialect(match, sourceRecord, surroundings);
            return;
        }
        if (!list.equals(ITSELF) || !lists(value, sourceRecord)) {
            reject(sourceRecord, "JSON that is neither a schema.org JobPosting nor of a known dialect", value);
        }
    }

    private void linkedData(JsonNode root, JsonPostings.Found found, String sourceRecord) {
        RawPosting posting = JsonPostings.read(
                root,
                found.node(),
                builder(
                        lines ? SourceFormat.JSON_LD_LINES : SourceFormat.JSON_LD,
                        address(sourceRecord, found.pointer())));
        into.add(records.record(posting, found.node()::toString));
    }

    private void dialect(Dialects.Match match, String sourceRecord, JsonNode surroundings) {
        String exclusion = DialectReader.exclusion(match.dialect(), match.record(), surroundings);
        if (exclusion != null) {
            reject(sourceRecord, "No posting: " + exclusion, match.record());
            return;
        }
        RawPosting posting = DialectReader.read(
                match.dialect(),
                match.record(),
                surroundings,
                builder(lines ? SourceFormat.JSON_LINES : SourceFormat.JSON, sourceRecord));
        into.add(records.record(posting, match.record()::toString));
    }

    /** The elements of the first list of postings within an object; false when there is none. */
    private boolean lists(JsonNode value, String sourceRecord) {
        if (!value.isObject() || Dialects.isLinkedData(value)) {
            return false;
        }
        for (FieldPath path : options.dialects().lists()) {
            List<JsonPostings.Found> elements = elements(value, path);
            if (elements.isEmpty() || !isPosting(elements.get(0).node(), path.name(), value)) {
                continue;
            }
            for (JsonPostings.Found element : elements) {
                add(element.node(), path.name(), address(sourceRecord, element.pointer()), value);
            }
            return true;
        }
        return false;
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
        return RawPosting.of(format, records.sourceFile(), sourceRecord)
                .source(options.source())
                .repair(EncodingFlavour.NONE, lossy);
    }

    private void reject(String sourceRecord, String detail, JsonNode value) {
        into.add(records.rejected(sourceRecord, QuarantineReason.NOT_A_JOB_POSTING, detail, value.toString()));
    }

    private static String address(String sourceRecord, String pointer) {
        return pointer.isEmpty() ? sourceRecord : (sourceRecord == null ? "" : sourceRecord) + pointer;
    }
}
