package io.jobmart.parse;

import io.jobmart.model.EmploymentType;
import io.jobmart.model.EmploymentTypeReading;
import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the employment types that a posting offers: from structured values in their many spellings, from the header and
 * the title, and from the text only where it states them plainly. "Full-time employees receive" is about others.
 */
public final class EmploymentTypeReader {
    /** Structured values, letters and digits only, lower case. An empty list is a value that says nothing. */
    private static final Map<String, List<EmploymentType>> VALUES = values();

    private EmploymentTypeReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        EmploymentPhrase.addTriggers(lexicon);
    }

    private static Map<String, List<EmploymentType>> values() {
        Map<String, List<EmploymentType>> values = new HashMap<>();
        for (EmploymentType type : EmploymentType.values()) {
            for (String value : EmploymentPhrase.WORDS.list(type.name().toLowerCase(Locale.ROOT))) {
                values.computeIfAbsent(value, key -> new ArrayList<>(2)).add(type);
            }
        }
        for (String value : EmploymentPhrase.WORDS.list("none")) {
            values.put(value, List.of());
        }
        return values;
    }

    /** Every type once, structured ones first, each with where it was read first. */
    public static List<EmploymentTypeReading> read(PostingView view) {
        List<EmploymentTypeReading> readings = new ArrayList<>();
        EnumSet<EmploymentType> seen = EnumSet.noneOf(EmploymentType.class);
        for (String value : view.raw().employmentTypes()) {
            structured(view, value, seen, readings);
        }
        header(view, seen, readings);
        title(view, seen, readings);
        text(view, seen, readings);
        return List.copyOf(readings);
    }

    private static void structured(
            PostingView view, String value, EnumSet<EmploymentType> seen, List<EmploymentTypeReading> readings) {
        if (value == null || value.isBlank()) {
            return;
        }
        List<EmploymentType> whole = ofValue(value);
        if (whole != null) {
            whole.forEach(type -> add(type, Evidence.markup("employment.structured"), seen, readings));
            return;
        }
        boolean unknown = false;
        for (String part : value.split("[,;|/+·•()]|\\s-\\s|\\s(?:or|and|oder|ou|und|et|e|y)\\s")) {
            if (part.isBlank()) {
                continue;
            }
            List<EmploymentType> types = ofValue(part);
            if (types == null) {
                unknown = true;
            } else {
                types.forEach(type -> add(type, Evidence.markup("employment.structured"), seen, readings));
            }
        }
        if (unknown) {
            view.issue(Issue.EMPLOYMENT_TYPE_UNKNOWN, value.trim());
        }
    }

    /** The types of one structured value; empty when it says nothing, null when it is not known. */
    static List<EmploymentType> ofValue(String value) {
        int slash = value.startsWith("http") ? value.lastIndexOf('/') : -1;
        String name = slash < 0 ? value : value.substring(slash + 1);
        if (name.startsWith("schema:")) {
            name = name.substring(7);
        }
        StringBuilder key = new StringBuilder(name.length());
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        for (int i = 0; i < normal.length() && key.length() < 60; i++) {
            char c = normal.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(Character.toLowerCase(c));
            }
        }
        return VALUES.get(key.toString());
    }

    private static void header(PostingView view, EnumSet<EmploymentType> seen, List<EmploymentTypeReading> readings) {
        Tokens tokens = view.header();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.is(i, Trigger.EMPLOYMENT)) {
                EmploymentPhrase phrase = EmploymentPhrase.at(tokens, i);
                if (phrase != null && phrase.standsAlone(tokens)) {
                    add(
                            phrase.type(),
                            Evidence.header(
                                    tokens.start(phrase.first()), tokens.wordEnd(phrase.last()), "employment.header"),
                            seen,
                            readings);
                }
            }
        }
    }

    private static void title(PostingView view, EnumSet<EmploymentType> seen, List<EmploymentTypeReading> readings) {
        Tokens tokens = view.title();
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.is(i, Trigger.EMPLOYMENT)) {
                continue;
            }
            EmploymentPhrase phrase = EmploymentPhrase.at(tokens, i);
            if (phrase == null || !phrase.inTitle(tokens)) {
                continue;
            }
            add(
                    phrase.type(),
                    Evidence.title(tokens.start(phrase.first()), tokens.wordEnd(phrase.last()), "employment.title"),
                    seen,
                    readings);
        }
    }

    private static void text(PostingView view, EnumSet<EmploymentType> seen, List<EmploymentTypeReading> readings) {
        Tokens tokens = view.tokens();
        EmploymentPhrase accepted = null;
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.is(i, Trigger.EMPLOYMENT)) {
                continue;
            }
            EmploymentPhrase phrase = EmploymentPhrase.at(tokens, i);
            if (phrase == null) {
                continue;
            }
            // "full-time, permanent", "temporary/contract": the second goes with the first
            String rule = accepted != null && phrase.goesOnFrom(tokens, accepted)
                    ? "employment.pair"
                    : EmploymentStatement.rule(view, tokens, phrase);
            if (rule != null) {
                accepted = phrase;
                add(
                        phrase.type(),
                        Evidence.text(tokens.start(phrase.first()), tokens.wordEnd(phrase.last()), rule),
                        seen,
                        readings);
            }
            i = Math.max(i, phrase.last());
        }
        FlattenedHead.GluedType glued = FlattenedHead.is(view) ? FlattenedHead.type(view) : null;
        if (glued != null) {
            add(glued.type(), Evidence.text(glued.start(), glued.end(), "employment.glued"), seen, readings);
        }
    }

    private static void add(
            EmploymentType type,
            Evidence evidence,
            EnumSet<EmploymentType> seen,
            List<EmploymentTypeReading> readings) {
        if (seen.add(type)) {
            readings.add(new EmploymentTypeReading(type, evidence));
        }
    }
}
