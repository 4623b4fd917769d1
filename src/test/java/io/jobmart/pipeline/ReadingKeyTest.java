package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Issue;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingKeyTest {
    private static final RawPosting POSTING =
            RawPosting.of(SourceFormat.JSON, "a.json", "1").source("board").build();

    /** A value for each component that differs from what {@link #POSTING} has there. */
    private static Object other(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return "other";
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 20);
        }
        if (type == List.class) {
            String element = component.getGenericType().getTypeName();
            if (element.contains("RawPay")) {
                return List.of(new RawPay("1", null, null, null, null));
            }
            if (element.contains("RawPlace")) {
                return List.of(new RawPlace(null, null, "DE", null));
            }
            if (element.contains("PostingIssue")) {
                return List.of(new PostingIssue(Issue.TEXT_MISSING, null));
            }
            return List.of("other");
        }
        if (type == SourceFormat.class) {
            return SourceFormat.CSV;
        }
        if (type == TextFormat.class) {
            return TextFormat.values()[TextFormat.values().length - 1];
        }
        if (type == EncodingFlavour.class) {
            return EncodingFlavour.values()[EncodingFlavour.values().length - 1];
        }
        throw new IllegalStateException("No other value of " + type);
    }

    private static RawPosting with(RawPosting posting, String name) throws ReflectiveOperationException {
        RecordComponent[] components = RawPosting.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(name)
                    ? other(components[i])
                    : components[i].getAccessor().invoke(posting);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return RawPosting.class.getDeclaredConstructor(types).newInstance(values);
    }

    @Test
    void everythingButWhereTheRecordStandsAndWhenItWasSeenCounts() throws ReflectiveOperationException {
        Set<Long> keys = new HashSet<>(Set.of(ReadingKey.of(POSTING, "1")));
        for (RecordComponent component : RawPosting.class.getRecordComponents()) {
            String name = component.getName();
            boolean counts = !Set.of("sourceFile", "sourceRecord", "captured").contains(name);
            assertEquals(counts, keys.add(ReadingKey.of(with(POSTING, name), "1")), name);
        }
    }

    @Test
    void theVersionOfTheCodeCounts() {
        assertNotEquals(ReadingKey.of(POSTING, "1"), ReadingKey.of(POSTING, "2"));
    }

    @Test
    void theDayCountsWhereADateIsToldInWords() throws ReflectiveOperationException {
        RawPosting words = POSTING.toBuilder().datePosted("3 days ago").build();
        assertNotEquals(ReadingKey.of(words, "1"), ReadingKey.of(with(words, "captured"), "1"));
        RawPosting day = POSTING.toBuilder().datePosted("2026-11-17").build();
        assertEquals(ReadingKey.of(day, "1"), ReadingKey.of(with(day, "captured"), "1"));
    }
}
