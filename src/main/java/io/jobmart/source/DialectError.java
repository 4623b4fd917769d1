package io.jobmart.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what is wrong with the file of a dialect, to whoever wrote it: the key, the line and what was expected. */
final class DialectError {
    private static final Map<Class<?>, String> EXPECTED = Map.of(
            Dialect.class, "an object with name, requires and posting",
            Dialect.Fields.class, "an object of fields such as title and text",
            Dialect.Rule.class, "a path in quotation marks, or an object with path, join, flags or constant",
            Dialect.Part.class, "a path in quotation marks, or an object with text",
            Dialect.Place.class, "a path in quotation marks, or an object with locality, region, country or text",
            Dialect.Amount.class, "a path in quotation marks, or an object with min, max or text",
            FieldPath.class, "a path in quotation marks",
            Pattern.class, "a regular expression in quotation marks",
            String.class, "a text in quotation marks",
            boolean.class, "true or false");

    private DialectError() {}

    static String message(String file, JsonMappingException failure) {
        StringBuilder key = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            key.append(
                    step.getFieldName() == null
                            ? "[" + step.getIndex() + "]"
                            : (key.isEmpty() ? "" : ".") + step.getFieldName());
        }
        String line = failure.getLocation() == null || failure.getLocation().getLineNr() < 1
                ? ""
                : " (line " + failure.getLocation().getLineNr() + ")";
        return "The dialect " + file + " is wrong" + (key.isEmpty() ? "" : " at \"" + key + "\"") + line + ": "
                + cause(failure);
    }

    private static String cause(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "there is no such key; expected is one of " + words(unknown.getKnownPropertyIds());
        }
        if (failure instanceof InvalidFormatException format) {
            String found = "\"" + format.getValue() + "\" ";
            if (format.getTargetType() != null && format.getTargetType().isEnum()) {
                return found + "is none of " + words(constants(format.getTargetType()));
            }
            if (format.getTargetType() == Pattern.class) {
                String message = format.getOriginalMessage();
                return found + "is no regular expression: " + message.substring(message.lastIndexOf(": ") + 2);
            }
            return found + "is not " + EXPECTED.getOrDefault(format.getTargetType(), "a value that may stand here");
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause == failure && failure instanceof MismatchedInputException mismatch) {
            return "expected is " + EXPECTED.getOrDefault(mismatch.getTargetType(), "another kind of value");
        }
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    private static String words(Iterable<?> names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add(String.valueOf(name)));
        return String.join(", ", all);
    }

    private static List<String> constants(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Field field : type.getFields()) {
            JsonProperty name = field.getAnnotation(JsonProperty.class);
            if (name != null) {
                names.add(name.value());
            }
        }
        return names;
    }
}
