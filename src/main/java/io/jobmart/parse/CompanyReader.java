package io.jobmart.parse;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads who posts, and who else is said to be involved. Other companies only where the posting is explicit: a company
 * named in passing (a customer, an investor, a product) is nobody's employer.
 */
public final class CompanyReader {
    private static final int LONGEST_NAME = 120;
    /** Below a heading more words are a sentence on the company. */
    private static final int MOST_WORDS_BELOW = 5;

    private static final WordSet NAME_JOINTS = CompanyName.WORDS.words("joint");

    private final TitleCompany titles;

    public CompanyReader() {
        this(Gazetteer.standard());
    }

    public CompanyReader(Gazetteer gazetteer) {
        this.titles = new TitleCompany(gazetteer);
    }

    public static void addTriggers(Lexicon.Builder lexicon) {
        lexicon.trigger(
                Trigger.COMPANY,
                "behalf",
                "client",
                "clients",
                "company",
                "subsidiary",
                "employer",
                "unternehmen",
                "entreprise",
                "empresa",
                "firma");
        NAME_JOINTS.addTo(lexicon);
        CompanyInText.addTriggers(lexicon);
        AgencyReader.addTriggers(lexicon);
    }

    public List<CompanyMention> read(PostingView view) {
        List<CompanyMention> mentions = new ArrayList<>();
        readPoster(view, mentions);
        readText(view, mentions);
        boolean poster = mentions.stream().anyMatch(mention -> mention.role() == CompanyRole.POSTER);
        if (!poster) {
            int first = -1;
            for (int i = 0; i < mentions.size() && first < 0; i++) {
                first = mentions.get(i).role() == CompanyRole.HIRING ? i : -1;
            }
            if (first >= 0) {
                // The text names its company and nobody else is named as posting.
                mentions.set(first, withRole(mentions.get(first), CompanyRole.POSTER));
            } else {
                CompanyMention named = inTitle(view);
                named = named != null ? named : CompanyInText.read(view);
                String board = named == null ? BoardAddress.company(view.raw().url()) : null;
                if (board != null) {
                    Evidence evidence = Evidence.markup("company.board");
                    mentions.add(0, CompanyName.mention(board, CompanyRole.POSTER, null, null, board, evidence));
                } else if (named == null) {
                    view.issue(Issue.COMPANY_MISSING, null);
                } else {
                    mentions.add(0, named);
                }
            }
        }
        readAgency(view, mentions);
        return mentions;
    }

    /** Who posts is an agency where its posting shows it, or names a client. */
    private static void readAgency(PostingView view, List<CompanyMention> mentions) {
        CompanyMention poster = null;
        CompanyMention client = null;
        for (CompanyMention mention : mentions) {
            poster = mention.role() == CompanyRole.POSTER && poster == null ? mention : poster;
            client = mention.role() == CompanyRole.CLIENT && client == null ? mention : client;
        }
        if (poster == null) {
            return;
        }
        CompanyMention agency = AgencyReader.read(view, poster);
        if (agency == null && client != null) {
            agency = withEvidence(withRole(poster, CompanyRole.AGENCY), client.evidence());
        }
        if (agency != null) {
            mentions.add(agency);
        }
    }

    private static CompanyMention withEvidence(CompanyMention mention, Evidence evidence) {
        return new CompanyMention(
                mention.companyId(),
                mention.name(),
                mention.legalSuffix(),
                mention.domain(),
                mention.industry(),
                mention.role(),
                mention.rawText(),
                evidence);
    }

    /** "Kotlin Developer @ Lakeside": the title of a board that has no field for the company. */
    private CompanyMention inTitle(PostingView view) {
        String title = view.raw().title();
        TitleLine line = title == null || title.isBlank() ? TitleLine.of(view) : null;
        title = line == null ? title : line.title();
        TitleCompany.Span span = titles.in(title);
        if (span == null && line == null) {
            span = titles.behindDash(title, view.title(), view.text());
        }
        if (span == null) {
            return null;
        }
        String written = title.substring(span.start(), span.end());
        Evidence evidence = line == null
                ? Evidence.title(span.start(), span.end(), "company.title")
                : Evidence.text(line.start() + span.start(), line.start() + span.end(), "company.title");
        return CompanyName.mention(written, CompanyRole.POSTER, null, null, written, evidence);
    }

    private static CompanyMention withRole(CompanyMention mention, CompanyRole role) {
        return new CompanyMention(
                mention.companyId(),
                mention.name(),
                mention.legalSuffix(),
                mention.domain(),
                mention.industry(),
                role,
                mention.rawText(),
                mention.evidence());
    }

