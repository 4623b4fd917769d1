package io.jobmart.privacy;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.PersonalDatum;
import io.jobmart.model.Posting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** The strings of a posting that may hold personal data, by the names of their components. */
public final class PersonalFields {
    /** Strings of a posting that evidence counts in, with the field that they are. */
    public static final Map<String, EvidenceField> TEXTS =
            Map.of("text", EvidenceField.TEXT, "header", EvidenceField.HEADER, "title.raw", EvidenceField.TITLE);

    /** Strings that hold words of the posting, or that a source may put anything into. */
    public static final List<String> VALUES = List.of("title.title", "url", "canonicalUrl");

    /** The same of its lists: list and component. */
    public static final Map<String, List<String>> LISTS = Map.of(
            "companies", List.of("name", "rawText", "industry"),
            "places", List.of("rawText"),
            "pay", List.of("rawText"),
            "degrees", List.of("fieldOfStudy"),
            "languages", List.of("proficiency"),
            "skills", List.of("surface"),
            "requirements", List.of("label", "fieldOfStudy", "proficiency", "text"),
            "sections", List.of("heading"),
            "issues", List.of("detail"));

    private PersonalFields() {}

    /** A posting as it may be shown. Tables do the same column by column, and read no more than they show. */
    public static Posting published(Posting posting, PersonalData choice) {
        return choice == PersonalData.KEEP || posting.personalData().isEmpty()
                ? posting
                : copy(posting, "", posting.personalData(), choice);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R copy(R record, String path, List<PersonalDatum> data, PersonalData choice) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                Object value = components[i].getAccessor().invoke(record);
                String name = path + components[i].getName();
                values[i] = value instanceof List<?> list
                        ? list.stream()
                                .map(element -> published(element, name, data, choice))
                                .toList()
                        : published(value, name, data, choice);
            }
            return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (IllegalAccessException
                | InvocationTargetException
                | InstantiationException
                | NoSuchMethodException e) {
            throw new IllegalStateException("A record of the model has a constructor of its components", e);
        }
    }

    private static Object published(Object value, String name, List<PersonalDatum> data, PersonalData choice) {
        if (value instanceof PersonalDatum datum) {
            return new PersonalDatum(
                    datum.kind(), datum.field(), datum.start(), datum.end(), choice.value(datum.words(), data));
        }
        if (value instanceof Record nested) {
            return copy(nested, name + ".", data, choice);
        }
        if (!(value instanceof String string)) {
            return value;
        }
        if (TEXTS.containsKey(name)) {
            return choice.text(string, data, TEXTS.get(name));
        }
        int dot = name.indexOf('.');
        boolean ofList =
                dot > 0 && LISTS.getOrDefault(name.substring(0, dot), List.of()).contains(name.substring(dot + 1));
        return ofList || VALUES.contains(name) || name.equals("postingId") ? choice.value(string, data) : string;
    }
}
