package io.jobmart.parse;

import io.jobmart.model.RawPosting;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.vocabulary.Gazetteer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off a title what does not name the work: place, work mode, pay, gender marks, requisition numbers and emoji. */
final class TitleCleaner {
    private static final Pattern REQUISITION = Pattern.compile(
            "(?iu)^\\s*[\\[(]?(?:#\\s?\\d{3,}|(?:ref|req|jr|ja|mj)\\d{4,}[a-z]?|\\d{5,}[a-z]|\\d{4}-\\d{3,6}|\\d{4,}|\\(\\d{3,}\\))[\\])]?\\s*[-–—_:|]\\s*"
                    + "|\\s*[-–—|,]?\\s*#\\s?\\d{3,}\\s*$"
                    + "|\\s*[\\[(]\\s*(?:req(?:uisition)?\\.?\\s*(?:id|no\\.?)?|ref(?:erence)?|job\\s*(?:id|code|ref)?|jr|id|p|r)?\\s*[-#:.]?\\s*\\d{3,}\\w{0,3}\\s*[\\])]"
                    + "|\\s+[-–—|]?\\s*(?:(?:req(?:uisition)?|ref|job\\s*id)\\s*(?:id|no)?\\s*[-#:.]?\\s*\\w{0,3}-?\\d{3,}|(?:jr|r|req)-?\\d{4,})\\s*$"
                    + "|\\s*[-–—_|]\\s*(?:\\d{2,4}-)?\\d{5,}\\s*$"
                    + "|\\s+(?-i:[A-Z][A-Za-z]\\d{4,})\\s*$"
                    + "|\\s*[-–—_|]\\s*[a-z]{2,3}\\d{5,}(?:-\\d{1,2})?[a-z]?\\s*$"
                    + "|\\s*[-–—_|]\\s*ref\\d{4,}[a-z]?\\s*$");
    private static final Pattern PAY = Pattern.compile(
            "(?iu)^\\s*(?:up to |from |ab |bis |salary:? ?)?(?:[$€£]|usd|eur|gbp|cad|us\\$|r\\$|pln)?\\s*\\d[\\d.,]*\\s*k?\\s*(?:[-–—~]|to|bis)?\\s*(?:[$€£])?\\s*[\\d.,]*\\s*k?\\+?\\s*"
                    + "(?:[$€£]|usd|eur|gbp|cad|pln|lpa)?\\s*(?:(?:/|per|pro|an|a)\\s*(?:hr|hour|year|yr|annum|month|day|jahr|monat))?\\s*$");
    static final Pattern PREFIX = Pattern.compile(
            "(?iu)^\\s*(?:job\\s+(?:description|title|opening|posting|position|opportunity)|position(?:\\s+title)?|title|role|vacancy"
                    + "|we(?:'|’)?(?:re| are) (?:hiring|looking for)|(?:now )?(?:hiring|recruiting)|urgent(?:ly)?(?: hiring| requirement)?|stellenangebot|vaga|oferta)\\s*[:!|\\-–—]+\\s*(?:an? )?");
    /** "(React is a must)", "(maybe contract to hire)", "(W2 only)". */
    private static final Pattern CONDITION = Pattern.compile(
            "(?iu)\\b(?:must|mandatory|required|preferred|c2h|c2c|w2|contract[- ]to[- ]hire)\\b"
                    + "|^\\s*(?:\\d{1,2}|one|two|three|six|nine|twelve)\\+?[ -]?(?:months?|mos?|weeks?|years?)[ -]*(?:contract|fixed[ -]term|ftc|freelance|project)?\\s*$");

