package io.jobmart.parse;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Block;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads who posts, and who else is said to be involved. Other companies only where the posting is explicit: a company
 * named in passing (a customer, an investor, a product) is nobody's employer.
 */
public final class CompanyReader {
    private static final int LONGEST_NAME = 120;

    /** Legal forms, longest first; compared without dots and case at the end of a name. */
    private static final List<String> LEGAL_FORMS = List.of(
            "gmbh & co kgaa",
            "gmbh & co ohg",
            "gmbh & co",
            "se & co kg",
            "gmbh & co kg",
            "se & co kgaa",
            "ag & co kgaa",
            "ag & co kg",
            "gesellschaft mbh",
            "sp z o o",
            "sp zoo",
            "spolka z oo",
            "pte ltd",
            "pty ltd",
            "pty limited",
            "pvt ltd",
            "private limited",
            "pvt limited",
            "co ltd",
            "company limited",
            "sdn bhd",
            "s a r l",
            "s a s",
            "s r l",
            "s p a",
            "s a de c v",
            "sa de cv",
            "de cv",
            "s de rl de cv",
            "s de r l de c v",
            "s l u",
            "s l",
            "s a",
            "b v",
            "n v",
            "a s",
            "l l c",
            "l p",
            "l l p",
            "p c",
            "s r o",
            "d o o",
            "k k",
            "a b",
            "incorporated",
            "corporation",
            "limited",
            "ltda",
            "gmbh",
            "kgaa",
            "mbh",
            "eirl",
            "eireli",
            "sarl",
            "sasu",
            "spzoo",
            "zrt",
            "kft",
            "nyrt",
            "oyj",
            "inc",
            "llc",
            "ltd",
            "plc",
            "corp",
            "llp",
            "pbc",
            "bvba",
            "s a u",
            "sau",
            "srl",
            "spa",
            "sas",
            "slu",
            "aps",
            "doo",
            "sro",
            "pty",
            "pvt",
            "pllc",
            "gbr",
            "ohg",
            "ood",
            "eood",
            "ag",
            "kg",
            "se",
            "sa",
            "bv",
            "nv",
            "ab",
            "as",
            "oy",
            "sl",
            "lp",
            "co",
            "ug",
            "ev",
            "e v",
            "cv",
            "pc",
            "kk",
            "bhd",
            "ou",
            "oü",
            "uab",
            "sia");

    /** Hosts of boards, applicant systems and networks: a page there is not a company's own. */
    private static final Set<String> BOARD_HOSTS = Set.of(
            "linkedin.com",
            "indeed.com",
            "glassdoor.com",
            "facebook.com",
            "twitter.com",
            "x.com",
            "instagram.com",
            "youtube.com",
            "greenhouse.io",
            "lever.co",
            "ashbyhq.com",
            "workable.com",
            "smartrecruiters.com",
            "recruitee.com",
            "personio.de",
            "personio.com",
            "myworkdayjobs.com",
            "workday.com",
            "teamtailor.com",
            "bamboohr.com",
            "jobvite.com",
            "icims.com",
            "breezy.hr",
            "join.com",
            "crunchbase.com",
            "wikipedia.org",
            "wellfound.com",
            "angel.co",
            "github.com",
            "google.com",
            "remotewlb.com",
            "remoteok.com",
            "remotive.com",
            "arbeitnow.com",
            "stepstone.de",
            "xing.com",
            "monster.com",
            "ziprecruiter.com",
            "dice.com",
            "usajobs.gov",
            "startup.jobs",
            "weworkremotely.com",
            "taleo.net",
            "oraclecloud.com",
            "successfactors.com",
            "jazz.co",
            "applytojob.com",
            "rippling.com",
            "pinpointhq.com",
            "paylocity.com",
            "gem.com");

    private static final Set<String> NOT_NAMES = Set.of(
            "none",
            "null",
            "n/a",
            "na",
            "unknown",
            "confidential",
            "company confidential",
            "anonymous",
            "-",
            "not specified",
            "undisclosed",
            "private",
            "company",
            "hiring company",
            "confidential company",
            "vertraulich",
            "confidencial",
            "confidentiel",
            "nan",
            "-1");

    /** What follows "is" where the subject is likely a company. */
    private static final Set<String> IS_COMPANY = Set.of(
            "a",
            "an",
            "the",
            "one",
            "committed",
            "looking",
            "seeking",
            "hiring",
            "proud",
            "building",
            "searching",
            "dedicated",
            "revolutionizing");

