package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Issue;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Seniority;
import io.jobmart.model.TitleReading;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Block;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the title as a person would state it, and the level that it names.
 *
 * <p>Titles in the wild carry the place, the work mode, pay, gender marks, requisition numbers and emoji:
 * {@code 🚀 Senior Java Engineer (m/f/d) - Remote, Germany [R-10233]}. What names the work stays, levels and
 * specialisations included: {@code Senior Software Engineer, Frontend - Platform}.
 */
public final class TitleReader {
    /** Longer "titles" are texts; beyond this nothing is read. */
    private static final int LONGEST = 300;

    private static final Pattern GENDER = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])[\\[(]?\\s*(?:"
            + "(?:m|f|w|h|d|x|v|i|div\\.?|divers|all|gn|nb|männlich|weiblich)(?:\\s*[/|,*•]\\s*(?:m|f|w|h|d|x|v|i|div\\.?|divers|gn|nb|a|\\*|weiblich|männlich)){1,4}"
            + "|all genders? welcome!?|all genders?|any genders?|alle geschlechter|gn\\*?|w\\*m\\*d|mwd|fmd"
            + ")\\.?\\s*[\\])]?(?![\\p{L}\\p{N}/])");
    private static final Pattern REQUISITION = Pattern.compile(
            "(?iu)^\\s*[\\[(]?(?:#\\s?\\d{3,}|(?:ref|req|jr|ja|mj)\\d{4,}[a-z]?|\\d{5,}[a-z]|\\d{4}-\\d{3,6}|\\d{4,}|\\(\\d{3,}\\))[\\])]?\\s*[-–—_:|]\\s*"
                    + "|\\s*[-–—|,]?\\s*#\\s?\\d{3,}\\s*$"
                    + "|\\s*[\\[(]\\s*(?:req(?:uisition)?\\.?\\s*(?:id|no\\.?)?|ref(?:erence)?|job\\s*(?:id|code|ref)?|jr|id|p|r)?\\s*[-#:.]?\\s*\\d{3,}\\w{0,3}\\s*[\\])]"
                    + "|\\s+[-–—|]?\\s*(?:(?:req(?:uisition)?|ref|job\\s*id)\\s*(?:id|no)?\\s*[-#:.]?\\s*\\w{0,3}-?\\d{3,}|(?:jr|r|req)-?\\d{4,})\\s*$"
                    + "|\\s*[-–—_|]\\s*\\d{5,}\\s*$"
                    + "|\\s*[-–—_|]\\s*[a-z]{2,3}\\d{5,}(?:-\\d{1,2})?[a-z]?\\s*$"
                    + "|\\s*[-–—_|]\\s*ref\\d{4,}[a-z]?\\s*$");
    private static final Pattern PAY = Pattern.compile(
            "(?iu)^\\s*(?:up to |from |ab |bis |salary:? ?)?(?:[$€£]|usd|eur|gbp|cad|us\\$|r\\$|pln)?\\s*\\d[\\d.,]*\\s*k?\\s*(?:[-–—~]|to|bis)?\\s*(?:[$€£])?\\s*[\\d.,]*\\s*k?\\+?\\s*"
                    + "(?:[$€£]|usd|eur|gbp|cad|pln|lpa)?\\s*(?:(?:/|per|pro|an|a)\\s*(?:hr|hour|year|yr|annum|month|day|jahr|monat))?\\s*$");
    private static final Pattern PREFIX = Pattern.compile(
            "(?iu)^\\s*(?:job\\s+(?:description|title|opening|posting|position|opportunity)|position(?:\\s+title)?|title|role|vacancy"
                    + "|we(?:'|’)?(?:re| are) (?:hiring|looking for)|(?:now )?hiring|urgent(?:ly)?(?: hiring| requirement)?|stellenangebot|vaga|oferta)\\s*[:!\\-–—]+\\s*(?:an? )?");
    /** What a part of a title says of the ad or of who may apply, and not of the work. */
    private static final Pattern NO_PART_OF_A_TITLE = Pattern.compile("(?iu)^\\s*(?:"
            + "(?:english|french|german|spanish|portuguese) version"
            + "|(?:fully )?remote, (?-i:[A-Z]{3})"
            + "|us citizens? only|u\\.?s\\.? citizenship required|multiple openings?|urgent(?:ly)?(?: hiring)?|immediate (?:start|joiner)s?"
            + "|(?:vagas? )?(?:afirmativas?|exclusiv[ao]s?)(?: (?:para|a) [\\p{L} +]{3,30})?|vaga afirmativa[\\p{L} +]{0,40}"
            + "|(?:fully |100 ?% |full )?remote(?:ly)?(?: (?:in|within|from) [\\p{L} .]{2,30})?(?: only)?[^\\p{L}]*"
            + ")\\s*[!.]?\\s*$");
    /** "// Remote m", "onsite or remote wi", "@Remote, Chil": the source cut the title at 80 characters. */
    private static final Pattern CUT_MODE = Pattern.compile(
            "(?iu)^[\\s/@]*(?:onsite or )?remote (?:m|mö|mög|mögl|mögli|möglic|möglich|w|wi|wit|with|withi|within|i|in|f|fr|fro|from|a|an|(?:within|in|from) [\\p{L}]{1,12})$"
                    + "|^[\\s/@]*remote, [\\p{L}]{2,8}$");

    private static final Pattern LEADING_MODE = Pattern.compile("(?i)^(?:(?:fully|full|100 ?%)[ -])?remote ");
    private static final Pattern TRAILING_MODE = Pattern.compile(
            "(?i)(?<=\\S)\\s+(?:(?:fully|full|100 ?%)[ -])?remote(?:\\s*/\\s*(?:work anywhere|anywhere|wfh))?$");
    private static final Pattern CHIEF_OFFICER = Pattern.compile(
            "^(?:\\p{L}+(?:,? (?:& |and )?\\p{L}+){0,4} )?officer\\b|^(?:executive|operating|financial|information|technology|marketing|product)\\b");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B]+");

    /** Cities whose names are everyday words of titles. */
    private static final Set<String> WORDS_NOT_CITIES = Set.of(
            "mobile",
            "reading",
            "nice",
            "split",
            "orange",
            "enterprise",
            "normal",
            "media",
            "central",
            "commerce",
            "college",
            "surprise",
            "bath",
            "march",
            "young",
            "industry",
            "progress",
            "independence",
            "liberty",
            "eagle",
            "date",
            "data",
            "most",
            "lead",
            "core",
            "growth",
            "sale",
            "sales",
            "batch",
            "lens",
            "page",
            "canal",
            "delta",
            "aurora",
            "phoenix",
            "unity",
            "salem",
            "apple",
            "spark",
            "oracle",
            "security",
            "cloud",
            "hull",
            "deal",
            "hope",
            "vista",
            "alliance",
            "union",
            "university",
            "international",
            "global",
            "north",
            "south",
            "east",
            "west",
            "northern",
            "southern",
            "eastern",
            "western",
            "capital",
            "centre",
            "center",
            "metro",
            "littoral",
            "est",
            "plateau",
            "process",
            "paris agreement",
            "mission",
            "platform",
            "river",
            "field",
            "beta",
            "alpha",
            "gap",
            "man",
            "os",
            "bar",
            "gen",
            "san",
            "net",
            "java",
            "swift",
            "pandora");

    /** Short capitals that do mean a place in a title. */
    private static final Set<String> PLACE_CODES = Set.of(
            "US", "USA", "U.S.", "UK", "U.K.", "UAE", "EU", "EMEA", "APAC", "LATAM", "NYC", "SF", "DC", "D.C.", "EUR");

    private static final Set<String> REMOTE_WORK_OF_ITS_OWN = Set.of(
            "sensing",
            "support",
            "access",
            "monitoring",
            "desktop",
            "operations",
            "hands",
            "pilot",
            "control",
            "sales",
            "patient",
            "services",
            "service",
            "site",
            "infrastructure",
            "care",
            "experience",
            "health",
            "learning",
            "deposition");

    private static final Set<String> FUNCTION_MANAGERS = Set.of(
            "product",
            "project",
            "experience",
            "program",
            "programme",
            "account",
            "community",
            "office",
            "case",
            "campaign",
            "success",
            "content",
            "marketing",
            "partner",
            "relationship",
            "delivery",
            "release",
            "change",
            "event",
            "events",
            "property",
            "brand",
            "media",
            "category",
            "channel",
            "territory",
            "portfolio",
            "projekt",
            "produkt",
            "growth",
            "customer",
            "relations",
            "programs",
            "projects",
            "contract",
            "contracts",
            "risk",
            "fund",
            "business",
            "key",
            "social",
            "assistant",
            "task",
            "asset",
            "incident",
            "problem",
            "configuration",
            "alliance",
            "alliances",
            "partnerships",
            "partnership",
            "scrum",
            "solution",
            "solutions");

    private static final Map<String, Seniority> LEVELS = Map.ofEntries(
            Map.entry("intern", Seniority.INTERN),
            Map.entry("internship", Seniority.INTERN),
            Map.entry("interns", Seniority.INTERN),
            Map.entry("stage", Seniority.INTERN),
            Map.entry("stagiaire", Seniority.INTERN),
            Map.entry("praktikum", Seniority.INTERN),
            Map.entry("praktikant", Seniority.INTERN),
            Map.entry("praktikantin", Seniority.INTERN),
            Map.entry("estágio", Seniority.INTERN),
            Map.entry("estagiário", Seniority.INTERN),
            Map.entry("estagiária", Seniority.INTERN),
            Map.entry("alternance", Seniority.INTERN),
            Map.entry("alternant", Seniority.INTERN),
            Map.entry("alternante", Seniority.INTERN),
            Map.entry("werkstudent", Seniority.INTERN),
            Map.entry("werkstudentin", Seniority.INTERN),
            Map.entry("becario", Seniority.INTERN),
            Map.entry("becaria", Seniority.INTERN),
            Map.entry("prácticas", Seniority.INTERN),
            Map.entry("pasante", Seniority.INTERN),
            Map.entry("trainee", Seniority.ENTRY),
            Map.entry("entry", Seniority.ENTRY),
            Map.entry("graduate", Seniority.ENTRY),
            Map.entry("grad", Seniority.ENTRY),
            Map.entry("career", Seniority.ENTRY),
            Map.entry("apprentice", Seniority.ENTRY),
            Map.entry("apprenti", Seniority.ENTRY),
            Map.entry("débutant", Seniority.ENTRY),
            Map.entry("azubi", Seniority.ENTRY),
            Map.entry("einsteiger", Seniority.ENTRY),
            Map.entry("berufseinsteiger", Seniority.ENTRY),
            Map.entry("junior", Seniority.JUNIOR),
            Map.entry("jr", Seniority.JUNIOR),
            Map.entry("júnior", Seniority.JUNIOR),
            Map.entry("mid", Seniority.MID),
            Map.entry("intermediate", Seniority.MID),
            Map.entry("middle", Seniority.MID),
            Map.entry("midlevel", Seniority.MID),
            Map.entry("pleno", Seniority.MID),
            Map.entry("confirmé", Seniority.MID),
            Map.entry("confirmée", Seniority.MID),
            Map.entry("medior", Seniority.MID),
            Map.entry("semisenior", Seniority.MID),
            Map.entry("ssr", Seniority.MID),
            Map.entry("senior", Seniority.SENIOR),
            Map.entry("sr", Seniority.SENIOR),
            Map.entry("snr", Seniority.SENIOR),
            Map.entry("sênior", Seniority.SENIOR),
            Map.entry("sénior", Seniority.SENIOR),
            Map.entry("expérimenté", Seniority.SENIOR),
            Map.entry("staff", Seniority.STAFF),
            Map.entry("principal", Seniority.PRINCIPAL),
            Map.entry("distinguished", Seniority.PRINCIPAL),
            Map.entry("lead", Seniority.LEAD),
            Map.entry("leader", Seniority.LEAD),
            Map.entry("líder", Seniority.LEAD),
            Map.entry("teamleiter", Seniority.LEAD),
            Map.entry("teamleiterin", Seniority.LEAD),
            Map.entry("teamlead", Seniority.LEAD),
            Map.entry("manager", Seniority.MANAGER),
            Map.entry("gerente", Seniority.MANAGER),
            Map.entry("leiter", Seniority.MANAGER),
            Map.entry("leiterin", Seniority.MANAGER),
            Map.entry("supervisor", Seniority.MANAGER),
            Map.entry("coordenador", Seniority.MANAGER),
            Map.entry("director", Seniority.DIRECTOR),
            Map.entry("directeur", Seniority.DIRECTOR),
            Map.entry("directrice", Seniority.DIRECTOR),
            Map.entry("direktor", Seniority.DIRECTOR),
            Map.entry("diretor", Seniority.DIRECTOR),
            Map.entry("diretora", Seniority.DIRECTOR),
            Map.entry("directora", Seniority.DIRECTOR),
            Map.entry("head", Seniority.DIRECTOR),
            Map.entry("chief", Seniority.EXECUTIVE),
            Map.entry("cto", Seniority.EXECUTIVE),
            Map.entry("ceo", Seniority.EXECUTIVE),
            Map.entry("cfo", Seniority.EXECUTIVE),
            Map.entry("coo", Seniority.EXECUTIVE),
            Map.entry("ciso", Seniority.EXECUTIVE),
            Map.entry("cmo", Seniority.EXECUTIVE),
            Map.entry("cio", Seniority.EXECUTIVE),
            Map.entry("cpo", Seniority.EXECUTIVE),
            Map.entry("vp", Seniority.EXECUTIVE),
            Map.entry("svp", Seniority.EXECUTIVE),
            Map.entry("evp", Seniority.EXECUTIVE),
            Map.entry("president", Seniority.EXECUTIVE),
            Map.entry("geschäftsführer", Seniority.EXECUTIVE));

    private final Gazetteer gazetteer;
    private final PlaceListReader lists;
    private final TitleCompany companies;

    public TitleReader() {
        this(Gazetteer.standard());
    }

    public TitleReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.lists = new PlaceListReader(gazetteer);
        this.companies = new TitleCompany(gazetteer);
    }

    /** Titles are short: this reader looks at all their words and needs no triggers. */
    public static void addTriggers(Lexicon.Builder lexicon) {}

    public TitleReading read(PostingView view) {
        RawPosting raw = view.raw();
        String written = raw.title();
        boolean derived = false;
        if (written == null || written.isBlank()) {
            written = fromText(view);
            derived = written != null;
            if (!derived) {
                view.issue(Issue.TITLE_MISSING, null);
                return new TitleReading(null, raw.title(), null, null);
            }
            view.issue(Issue.TITLE_DERIVED_FROM_TEXT, written);
        }
        String title = clean(written, raw, hints(raw));
        String source = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        int[] level = level(source);
        Seniority seniority = level == null ? null : LEVELS.get(word(source, level));
        Evidence evidence = null;
        if (level != null) {
            evidence = derived
                    ? new Evidence(EvidenceField.TITLE, null, null, "title.seniority")
                    : Evidence.title(level[0], level[1], "title.seniority");
        }
        return new TitleReading(title, raw.title(), seniority, evidence);
    }

    // ---- where there is no title ----

    private String fromText(PostingView view) {
        List<Block> blocks = view.document().blocks();
        String labelled = null;
        String first = null;
        for (int b = 0; b < Math.min(6, blocks.size()); b++) {
            String line = view.document().text(blocks.get(b)).strip();
            if (line.isEmpty() || line.contains("://")) {
                continue;
            }
            if (line.length() <= 120
                    && PREFIX.matcher(line).find()
                    && !PREFIX.matcher(line).replaceFirst("").isBlank()) {
                labelled = line;
                break;
            }
            if (first == null) {
                first = line;
            }
        }
        String line = labelled != null ? labelled : first;
        if (line == null) {
            return null;
        }
        int bar = line.indexOf(" | ");
        if (bar > 0) {
            line = line.substring(0, bar);
        }
        boolean sentence = line.endsWith(".") || line.endsWith("!") || line.endsWith("?") || line.contains(". ");
        int words = line.split(" ").length;
        return line.length() > 120 || words > 14 || sentence && words > 6 ? null : line;
    }

    private Set<Integer> hints(RawPosting raw) {
        Set<Integer> countries = new HashSet<>();
        for (String chip : raw.placeChips()) {
            if (chip.length() < 200) {
                for (Found found : lists.read(chip, 0, chip.length(), Set.of()).places()) {
                    if (found.resolved() && gazetteer.country(found.id()) >= 0) {
                        countries.add(gazetteer.country(found.id()));
                    }
                }
            }
        }
        raw.places().forEach(place -> {
            int country = gazetteer.countryOf(place.country());
            if (country >= 0) {
                countries.add(country);
            }
        });
        return countries;
    }

    // ---- cleaning ----

    private String clean(String written, RawPosting raw, Set<Integer> hints) {
        String title = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        TitleCompany.Span company = raw.company() == null ? companies.in(title) : null;
        if (company != null) {
            title = title.substring(0, company.cut()) + title.substring(company.end());
        }
        title = withoutSymbols(title);
        title = PREFIX.matcher(title).replaceFirst("");
        title = REQUISITION.matcher(title).replaceAll(" ");
        java.util.regex.Matcher gender = GENDER.matcher(title);
        if (gender.find()) {
            String tail = title.substring(gender.end());
            String head = title.substring(0, gender.start());
            Listing listing = lists.read(tail, 0, tail.length(), hints);
            // "(m/f/x) onsite or remote in Germany", also where the source cut the title short.
            boolean place = listing.modes() != 0 && tail.length() < 60
                    || isWorkplace(listing, tail, new int[] {0, tail.length()}, gazetteer);
            title = place ? head : head + " " + GENDER.matcher(tail).replaceAll(" ");
        }
        title = tidy(title);
        for (int round = 0; round < 6; round++) {
            String before = title;
            title = tidy(withoutPart(title, raw, hints));
            if (title.equals(before)) {
                break;
            }
        }
        title = tidy(withoutTrailingMode(withoutLeadingMode(title)));
        return title.isEmpty() ? tidy(withoutSymbols(written)) : title;
    }

    private String withoutPart(String title, RawPosting raw, Set<Integer> hints) {
        for (int[] part : decorations(title)) {
            if (part[2] == 0 && part[3] == title.length()) {
                continue;
            }
            String words = title.substring(part[0], part[1]);
            Listing listing = lists.read(title, part[0], part[1], hints);
            boolean comma = part[4] == ',';
            boolean cut = part[1] == title.length() && CUT_MODE.matcher(words).find();
            boolean drop = cut
                    || isWorkplace(listing, title, part, gazetteer)
                            && (!comma || listing.modes() != 0 || agrees(listing, hints))
                    || !comma && isPay(words)
                    || isCompany(words, raw);
            if (drop || NO_PART_OF_A_TITLE.matcher(words).find()) {
                return title.substring(0, part[2]) + " " + title.substring(part[3]);
            }
        }
        return title;
    }

    private boolean agrees(Listing listing, Set<Integer> hints) {
        for (Found found : listing.places()) {
            if (!found.resolved() || !gazetteer.isCity(found.id()) || !hints.contains(gazetteer.country(found.id()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPay(String words) {
        boolean digit = false;
        boolean sign = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            digit |= Character.isDigit(c);
            sign |= c == '$' || c == '€' || c == '£' || c == 'k' || c == 'K';
        }
        return digit && sign && words.length() < 60 && PAY.matcher(words).find();
    }

    private static boolean isCompany(String words, RawPosting raw) {
        return raw.company() != null
                && words.length() < 80
                && Gazetteer.fold(words).equals(Gazetteer.fold(raw.company()));
    }

    /**
     * The parts of a title that may be decoration: what stands in brackets, and what a dash, bar or comma cuts off at the
     * end or the start. Each as {from, to} of its words, {from, to} with its brackets or dash, and the sign that cuts it.
     */
    static List<int[]> decorations(String title) {
        List<int[]> parts = new ArrayList<>();
        int length = Math.min(title.length(), LONGEST);
        int open = -1;
        for (int i = 0; i < length; i++) {
            char c = title.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                open = i;
            } else if ((c == ')' || c == ']' || c == '}') && open >= 0) {
                parts.add(new int[] {open + 1, i, open, i + 1, '('});
                open = -1;
            }
        }
        if (open > 0) {
            parts.add(new int[] {open + 1, length, open, length, '('});
        }
        boolean firstCut = true;
        int depth = 0;
        List<int[]> tails = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            char c = title.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            boolean dash = (c == '-' || c == '–' || c == '—')
                    && i > 0
                    && (title.charAt(i - 1) <= ' ' || i + 1 < length && title.charAt(i + 1) <= ' ');
            if (depth <= 0
                    && (dash
                            || c == '|'
                            || c == '•'
                            || c == '·'
                            || c == ','
                            || c == ':'
                            || c == '/' && i > 0 && title.charAt(i - 1) <= ' '
                            || c == '@')) {
                if (firstCut && c != ',') {
                    parts.add(new int[] {0, i, 0, i + 1, c});
                    firstCut = false;
                }
                tails.add(new int[] {i + 1, length, i, length, c});
            }
        }
        parts.addAll(tails);
        java.util.regex.Matcher gender = GENDER.matcher(title).region(0, length);
        if (gender.find() && gender.end() < length) {
            // "(m/f/x) onsite or remote (in Germany)"
            parts.add(new int[] {gender.end(), length, gender.end(), length, '-'});
        }
        int at = title.lastIndexOf(" at ");
        if (at > 0 && at + 4 < length) {
            parts.add(new int[] {at + 4, length, at, length, '@'});
        }
        int in = title.lastIndexOf(" in ");
        if (in > 0 && in + 4 < length) {
            parts.add(new int[] {in + 4, length, in, length, '-'});
        }
        return parts;
    }

    /** Whether a part of a title says nothing but where the work is. */
    static boolean isWorkplace(Listing listing, String title, int[] part, Gazetteer gazetteer) {
        if (listing.unknown() || listing.places().isEmpty() && listing.modes() == 0) {
            return false;
        }
        for (Found found : listing.places()) {
            if (!found.resolved()) {
                return false;
            }
            String name = title.substring(found.start(), found.end());
            if (WORDS_NOT_CITIES.contains(Gazetteer.fold(name)) && listing.modes() == 0) {
                return false;
            }
            boolean capitals = name.equals(name.toUpperCase(Locale.ROOT)) && name.length() <= 4;
            if (capitals && !PLACE_CODES.contains(name) && (listing.modes() == 0 || name.length() > 2)) {
                return false;
            }
            if (!Character.isUpperCase(name.charAt(0)) && listing.modes() == 0) {
                return false;
            }
            boolean joined = name.indexOf(',') >= 0;
            if (gazetteer.isCity(found.id()) && !joined && listing.modes() == 0) {
                int least = found.sure() ? 100_000 : 300_000;
                if (gazetteer.population(found.id()) < least) {
                    return false;
                }
            }
        }
        return true;
    }

    /** "Remote Senior Engineer" is a senior engineer; a "Remote Sensing Scientist" works on remote sensing. */
    private static String withoutLeadingMode(String title) {
        java.util.regex.Matcher mode = LEADING_MODE.matcher(title);
        if (!mode.find()) {
            return title;
        }
        int next = title.indexOf(' ', mode.end());
        String word =
                title.substring(mode.end(), next < 0 ? title.length() : next).toLowerCase(Locale.ROOT);
        return REMOTE_WORK_OF_ITS_OWN.contains(word)
                ? title
                : title.substring(mode.end()).strip();
    }

    /** "DevOps Engineer REMOTE", "Platform Engineer Fully Remote". */
    private static String withoutTrailingMode(String title) {
        java.util.regex.Matcher mode = TRAILING_MODE.matcher(title);
        return mode.find() && mode.start() > 0 ? title.substring(0, mode.start()) : title;
    }

    /** Whether a word of a title says that the work is remote: not in "Remote Sensing Scientist" or "Remote Support". */
    static boolean isRemoteWork(Tokens title, int i) {
        String word = title.word(i);
        if (!word.equals("remote") && !word.equals("remotely") && !word.equals("remoto") && !word.equals("wfh")) {
            return false;
        }
        if (title.is(i - 1, "non") || title.is(i - 2, "non") || title.is(i - 1, "not") || title.is(i - 1, "no")) {
            return false;
        }
        int next = title.is(i + 1, "-") ? i + 2 : i + 1;
        return !REMOTE_WORK_OF_ITS_OWN.contains(title.word(next));
    }

    private static String withoutSymbols(String title) {
        StringBuilder clean = new StringBuilder(title.length());
        for (int i = 0; i < title.length(); ) {
            int c = title.codePointAt(i);
            int type = Character.getType(c);
            boolean symbol = type == Character.OTHER_SYMBOL
                    || type == Character.SURROGATE
                    || type == Character.FORMAT
                    || type == Character.PRIVATE_USE
                    || c == 0xFE0F
                    || c == 0x20E3
                    || c >= 0x1F000
                    || c == 0xFFFD;
            if (symbol) {
                clean.append(c == 0x200B || type == Character.FORMAT ? "" : " ");
            } else {
                clean.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    /** Blanks made one, empty brackets and signs left over at either end taken off. */
    private static String tidy(String title) {
        String tidy = BLANKS.matcher(title)
                .replaceAll(" ")
                .replace("( )", " ")
                .replace("()", " ")
                .replace("[]", " ")
                .replace("[ ]", " ");
        tidy = tidy.replace("**", "");
        int start = 0;
        int end = tidy.length();
        while (start < end && isLoose(tidy.charAt(start)) || start < end && tidy.charAt(start) == ')') {
            start++;
        }
        while (end > start
                && (isLoose(tidy.charAt(end - 1)) || tidy.charAt(end - 1) == '(' || tidy.charAt(end - 1) == '[')) {
            end--;
        }
        return BLANKS.matcher(tidy.substring(start, end)).replaceAll(" ").replace(" ,", ",");
    }

    private static boolean isLoose(char c) {
        return c <= ' ' || c == '-' || c == '–' || c == '—' || c == '|' || c == ',' || c == ':' || c == ';' || c == '/'
                || c == '•' || c == '·' || c == '_' || c == '*' || c == '@' || c == '!' || c == '~' || c == '"';
    }

    // ---- level ----

    /** Where the word of the highest level named stands, or null. */
    private static int[] level(String title) {
        int[] best = null;
        Seniority bestLevel = null;
        String previous = "";
        int i = 0;
        while (i < title.length()) {
            if (!Character.isLetter(title.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < title.length() && Character.isLetter(title.charAt(i))) {
                i++;
            }
            int[] span = {start, i};
            String word = word(title, span);
            Seniority level = LEVELS.get(word);
            if (level != null
                    && counts(title, word, previous, i)
                    && (bestLevel == null || level.compareTo(bestLevel) > 0)) {
                best = span;
                bestLevel = level;
            }
            previous = word;
        }
        return best;
    }

    private static boolean counts(String title, String word, String previous, int end) {
        String rest = title.substring(end).stripLeading().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "manager", "gerente" -> !FUNCTION_MANAGERS.contains(previous);
            case "lead" -> !rest.startsWith("generation");
            case "grad", "career" ->
                word.equals("grad")
                        ? previous.equals("new")
                        : previous.equals("early")
                                || title.toLowerCase(Locale.ROOT).contains("early in career");
            // The mid-market is where customers are, not how far the person has come.
            case "mid" -> !rest.startsWith("-market") && !rest.startsWith("market");
            case "entry" -> rest.startsWith("level") || rest.startsWith("-level") || rest.startsWith("/");
            case "stage" -> previous.isEmpty() || rest.startsWith("-") || rest.startsWith("de") || rest.isEmpty();
            case "head" -> rest.startsWith("of") || previous.isEmpty() || rest.isEmpty();
            case "president" -> !previous.equals("to");
            case "staff" -> !rest.startsWith("augmentation") && !previous.equals("of");
            case "graduate" -> !rest.startsWith("school") && !rest.startsWith("program manager");
            // A chief architect leads by knowledge, a chief forensic chemist a laboratory: neither leads a company.
            case "chief" -> rest.isEmpty() || CHIEF_OFFICER.matcher(rest).find();
            default -> true;
        };
    }

    private static String word(String title, int[] span) {
        return title.substring(span[0], span[1]).toLowerCase(Locale.ROOT);
    }
}