    /** What a part of a title says of the ad or of who may apply, and not of the work. */
    private static final Pattern NO_PART_OF_A_TITLE = Pattern.compile("(?iu)^\\s*(?:"
            + "(?:english|french|german|spanish|portuguese) version"
            + "|(?:fully )?remote, (?-i:[A-Z]{3})"
            + "|(?-i:CDI|CDD)(?: ?\\d{1,2} mois)?"
            + "|(?:maternity|paternity|parental)(?: leave)? cover"
            + "|oportunidade|oportunidad|vagas?|jobs?|(?:we(?:'|’)?(?:re| are) |now )?hiring|job (?:opening|offer)|徵才|徵|招聘|诚聘|獵才|求人|急徵|急招"
            + "|(?:[\\p{L}&]+ ){0,3}talent (?:pool|community|network|pipeline)|(?:future|upcoming) opportunit(?:y|ies)"
            + "|locals?(?: candidates?)? only[^|]{0,30}|local to [\\p{L} .,]{2,30}(?: only)?"
            + "|no (?:sub-?contractors?|third[ -]part(?:y|ies)|c2c|corp[ -]to[ -]corp|h-?1-?b|agencies|visa sponsorship)[^|]{0,30}"
            + "|\\d{1,2}\\+?(?: ?(?:-|–|to) ?\\d{1,2}\\+?)? ?(?:years?|yrs?)(?:[’'] ?| of)? ?(?:experience|exp\\.?)?(?: (?:required|needed))?"
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
    private static final Pattern BASED = Pattern.compile("(?iu)[ -]based\\s*$");
    /** Begin the last item of an enumeration that goes on with the title: "Strategy, Planning, Sales and Finance". */
    private static final Set<String> JOINING = Set.of("and", "or", "&", "und", "et", "e", "y");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u200B]+");

    private final Gazetteer gazetteer;
    private final PlaceListReader lists;
    private final TitleCompany companies;

    TitleCleaner(Gazetteer gazetteer, PlaceListReader lists) {
        this.gazetteer = gazetteer;
        this.lists = lists;
        this.companies = new TitleCompany(gazetteer);
    }

    /** A title as a person would state it. Hints are the countries that the source names elsewhere. */
    String clean(String written, RawPosting raw, String poster, Set<Integer> hints) {
        String title = written.length() > TitleParts.LONGEST ? written.substring(0, TitleParts.LONGEST) : written;
        TitleCompany.Span company = companies.in(title);
        // Where the source has a field for the company, only the sign is sure: "at Scale" may be the work.
        if (company != null && (raw.company() == null || title.charAt(company.cut()) == '@')) {
            title = title.substring(0, company.cut()) + title.substring(company.end());
        }
        int[] named = poster == null ? null : TitleParts.company(title, poster);
        if (named != null) {
            title = title.substring(0, named[0]) + " " + title.substring(named[1]);
        }
        title = withoutSymbols(title);
        title = PREFIX.matcher(title).replaceFirst("");
        title = REQUISITION.matcher(title).replaceAll(" ");
        Matcher gender = TitleParts.GENDER.matcher(title);
        if (gender.find()) {
            String tail = title.substring(gender.end());
            String head = title.substring(0, gender.start());
            Listing listing = lists.read(tail, 0, tail.length(), hints);
            // "(m/f/x) onsite or remote in Germany", also where the source cut the title short.
            boolean place = listing.modes() != 0 && tail.length() < 60
                    || TitleParts.isWorkplace(listing, tail, new int[] {0, tail.length()}, gazetteer);
            title = place ? head : head + " " + TitleParts.GENDER.matcher(tail).replaceAll(" ");
        }
        title = tidy(title);
        for (int round = 0; round < 6; round++) {
            String before = title;
            title = tidy(withoutPart(title, written, raw, hints));
            if (title.equals(before)) {
                break;
            }
        }
        title = tidy(withoutTrailingMode(withoutLeadingMode(title)));
        return title.isEmpty() ? tidy(withoutSymbols(written)) : title;
    }

