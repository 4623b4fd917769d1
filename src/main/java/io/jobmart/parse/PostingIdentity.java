package io.jobmart.parse;

import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The natural key of a posting, from its record alone: what later dumps will call the same.
 *
 * <ol>
 *   <li>{@code id:<source>/<id>}: the source's own id.
 *   <li>{@code url:<canonical url>}: the address, where it names the job. A parameter that repeats the publisher's
 *       reference number is left out of it, since these numbers change. An address that does not name the place
 *       has the place behind it ({@code @lisbon}) where the record has a reference number: feeds have one record, one number, but
 *       often one address for all places of a job.
 *   <li>{@code ref:<source>/<reference>/<title>}: a publisher's reference number. The next export may give it to another
 *       job, which then has another title.
 *   <li>{@code url:<canonical url>/<title>}: an address that does not name the job, such as that of a page with all jobs.
 *   <li>{@code content:<hash>}: all that a reader sees.
 * </ol>
 *
 * <p>An address names a job when it carries a number or when it is made of the title's words. Whatever is in doubt is made
 * two postings and not one: a false split is a row more, a false merge hides an opening.
 */
final class PostingIdentity {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** Parameters that choose among pages, not among jobs. */
    private static final Set<String> PAGING =
            Set.of("page", "p", "start", "offset", "limit", "size", "lang", "locale", "v");

    private PostingIdentity() {}

    static String of(RawPosting raw, String canonicalUrl, String contentHash) {
        String source = Objects.requireNonNullElse(raw.source(), "");
        if (raw.id() != null) {
            return "id:" + source + "/" + raw.id();
        }
        String title = String.join("-", words(raw.title()));
        String address = address(raw);
        if (address != null) {
            return "url:" + address + (raw.reference() == null ? "" : place(raw, address));
        }
        if (raw.reference() != null) {
            return "ref:" + source + "/" + raw.reference() + "/" + title;
        }
        if (canonicalUrl != null) {
            return "url:" + canonicalUrl + (title.isEmpty() ? "" : "/" + title);
        }
        return "content:" + contentHash;
    }

    /** The canonical url, without the reference number, where it names the job; else null. */
    static String address(RawPosting raw) {
        String plain = CanonicalUrl.of(raw.url(), raw.reference());
        return plain != null && names(plain, raw.title()) ? plain : null;
    }

    private static boolean names(String address, String title) {
        int query = address.indexOf('?');
        int slash = address.indexOf('/');
        String path = slash < 0 || query >= 0 && query < slash
                ? ""
                : address.substring(slash + 1, query < 0 ? address.length() : query);
        for (String segment : path.split("[/#!]+")) {
            if (isCode(segment)) {
                return true;
            }
        }
        if (query >= 0) {
            for (String parameter : address.substring(query + 1).split("[&/#!]+")) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? "" : parameter.substring(0, equals).toLowerCase(Locale.ROOT);
                if (!PAGING.contains(name) && isCode(parameter.substring(equals + 1))) {
                    return true;
                }
            }
        }
        Set<String> asked = new HashSet<>(words(title));
        int all = asked.size();
        asked.removeAll(words(address.substring(Math.max(slash, 0))));
        return all > asked.size() && all - asked.size() >= Math.min(2, all);
    }

    /**
     * Whether a part of an address is the number of something: a number that is no year, or, between its hyphens, a code
     * such as that of a UUID, {@code J3M55QA10B} or {@code R0012345}. "top-10-jobs-2026" are words.
     */
    static boolean isCode(String part) {
        if (NUMBER.matcher(part).matches()) {
            return !YEAR.matcher(part).matches();
        }
        for (String piece : SEPARATORS.split(part)) {
            long digits = piece.chars().filter(c -> c >= '0' && c <= '9').count();
            if ((digits >= 3 || digits == 2 && piece.length() >= 8)
                    && !YEAR.matcher(piece).matches()) {
                return true;
            }
        }
        return false;
    }

    private static String place(RawPosting raw, String address) {
        if (raw.places().isEmpty()) {
            return "";
        }
        RawPlace place = raw.places().get(0);
        String name = place.locality() != null
                ? place.locality()
                : place.region() != null ? place.region() : place.country() != null ? place.country() : place.text();
        List<String> words = words(name);
        return words.isEmpty() || words(address).containsAll(words) ? "" : "@" + String.join("-", words);
    }

    /** Words in lower case without accents, as addresses have them. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        if (text != null) {
            String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("")
                    .toLowerCase(Locale.ROOT);
            for (String word : SEPARATORS.split(plain)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
