package io.jobmart.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.model.Issue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How JSON is parsed: within limits and as its standard says; what is broken is mended once, and said to be. */
final class Json {
    /** Larger strings and elements are not mended: they would have to be held a second time for that. */
    static final int LARGEST_MENDED = 2 * 1024 * 1024;

    /** In characters, of two bytes each: half of what the largest record may take by default. */
    private static final int LONGEST_STRING = 8 * 1024 * 1024;

    /**
     * Brackets, names and values of one record: far more than a posting has. Each may take 30 times the memory that it
     * has as text.
     */
    static final int MOST_TOKENS = 400_000;

    private Json() {}

    /**
     * A value that was read.
     *
     * @param mended what had to be mended; empty for sound JSON
     * @param failure why it was not read as it was; null for sound JSON
     */
    record Value(JsonNode node, Set<JsonRepair.Mend> mended, JsonProcessingException failure) {
        static Value sound(JsonNode node) {
            return new Value(node, Set.of(), null);
        }

        /** Notes on a posting of this value what was mended. */
        void note(RawPosting.Builder posting) {
            if (!mended.isEmpty()) {
                posting.issue(
                        Issue.JSON_SALVAGED,
                        mended.stream().map(JsonRepair.Mend::toString).collect(Collectors.joining("; ")));
            }
        }

        /** Whether something that the value held may be missing now. */
        boolean isIncomplete() {
            return mended.contains(JsonRepair.Mend.CUT_OFF) || mended.contains(JsonRepair.Mend.MISSING_VALUES);
        }
    }

    /**
     * Reads one value, mended where it is broken.
     *
     * @throws JsonProcessingException when it is beyond the limits, or can't be mended: with the place that can't
     */
    static Value read(JsonMapper mapper, String text, ReadOptions options) throws JsonProcessingException {
        try {
            return Value.sound(mapper.readTree(text));
        } catch (JsonProcessingException e) {
            return mended(mapper, text, e, options);
        }
    }

    /** The same for a value that failed to be read as it is. */
    static Value mended(JsonMapper mapper, String text, JsonProcessingException failure, ReadOptions options)
            throws JsonProcessingException {
        if (failure instanceof StreamConstraintsException) {
            throw failure;
        }
        try (JsonRepair repair = new JsonRepair(new StringReader(text), LARGEST_MENDED, null)) {
            JsonNode node = mapper.readTree(repair);
            return new Value(node, repair.drain(), failure);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }

    /** For one value: a line, a block of a page. */
    static JsonMapper mapper(ReadOptions options) {
        return mapper(options, MOST_TOKENS);
    }

    /** For a document of any size, whose reader counts by element. */
    static JsonMapper documents(ReadOptions options) {
        return mapper(options, Long.MAX_VALUE);
    }

    private static JsonMapper mapper(ReadOptions options, long tokens) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(options.maxDepth())
                        .maxTokenCount(tokens)
                        .maxStringLength(Math.min(options.maxRecordBytes(), LONGEST_STRING))
                        .maxNameLength(Math.min(options.maxRecordBytes(), 10_000))
                        .build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                // Names of hostile records must not fill a table that lives as long as the process.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    static QuarantineReason reason(JsonProcessingException failure) {
        boolean limit = failure instanceof StreamConstraintsException && !isDepth(failure);
        return limit ? QuarantineReason.TOO_LARGE : QuarantineReason.JSON_SYNTAX;
    }

    /** The cause in words, with line, column and offset, the latter in bytes of UTF-8. */
    static String detail(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        String message = failure.getOriginalMessage();
        int end = message.indexOf('\n');
        return at == null
                ? message
                : String.format(
                        Locale.ROOT,
                        "%s at line %d, column %d, offset %d",
                        end < 0 ? message : message.substring(0, end),
                        at.getLineNr(),
                        at.getColumnNr(),
                        Math.max(at.getByteOffset(), at.getCharOffset()));
    }

    /** Whether Jackson would take the bytes for UTF-16 or UTF-32, of which it knows more kinds than it reads. */
    static boolean looksWide(byte[] bytes, int start, int end) {
        for (int i = start; i < Math.min(start + 4, end); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDepth(JsonProcessingException failure) {
        return failure.getOriginalMessage().contains("nesting depth");
    }
}