    private static final Set<String> NO_COMPANY = Set.of(
            "plus",
            "must",
            "bonus",
            "requirement",
            "nice",
            "big",
            "benefit",
            "full",
            "remote",
            "part",
            "hybrid",
            "contract",
            "great",
            "strong",
            "good",
            "best");

    private static final Set<String> NO_NAMES = Set.of(
            "this",
            "it",
            "that",
            "there",
            "our",
            "the",
            "what",
            "who",
            "you",
            "we",
            "he",
            "she",
            "us",
            "role",
            "position",
            "team",
            "company",
            "job",
            "candidate",
            "experience",
            "knowledge",
            "and",
            "why",
            "how",
            "your",
            "location",
            "salary",
            "remote",
            "work",
            "culture",
            "dinner",
            "engineering",
            "benefits",
            "diversity",
            "employment",
            "ai",
            "cloud",
            "data",
            "a",
            "an",
            "in",
            "as",
            "client",
            "opportunity",
            "here",
            "now",
            "these",
            "they",
            "i",
            "compensation",
            "applicant",
            "application",
            "manager",
            "engineer",
            "developer",
            "product",
            "department");

    private static final Set<String> NAME_JOINTS = Set.of("&", "of", "and", "-", ".", "+", "the", "for", "de", "by");

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
                CompanyMention named = fromText(view);
                String board = named == null ? BoardAddress.company(view.raw().url()) : null;
                if (board != null) {
                    Evidence evidence = Evidence.markup("company.board");
                    mentions.add(0, mention(board, CompanyRole.POSTER, null, null, board, evidence));
                } else if (named == null) {
                    view.issue(Issue.COMPANY_MISSING, null);
                } else {
                    mentions.add(0, named);
                }
            }
        }
        return mentions;
    }

    // ---- where the source names nobody ----

    /**
     * The company that the text speaks of: by a heading "About Acme", "At Acme, we", "Acme is an equal opportunity
     * employer", "Since 2009, Acme has". One such phrase may be about anything; a heading, two phrases that agree, or one
     * phrase and a name that the text repeats are believed.
     */
    private static CompanyMention fromText(PostingView view) {
        Tokens tokens = view.tokens();
        Map<String, int[]> votes = new LinkedHashMap<>();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.is(i, "about")) {
                Block block = blockAt(view, tokens.start(i));
                int last = block == null || block.start() != tokens.start(i) ? i : nameEnd(view, tokens, i + 1);
                boolean whole = last > i && block.end() - tokens.end(last) <= 1;
                vote(view, votes, whole ? i + 1 : -1, last, 3);
            } else if (tokens.is(i, "at") && Character.isUpperCase(view.text().charAt(tokens.start(i)))) {
                int last = nameEnd(view, tokens, i + 1);
                vote(view, votes, last > i && tokens.is(last + 1, ",") ? i + 1 : -1, last, 1);
            } else if (isYear(tokens, i) && (tokens.is(i - 1, "since") || tokens.is(i - 1, "in"))) {
                // "Since 2007, Acme has been", "Founded in 2012, Acme is"
                int last = tokens.is(i + 1, ",") ? nameEnd(view, tokens, i + 2) : i;
                boolean said = last > i + 1 && (tokens.is(last + 1, "has") || tokens.is(last + 1, "is"));
                vote(view, votes, said ? i + 2 : -1, last, 1);
            } else if (tokens.is(i, "is")
                    && IS_COMPANY.contains(tokens.word(i + 1))
                    && !NO_COMPANY.contains(tokens.word(i + 2))) {
                SectionKind section = view.sectionAt(tokens.start(i));
                int first = nameStart(view, tokens, i - 1);
                boolean skill = tokens.word(i + 1).length() <= 3
                        && !tokens.is(i + 1, "one")
                        && (section == SectionKind.REQUIREMENTS
                                || section == SectionKind.PREFERRED
                                || section == SectionKind.SKILLS);
                vote(view, votes, first >= 0 && !skill ? first : -1, i - 1, 1);
            }
        }
        int[] best = null;
        for (int[] vote : votes.values()) {
            if (vote[0] == 1 && isRepeated(view, vote)) {
                vote[0]++;
            }
            if (vote[0] >= 2 && (best == null || vote[0] > best[0])) {
                best = vote;
            }
        }
        if (best == null) {
            return null;
        }
        String written = view.text().substring(best[1], best[2]);
        return mention(
                written, CompanyRole.POSTER, null, null, written, Evidence.text(best[1], best[2], "company.text"));
    }

    private static boolean isYear(Tokens tokens, int i) {
        return tokens.end(i) - tokens.start(i) == 4
                && (tokens.word(i).startsWith("19") || tokens.word(i).startsWith("20"));
    }

    /** Whether the name of a vote stands in the text three times or more, first near the start: the text is about it. */
    private static boolean isRepeated(PostingView view, int[] vote) {
        String text = view.text();
        String name = text.substring(vote[1], vote[2]);
        int times = 0;
        int first = text.indexOf(name);
        for (int at = first; at >= 0 && times < 3; at = text.indexOf(name, at + name.length())) {
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (at + name.length() == text.length()
                            || !Character.isLetterOrDigit(text.charAt(at + name.length())));
            times += whole ? 1 : 0;
        }
        return times >= 3 && first <= 600 && vote[1] <= 1500;
    }

    private static void vote(PostingView view, Map<String, int[]> votes, int first, int last, int weight) {
        Tokens tokens = view.tokens();
        if (first < 0 || last < first || votes.size() > 50) {
            return;
        }
        int start = tokens.start(first);
        int end = tokens.wordEnd(last);
        if (start >= end
                || end - start < 2
                || first == last && NO_NAMES.contains(tokens.word(first))
                || NO_NAMES.contains(tokens.word(last))
                || NO_NAMES.contains(tokens.word(first))) {
            return;
        }
        int[] vote =
                votes.computeIfAbsent(companyId(view.text().substring(start, end)), id -> new int[] {0, start, end});
        vote[0] += weight;
    }

    /** The last of up to four capitalised words from a token on; the token before when there is none. */
    private static int nameEnd(PostingView view, Tokens tokens, int from) {
        int last = from - 1;
        while (last + 1 < tokens.count()
                && last + 1 < from + 4
                && tokens.isWord(last + 1)
                && Character.isUpperCase(view.text().charAt(tokens.start(last + 1)))
                && (last < from || sameLine(view, tokens, last))) {
            last++;
        }
        return last;
    }

    /** The first of up to four capitalised words that end at a token and begin a sentence or line; -1 when there are none. */
    private static int nameStart(PostingView view, Tokens tokens, int to) {
        int first = to;
        while (first >= 0
                && first > to - 4
                && tokens.isWord(first)
                && Character.isUpperCase(view.text().charAt(tokens.start(first)))
                && (first == to || sameLine(view, tokens, first))) {
            first--;
        }
        first++;
        return first <= to ? first : -1;
    }

    /** Whether a token and the next stand on one line. */
    private static boolean sameLine(PostingView view, Tokens tokens, int token) {
        int newline = view.text().indexOf('\n', tokens.end(token));
        return newline < 0 || newline >= tokens.start(token + 1);
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
        if (written == null || isNoName(written)) {
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
                        mention(
                                name,
                                CompanyRole.POSTER,
                                domain(raw.companyUrl()),
                                raw.industry(),
                                written,
                                field(at, 0, written.length(), "company.field")));
                add(mentions, mention(parent, CompanyRole.PARENT, null, null, parent, evidence));
                return;
            }
        }
        add(
                mentions,
                mention(
                        name,
                        CompanyRole.POSTER,
                        domain(raw.companyUrl()),
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
                    label(view, tokens, i, mentions);
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

    /** "Company: Qualcomm Technologies, Inc." at the start of a block: who hires, by the form's own word. */
    private void label(PostingView view, Tokens tokens, int i, List<CompanyMention> mentions) {
        if (!tokens.is(i + 1, ":") || i + 2 >= tokens.count()) {
            return;
        }
        Block block = blockAt(view, tokens.start(i));
        if (block == null
                || block.start() != tokens.start(i)
                        && !(tokens.is(i - 1, "hiring") && block.start() == tokens.start(i - 1))) {
            return;
        }
        String text = view.text();
        int start = tokens.end(i + 1);
        int end = block.end();
        if (start >= end) {
            Block next = blockAt(view, tokens.start(i + 2));
            if (next == null) {
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
        if (isNoName(written)
                || written.contains(". ")
                || !Character.isLetterOrDigit(written.charAt(0))
                || written.split(" ").length > 8) {
            return;
        }
        CompanyMention mention = mention(
                written,
                CompanyRole.HIRING,
                null,
                null,
                written,
                Evidence.text(start, start + written.length(), "company.label"));
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

    private static Block blockAt(PostingView view, int offset) {
        List<Block> blocks = view.document().blocks();
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (offset < block.start()) {
                high = middle - 1;
            } else if (offset >= block.end()) {
                low = middle + 1;
            } else {
                return block;
            }
        }
        return null;
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
                    || !NAME_JOINTS.contains(tokens.word(k))
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
        add(mentions, mention(written, role, null, null, written, Evidence.text(begin, end, rule)));
    }

    // ---- names ----

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

    private static boolean isNoName(String written) {
        return written.isEmpty() || NOT_NAMES.contains(written.toLowerCase(Locale.ROOT));
    }

    static CompanyMention mention(
            String written, CompanyRole role, String domain, String industry, String rawText, Evidence evidence) {
        String name = blanks(written);
        int cut = suffixStart(name);
        String suffix = null;
        if (cut > 0) {
            suffix = name.substring(cut).strip();
            name = name.substring(0, cut);
            int end = name.length();
            while (end > 0 && (name.charAt(end - 1) == ',' || name.charAt(end - 1) <= ' ')) {
                end--;
            }
            name = name.substring(0, end);
        }
        return new CompanyMention(companyId(name), name, suffix, domain, industry, role, rawText, evidence);
    }

    /** The natural key of a company: its name without legal form, in NFKC, case-folded, blanks made one. */
    static String companyId(String name) {
        return blanks(Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT));
    }

    private static String blanks(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isIdentifierIgnorable(c)) {
                gap = true;
            } else {
                if (gap && !result.isEmpty()) {
                    result.append(' ');
                }
                gap = false;
                result.append(c);
            }
        }
        return result.toString();
    }

    /** Where a legal form at the end begins, or 0 when there is none. */
    private static int suffixStart(String name) {
        for (String form : LEGAL_FORMS) {
            int start = endsWith(name, form);
            if (start > 0) {
                return start;
            }
        }
        return 0;
    }

    /** Compares from the end, letting dots, commas and blanks of the name pass where the form has a blank or nothing. */
    private static int endsWith(String name, String form) {
        int i = name.length() - 1;
        int j = form.length() - 1;
        while (i >= 0 && (name.charAt(i) == '.' || name.charAt(i) == ' ' || name.charAt(i) == ',')) {
            i--;
        }
        while (j >= 0) {
            if (i < 0) {
                return 0;
            }
            char n = Character.toLowerCase(name.charAt(i));
            char f = form.charAt(j);
            if (f == ' ') {
                boolean gap = false;
                while (i >= 0 && (name.charAt(i) == '.' || name.charAt(i) == ' ')) {
                    gap = true;
                    i--;
                }
                if (!gap) {
                    return 0;
                }
                j--;
            } else if (n == f) {
                i--;
                j--;
            } else {
                return 0;
            }
        }
        int start = i + 1;
        boolean apart = i >= 0 && (name.charAt(i) == ' ' || name.charAt(i) == ',');
        // Two letters are a legal form only in capitals or with dots: "Sky As" is none, "SAP SE" has one.
        boolean capitals = form.length() > 2
                || Character.isUpperCase(name.charAt(start))
                        && (name.indexOf('.', start) > 0
                                || Character.isUpperCase(name.charAt(start + 1))
                                || form.equals("co")
                                || form.equals("oy"));
        return apart && capitals && hasLetter(name, start) ? start : 0;
    }

    private static boolean hasLetter(String name, int end) {
        for (int i = 0; i < end; i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The host of a company's own page, without "www."; null for pages on boards and networks. */
    static String domain(String url) {
        if (url == null || url.isBlank()) {
            return null;
        }
        String host;
        try {
            String text = url.strip();
            host = new URI(text.contains("://") ? text : "https://" + text).getHost();
        } catch (java.net.URISyntaxException e) {
            return null;
        }
        if (host == null || host.indexOf('.') < 0) {
            return null;
        }
        host = host.toLowerCase(Locale.ROOT);
        host = host.startsWith("www.") ? host.substring(4) : host;
        for (String board : BOARD_HOSTS) {
            if (host.equals(board) || host.endsWith("." + board)) {
                return null;
            }
        }
        return host;
    }
}