    private void readPoster(PostingView view, List<CompanyMention> mentions) {
        RawPosting raw = view.raw();
        String written = raw.company() == null ? null : raw.company().strip();
        if (written == null || CompanyName.isNone(written)) {
            return;
        }
        int at = raw.header() == null ? -1 : raw.header().indexOf(raw.company());
        String name = written;
        int open = written.indexOf('(');
        int close = written.lastIndexOf(')');
        if (open > 0 && close > open) {
            String remark = written.substring(open + 1, close).strip();
            String parent = parent(remark);
            if (parent != null) {
                name = written.substring(0, open).strip();
                int start = written.indexOf(parent, open);
                Evidence evidence = at >= 0
                        ? Evidence.header(at + start, at + start + parent.length(), "company.parent_of_poster")
                        : Evidence.markup("company.parent_of_poster");
                add(
                        mentions,
                        CompanyName.mention(
                                name,
                                CompanyRole.POSTER,
                                CompanyName.domain(raw.companyUrl()),
                                raw.industry(),
                                written,
                                field(at, 0, written.length(), "company.field")));
                add(mentions, CompanyName.mention(parent, CompanyRole.PARENT, null, null, parent, evidence));
                return;
            }
        }
        add(
                mentions,
                CompanyName.mention(
                        name,
                        CompanyRole.POSTER,
                        CompanyName.domain(raw.companyUrl()),
                        raw.industry(),
                        written,
                        field(at, 0, written.length(), "company.field")));
    }

    /** "a Lenovo Company", "part of Visma", "An SAP company": the parent that a remark in brackets names. */
    private static String parent(String remark) {
        String lower = remark.toLowerCase(Locale.ROOT);
        if (lower.endsWith(" company") && (lower.startsWith("a ") || lower.startsWith("an "))) {
            String name = remark.substring(remark.indexOf(' ') + 1, remark.length() - " company".length())
                    .strip();
            return name.isEmpty() || Character.isLowerCase(name.charAt(0)) ? null : name;
        }
        for (String cue : new String[] {"part of ", "a subsidiary of ", "subsidiary of ", "owned by ", "by "}) {
            if (lower.startsWith(cue)) {
                String name = remark.substring(cue.length()).strip();
                return name.isEmpty() || Character.isLowerCase(name.charAt(0)) ? null : name;
            }
        }
        return null;
    }

    private static Evidence field(int headerAt, int start, int end, String rule) {
        return headerAt < 0 ? Evidence.markup(rule) : Evidence.header(headerAt + start, headerAt + end, rule);
    }

    // ---- text ----

