package io.jobmart.parse;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.Evidence;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.util.List;

/**
 * Tells whether who posts is an agency that looks for people for somebody else: by its own name ("Pier Staffing"), by what
 * it says of itself ("we are a recruitment agency"), or by whom it speaks for ("our client, a ...", "on behalf of our
 * client"). Consultants have clients, too, so a client counts only where a sentence begins with it or looks for somebody.
 */
final class AgencyReader {
    private static final WordSet CLIENT = words("client");
    private static final WordSet CLIENTS = words("clients");
    private static final WordSet OUR = words("our");
    private static final WordSet AFTER_CLIENT = words("after_client");
    private static final WordSet HIRES = words("hires");
    private static final WordSet FOR = words("for_client");
    private static final WordSet ONE = words("one_of");
    private static final WordSet TRADE = words("agency_trade");
    private static final WordSet FIRM = words("agency_firm");
    private static final WordSet NAME = words("agency_name");
    private static final WordSet BESIDE = words("beside_trade");
    private static final WordSet OTHERS = words("other_agency");

    /** Adjectives between "our" and "client". */
    private static final int FARTHEST_OUR = 4;
    /** From "we are" to the trade: "a leading, award-winning and independent recruitment agency". */
    private static final int FARTHEST_VERB = 9;

    private final PostingView view;
    private final Tokens tokens;

    private AgencyReader(PostingView view) {
        this.view = view;
        this.tokens = view.tokens();
    }

    private static WordSet words(String list) {
        return CompanyName.WORDS.words(list);
    }

    static void addTriggers(Lexicon.Builder lexicon) {
        for (WordSet words :
                List.of(CLIENT, CLIENTS, OUR, AFTER_CLIENT, HIRES, FOR, ONE, TRADE, FIRM, NAME, BESIDE, OTHERS)) {
            words.addTo(lexicon);
        }
        for (String word : List.of("acting", "employment", "agency", "business", "we", "are", "re", "is", "as", "of")) {
            lexicon.add(word);
        }
    }

    /** The poster once more, as the agency that a posting shows it to be; null when nothing says so. */
    static CompanyMention read(PostingView view, CompanyMention poster) {
        Evidence evidence = named(view, poster);
        if (evidence == null) {
            evidence = new AgencyReader(view).said(poster);
        }
        return evidence == null
                ? null
                : new CompanyMention(
                        poster.companyId(),
                        poster.name(),
                        poster.legalSuffix(),
                        poster.domain(),
                        poster.industry(),
                        CompanyRole.AGENCY,
                        poster.rawText(),
                        evidence);
    }

    /** "Pier Staffing", "Lakeside Recruitment Partners": the evidence is that of the name. */
    private static Evidence named(PostingView view, CompanyMention poster) {
        Tokens words = Tokens.of(poster.name(), view.tokens().lexicon());
        for (int i = 0; i < words.count(); i++) {
            boolean search = words.is(i, "search") && words.is(i - 1, "executive");
            if (search || NAME.has(words, i)) {
                Evidence at = poster.evidence();
                return new Evidence(at.field(), at.start(), at.end(), "company.agency_name");
            }
        }
        return null;
    }