    private String withoutPart(String title, String written, RawPosting raw, Set<Integer> hints) {
        for (int[] part : TitleParts.decorations(title)) {
            if (part[2] == 0 && part[3] == title.length()) {
                continue;
            }
            String words = title.substring(part[0], part[1]);
            Listing listing = lists.read(title, part[0], part[1], hints);
            boolean comma = part[4] == ',';
            boolean cut = part[1] == title.length() && CUT_MODE.matcher(words).find();
            boolean drop = cut
                    || isSkillList(title, part, written)
                    || part[4] == '('
                            && (isBased(words, hints)
                                    || CONDITION.matcher(words).find())
                    || TitleParts.isWorkplace(listing, title, part, gazetteer)
                            && (!comma || listing.modes() != 0 || agrees(listing, hints))
                    || !comma && isPay(words)
                    || isCompany(words, raw);
            if (drop || NO_PART_OF_A_TITLE.matcher(words).find()) {
                return title.substring(0, part[2]) + " " + title.substring(part[3]);
            }
        }
        return title;
    }

    /**
     * "Java Developer - Spring, Hibernate, SQL, AWS": a dash or colon, and four or more names of one to three words, some
     * of them joined by slashes. Fewer say what the work is about, unless all are written small: "- outlook, excel, word", or
     * the list was cut off: "- Spring, Hibernate,".
     */
    private static boolean isSkillList(String title, int[] part, String written) {
        if (part[2] == 0 || part[3] != title.length() || part[4] == ',' || part[4] == '(' || part[4] == '@') {
            return false;
        }
        String list = title.substring(part[0], part[1]);
        int commas = list.split(",").length - 1;
        String[] items = list.split("[,/]");
        boolean small = true;
        for (String item : items) {
            small &= !item.isBlank() && Character.isLowerCase(item.strip().charAt(0));
        }
        boolean cutOff = commas == 1 && written.strip().endsWith(",");
        if (!cutOff && (commas < 2 || items.length < 4 && !small)) {
            return false;
        }
        for (String item : items) {
            String[] words = item.strip().split("\\s+");
            if (words.length > 3 || JOINING.contains(words[0].toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    /** "(Portugal-based)", "(Lisbon or Porto based)". */
    private boolean isBased(String words, Set<Integer> hints) {
        Matcher based = BASED.matcher(words);
        if (!based.find() || based.start() == 0) {
            return false;
        }
        Listing listing = lists.read(words, 0, based.start(), hints);
        return TitleParts.isWorkplace(listing, words, new int[] {0, based.start()}, gazetteer);
    }

    private boolean agrees(Listing listing, Set<Integer> hints) {
        for (Found found : listing.places()) {
            if (!found.resolved() || !hints.contains(gazetteer.country(found.id()))) {
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
        if (raw.company() == null || words.length() >= 80) {
            return false;
        }
        return Gazetteer.fold(words).equals(Gazetteer.fold(raw.company())) || isInitials(words.strip(), raw.company());
    }

    /** "NLB" of "North Lake Boats": three letters and more, which no place or level has by chance. */
    private static boolean isInitials(String words, String company) {
        String[] names = company.strip().split("[\\s-]+");
        if (words.length() < 3 || words.length() > 5 || names.length != words.length()) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].isEmpty()
                    || names[i].charAt(0) != words.charAt(i)
                    || !Character.isUpperCase(words.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** "Remote Senior Engineer" is a senior engineer; a "Remote Sensing Scientist" works on remote sensing. */
    private static String withoutLeadingMode(String title) {
        Matcher mode = LEADING_MODE.matcher(title);
        if (!mode.find()) {
            return title;
        }
        int next = title.indexOf(' ', mode.end());
        String word =
                title.substring(mode.end(), next < 0 ? title.length() : next).toLowerCase(Locale.ROOT);
        return TitleParts.isRemoteWorkOfItsOwn(word)
                ? title
                : title.substring(mode.end()).strip();
    }

    /** "DevOps Engineer REMOTE", "Platform Engineer Fully Remote". */
    private static String withoutTrailingMode(String title) {
        Matcher mode = TRAILING_MODE.matcher(title);
        return mode.find() && mode.start() > 0 ? title.substring(0, mode.start()) : title;
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
}
