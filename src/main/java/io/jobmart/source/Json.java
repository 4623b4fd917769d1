package io.jobmart.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.model.QuarantineReason;
import java.util.Locale;

/**
 * How JSON is parsed: within limits, and forgiving what crawled pages are known for and what changes no meaning: raw line
 * breaks inside strings, comments, a comma before a closing bracket, Markdown's backslashes.
 */
final class Json {
    private Json() {}

    static JsonMapper mapper(ReadOptions options) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(options.maxDepth())
                        .maxStringLength(options.maxRecordBytes())
                        .maxNameLength(Math.min(options.maxRecordBytes(), 10_000))
                        .build())
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
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

    /** The cause in words, with line and column. */
    static String detail(JsonProcessingException failure) {
        JsonLocation at = failure.getLocation();
        String message = failure.getOriginalMessage();
        int end = message.indexOf('\n');
        return at == null
                ? message
                : String.format(
                        Locale.ROOT,
                        "%s at line %d, column %d",
                        end < 0 ? message : message.substring(0, end),
                        at.getLineNr(),
                        at.getColumnNr());
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

    /** Whether the bytes are not UTF-8, rather than the JSON wrong. */
    static boolean isEncoding(JsonProcessingException failure) {
        return failure.getOriginalMessage() != null
                && failure.getOriginalMessage().startsWith("Invalid UTF-8");
    }

    private static boolean isDepth(JsonProcessingException failure) {
        return failure.getOriginalMessage().contains("nesting depth");
    }
}