    private Evidence said(CompanyMention poster) {
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.id(i) == Lexicon.UNKNOWN) {
                continue;
            }
            int from = -1;
            int last = i;
            if (CLIENT.has(tokens, i) || CLIENTS.has(tokens, i)) {
                from = client(i);
            } else if (TRADE.has(tokens, i)) {
                last = firm(i);
                from = last < 0 ? -1 : speaker(i, poster);
            } else if (tokens.is(i, "acting") && tokens.is(i + 1, "as")) {
                // the words of British law: "is acting as an employment agency in relation to this vacancy"
                boolean law =
                        tokens.is(i + 3, "employment") && (tokens.is(i + 4, "agency") || tokens.is(i + 4, "business"));
                from = law ? i : -1;
                last = i + 4;
            }
            if (from >= 0) {
                return Evidence.text(tokens.start(from), tokens.wordEnd(last), "company.agency");
            }
        }
        return null;
    }

    /** The token at which the words begin that make a client one whom somebody is sought for; -1 when they do not. */
    private int client(int i) {
        SectionKind section = view.sectionAt(tokens.start(i));
        if (section == SectionKind.BOILERPLATE || section == SectionKind.RESPONSIBILITIES || section.demands()) {
            return -1;
        }
        String text = view.text();
        int end = tokens.wordEnd(i);
        if (end < text.length() && text.charAt(end) == '-') {
            // "our client-centric mindset"
            return -1;
        }
        int our = i - 1;
        while (our > i - FARTHEST_OUR && our > 0 && tokens.isWord(our) && !OUR.has(tokens, our)) {
            our--;
        }
        if (!OUR.has(tokens, our)) {
            return -1;
        }
        boolean of = tokens.is(our - 1, "of") || tokens.is(our - 1, "de");
        boolean one = ONE.has(tokens, of ? our - 2 : our - 1);
        boolean singular = CLIENT.has(tokens, i) && (!CLIENTS.has(tokens, i) || one);
        if (!singular && !one) {
            return -1;
        }
        int from = one ? of ? our - 2 : our - 1 : our;
        if (opens(from) && (AFTER_CLIENT.has(tokens, i + 1) || tokens.end(i) > tokens.wordEnd(i))) {
            return from;
        }
        int lead = tokens.is(from - 1, "of") ? from - 2 : from - 1;
        // "for our client's unique environments", "for our Client Identity team"
        boolean name = isCapital(i) && tokens.isWord(i + 1) && isCapital(i + 1) && tokens.start(i + 1) == end + 1;
        boolean other = tokens.end(i) > end || name;
        boolean led = !other && FOR.has(tokens, lead) && (lead == from - 1 || tokens.is(lead, "behalf"));
        return led && looksForSomebody(from) ? lead : -1;
    }

    private boolean isCapital(int i) {
        return i < tokens.count() && Character.isUpperCase(view.text().charAt(tokens.start(i)));
    }

    /** Whether the sentence around a token looks for somebody: "for one of our clients we are looking for". */
    private boolean looksForSomebody(int i) {
        Line line = view.lineAt(tokens.start(i));
        if (line == null) {
            return false;
        }
        int to = tokens.at(line.end());
        for (int k = tokens.at(line.start()); k < to; k++) {
            if (HIRES.has(tokens, k)) {
                return true;
            }
        }
        return false;
    }

    private boolean opens(int i) {
        if (i <= 0) {
            return true;
        }
        Line line = view.lineAt(tokens.start(i));
        if (line != null && tokens.at(line.start()) == i) {
            return true;
        }
        char before = view.text().charAt(tokens.end(i - 1) - 1);
        boolean apart = before == '.' || before == '!' || before == ':' || before == '?' || before == '"';
        return apart
                || view.text().substring(tokens.end(i - 1), tokens.start(i)).indexOf('\n') >= 0;
    }

    /** The last token of "staffing and consulting firm", "recruitment agency"; -1 when a trade is no firm's. */
    private int firm(int i) {
        for (int k = i + 1; k < i + 6; k++) {
            if (FIRM.has(tokens, k)) {
                return k;
            }
            if (!TRADE.has(tokens, k) && !BESIDE.has(tokens, k)) {
                return -1;
            }
        }
        return -1;
    }

    /** The token of "we are", "we're" or of the poster's name before "is", from which a trade is said of it; else -1. */
    private int speaker(int trade, CompanyMention poster) {
        SectionKind section = view.sectionAt(tokens.start(trade));
        for (int k = trade - 1; k >= 0 && k >= trade - FARTHEST_VERB; k--) {
            if (OTHERS.has(tokens, k) || isEnd(k)) {
                return -1;
            }
            boolean we = (tokens.is(k, "are") || tokens.is(k, "re")) && section != SectionKind.BOILERPLATE;
            if (we && (tokens.is(k - 1, "we") || tokens.is(k - 2, "we")) || tokens.is(k, "we're")) {
                return k;
            }
            if (tokens.is(k, "is")) {
                String before = view.text().substring(Math.max(0, tokens.start(k) - 60), tokens.start(k));
                return before.contains(poster.name()) ? k : -1;
            }
        }
        return -1;
    }

    private boolean isEnd(int i) {
        char c = view.text().charAt(tokens.start(i));
        return c == '.' || c == '!' || c == '?' || c == ';';
    }
}