    private void readText(PostingView view, List<CompanyMention> mentions) {
        Tokens tokens = view.tokens();
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.is(i, Trigger.COMPANY)) {
                continue;
            }
            SectionKind section = view.sectionAt(tokens.start(i));
            if (section == SectionKind.BOILERPLATE) {
                continue;
            }
            switch (tokens.word(i)) {
                case "behalf" -> behalf(view, tokens, i, mentions);
                case "client" -> client(view, tokens, i, mentions);
                case "company", "employer", "unternehmen", "entreprise", "empresa", "firma" ->
                    label(view, tokens, i, CompanyRole.HIRING, mentions);
                case "subsidiary" -> subsidiary(view, tokens, i, mentions);
                default -> {}
            }
        }
    }

    /** "on behalf of our parent company Cognizant", "on behalf of our client Acme". */
    private void behalf(PostingView view, Tokens tokens, int i, List<CompanyMention> mentions) {
        if (!tokens.is(i - 1, "on")
                || !tokens.is(i + 1, "of")
                || !tokens.is(i + 2, "our") && !tokens.is(i + 2, "its")) {
            return;
        }
        if (tokens.is(i + 3, "parent")) {
            int from = tokens.is(i + 4, "company") ? i + 5 : i + 4;
            name(view, tokens, from, CompanyRole.PARENT, "company.behalf_parent", mentions);
        } else if (tokens.is(i + 3, "client") || tokens.is(i + 3, "customer")) {
            name(view, tokens, i + 4, CompanyRole.CLIENT, "company.behalf_client", mentions);
        }
    }

    /** "our client, Acme, is looking for". */
    private void client(PostingView view, Tokens tokens, int i, List<CompanyMention> mentions) {
        if (tokens.is(i - 1, "our") && (tokens.is(i + 1, ",") || tokens.is(i + 1, ":"))) {
            name(view, tokens, i + 2, CompanyRole.CLIENT, "company.our_client", mentions);
        } else if (tokens.is(i + 1, ":")) {
            label(view, tokens, i, CompanyRole.CLIENT, mentions);
        }
    }

    /** "a wholly owned subsidiary of Acme", said of the poster. */
    private void subsidiary(PostingView view, Tokens tokens, int i, List<CompanyMention> mentions) {
        if (!tokens.is(i + 1, "of") || mentions.isEmpty()) {
            return;
        }
        String poster = mentions.get(0).name();
        Line line = view.lineAt(tokens.start(i));
        if (line != null && view.text().substring(line.start(), tokens.start(i)).contains(poster)) {
            name(view, tokens, i + 2, CompanyRole.PARENT, "company.subsidiary_of", mentions);
        }
    }

    /**
     * "Company: Lakeside Boats, Inc." at the start of a block, or "Company name" as a heading and the name below: who hires,
     * by the form's own word.
     */
    private void label(PostingView view, Tokens tokens, int i, CompanyRole role, List<CompanyMention> mentions) {
        int colon = tokens.is(i + 1, "name") ? i + 2 : i + 1;
        Block block = view.blockAt(tokens.start(i));
        boolean heading = block != null && block.start() == tokens.start(i) && tokens.wordEnd(colon - 1) >= block.end();
        if (!tokens.is(colon, ":") && !heading || colon + 1 >= tokens.count()) {
            return;
        }
        if (block == null
                || block.start() != tokens.start(i)
                        && !(tokens.is(i - 1, "hiring") && block.start() == tokens.start(i - 1))) {
            return;
        }
        String text = view.text();
        int start = heading ? block.end() : tokens.end(colon);
        int end = block.end();
        if (start >= end) {
            Block next = view.blockAt(tokens.start(heading ? colon : colon + 1));
            if (next == null || next.kind() == BlockKind.HEADING || next.kind() == BlockKind.ITEM) {
                return;
            }
            start = next.start();
            end = next.end();
        }
        while (start < end && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '*')) {
            start++;
        }
        if (end - start > LONGEST_NAME || end <= start) {
            return;
        }
        String written = text.substring(start, end).strip();
        if (CompanyName.isNone(written)
                || written.contains(". ")
                || !Character.isLetterOrDigit(written.charAt(0))
                || written.split(" ").length > (heading ? MOST_WORDS_BELOW : 8)) {
            return;
        }
        CompanyMention mention = CompanyName.mention(
                written, role, null, null, written, Evidence.text(start, start + written.length(), "company.label"));
        if (written.endsWith(".") && mention.legalSuffix() == null) {
            // "Company: Lakeside makes boats."
            return;
        }
        for (CompanyMention other : mentions) {
            if (other.role() == CompanyRole.POSTER && isSameHouse(other.companyId(), mention.companyId())) {
                return;
            }
        }
        add(mentions, mention);
    }

    /** "Qualcomm" and "Qualcomm Technologies" are one employer, written short and in full. */
    private static boolean isSameHouse(String poster, String hiring) {
        return hiring.equals(poster) || hiring.startsWith(poster + " ") || poster.startsWith(hiring + " ");
    }

    /** Takes the capitalised words from a token on as a name. */
    private void name(
            PostingView view, Tokens tokens, int from, CompanyRole role, String rule, List<CompanyMention> mentions) {
        String text = view.text();
        int start = from;
        while (tokens.is(start, ",") || tokens.is(start, ":") || tokens.is(start, "*")) {
            start++;
        }
        int last = start - 1;
        for (int k = start; k < start + 8 && k < tokens.count(); k++) {
            char c = text.charAt(tokens.start(k));
            if (k > start && text.substring(tokens.end(k - 1), tokens.start(k)).indexOf('\n') >= 0) {
                break;
            }
            if (tokens.isWord(k) && (Character.isUpperCase(c) || Character.isDigit(c) && k > start)) {
                last = k;
            } else if (k == start
                    || !NAME_JOINTS.has(tokens, k)
                    || c == '.'
                            && !(tokens.touchesPrevious(k)
                                    && k + 1 < tokens.count()
                                    && tokens.touchesPrevious(k + 1))) {
                break;
            }
        }
        if (last < start) {
            return;
        }
        String word = tokens.word(start);
        if (last == start
                && Set.of("we", "a", "an", "the", "this", "our", "you", "is", "in", "they")
                        .contains(word)) {
            return;
        }
        int begin = tokens.start(start);
        int end = tokens.wordEnd(last);
        String written = text.substring(begin, end);
        add(mentions, CompanyName.mention(written, role, null, null, written, Evidence.text(begin, end, rule)));
    }

    private static void add(List<CompanyMention> mentions, CompanyMention mention) {
        if (mention.companyId().isEmpty()) {
            return;
        }
        for (CompanyMention other : mentions) {
            if (other.companyId().equals(mention.companyId())) {
                return;
            }
        }
        mentions.add(mention);
    }
}
