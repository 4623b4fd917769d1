package io.jobmart.privacy;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.PersonalDatum;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds e-mail addresses, telephone numbers, names of contact persons and of their pages in a text. What it takes must be
 * personal: a company, place, product, pay figure, date or id is never worth a mask. Addresses of roles ({@code jobs@...})
 * are taken all the same: whether one is read by a person can't be told.
 *
 * <p>Linear in the length of the text, whatever it holds.
 */
public final class PersonalDataFinder {
    private PersonalDataFinder() {}

    /**
     * What a text holds, in its order and without overlaps.
     *
     * @param text null for none
     * @param field that the text is
     */
    public static List<PersonalDatum> find(String text, EvidenceField field) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        Spans spans = new Spans();
        EmailAddresses.find(text, spans);
        PhoneNumbers.find(text, spans);
        Profiles.find(text, spans);
        ContactNames.find(text, spans);
        if (spans.isEmpty()) {
            return List.of();
        }
        boolean offsets = field != EvidenceField.MARKUP;
        List<PersonalDatum> data = new ArrayList<>();
        for (Spans.Span span : spans.sorted()) {
            data.add(new PersonalDatum(
                    span.kind(),
                    field,
                    offsets ? span.start() : null,
                    offsets ? span.end() : null,
                    text.substring(span.start(), span.end())));
        }
        return data;
    }
}
