package io.jobmart.source;

import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.text.EncodingRepair;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Repairs the strings of a structured record. Whether they are mojibake is decided over all of them together: a short
 * company name says too little, and one record was written by one program.
 */
final class PostingStrings {
    /** Between strings while they are judged as one text: a character that JSON and people do not use. */
    private static final char BORDER = '\u001E';

    private PostingStrings() {}

    /** The same posting with its strings repaired, and with the flavour and the loss noted. */
    static RawPosting repaired(RawPosting posting) {
        StringBuilder all = new StringBuilder();
        boolean[] damaged = {posting.lossy()};
        RawPosting clean = map(posting, value -> {
            String kept = wellFormed(value);
            damaged[0] |= kept != value;
            all.append(kept).append(BORDER);
            return kept;
        });
        EncodingRepair.Result result = EncodingRepair.repair(all.toString());
        boolean lossy = damaged[0] || result.lossy();
        List<String> parts = result.flavour() == EncodingFlavour.NONE ? List.of() : split(result.text());
        if (parts.size() != count(all)) {
            return lossy == clean.lossy() ? clean : withRepair(clean, EncodingFlavour.NONE, lossy);
        }
        Iterator<String> next = parts.iterator();
        return withRepair(map(clean, value -> next.next()), result.flavour(), lossy);
    }

    /** The same string without NUL and without halves of surrogate pairs, which no UTF-8 file can hold. */
    static String wellFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || c == BORDER || Character.isSurrogate(c)) {
                return replaced(value, i);
            }
        }
        return value;
    }

    private static String replaced(String value, int from) {
        StringBuilder clean = new StringBuilder(value.length()).append(value, 0, from);
        boolean changed = false;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                clean.append(c).append(value.charAt(++i));
            } else if (c == 0 || c == BORDER || Character.isSurrogate(c)) {
                clean.append('\uFFFD');
                changed = true;
            } else {
                clean.append(c);
            }
        }
        return changed ? clean.toString() : value;
    }

    private static int count(StringBuilder all) {
        int count = 0;
        for (int i = 0; i < all.length(); i++) {
            if (all.charAt(i) == BORDER) {
                count++;
            }
        }
        return count;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(BORDER); end >= 0; end = text.indexOf(BORDER, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        return parts;
    }

    /** Every string that comes from the record, in a fixed order; never those that name where it was found. */
    private static RawPosting map(RawPosting p, UnaryOperator<String> operator) {
        UnaryOperator<String> each = value -> value == null ? null : operator.apply(value);
        return p.toBuilder()
                .id(each.apply(p.id()))
                .reference(each.apply(p.reference()))
                .requisition(each.apply(p.requisition()))
                .url(each.apply(p.url()))
                .title(each.apply(p.title()))
                .company(each.apply(p.company()))
                .companyUrl(each.apply(p.companyUrl()))
                .header(each.apply(p.header()))
                .payChips(list(p.payChips(), each))
                .placeChips(list(p.placeChips(), each))
                .description(each.apply(p.description()), p.descriptionFormat())
                .places(places(p.places(), each))
                .applicantPlaces(places(p.applicantPlaces(), each))
                .workModes(list(p.workModes(), each))
                .employmentTypes(list(p.employmentTypes(), each))
                .pay(p.pay().stream()
                        .map(pay -> new RawPay(
                                each.apply(pay.min()),
                                each.apply(pay.max()),
                                each.apply(pay.currency()),
                                each.apply(pay.period()),
                                each.apply(pay.text())))
                        .toList())
                .datePosted(each.apply(p.datePosted()))
                .validThrough(each.apply(p.validThrough()))
                .degrees(list(p.degrees(), each))
                .experienceMonths(each.apply(p.experienceMonths()))
                .experience(each.apply(p.experience()))
                .skills(list(p.skills(), each))
                .industry(each.apply(p.industry()))
                .build();
    }

    private static List<String> list(List<String> values, UnaryOperator<String> each) {
        return values.isEmpty() ? values : values.stream().map(each).toList();
    }

    private static List<RawPlace> places(List<RawPlace> values, UnaryOperator<String> each) {
        return values.isEmpty()
                ? values
                : values.stream()
                        .map(place -> new RawPlace(
                                each.apply(place.locality()),
                                each.apply(place.region()),
                                each.apply(place.country()),
                                each.apply(place.text())))
                        .toList();
    }

    private static RawPosting withRepair(RawPosting p, EncodingFlavour flavour, boolean lossy) {
        return p.toBuilder().repair(flavour, lossy).build();
    }
}
