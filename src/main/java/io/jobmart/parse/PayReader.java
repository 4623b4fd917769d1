package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.GrossNet;
import io.jobmart.model.Issue;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.PayStatement;
import io.jobmart.model.RawPay;
import io.jobmart.model.SectionKind;
import io.jobmart.model.ValueStatus;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads pay: structured fields, chips of the header, the title and the text. Every distinct statement is kept with its
 * own currency and period; one is the headline.
 *
 * <p>In running text most amounts are no pay: funding, revenue, allowances. An amount counts only when words of pay
 * stand near it, nearer than words of something else.
 */
public final class PayReader {
    private static final int MAX_STATEMENTS = 24;
    /** How far back, in tokens, a word of pay may stand before an amount. */
    private static final int BACK = 45;
    /** Bound on candidates looked at in one posting: hostile text is nothing but numbers. */
    private static final int MAX_CANDIDATES = 400;

    private static final String[] PAY_WORDS = {
        "salary",
        "salaries",
        "pay",
        "paid",
        "compensation",
        "comp",
        "wage",
        "wages",
        "remuneration",
        "renumeration",
        "earnings",
        "earn",
        "earns",
        "ote",
        "ttc",
        "ctc",
        "payrate",
        "stipend",
        "gehalt",
        "jahresgehalt",
        "bruttojahresgehalt",
        "jahresbruttogehalt",
        "monatsgehalt",
        "bruttomonatsgehalt",
        "monatsbruttogehalt",
        "grundgehalt",
        "fixgehalt",
        "einstiegsgehalt",
        "bruttogehalt",
        "mindestgehalt",
        "vergütung",
        "gehaltsspanne",
        "gehaltsrahmen",
        "lohn",
        "stundenlohn",
        "verdienst",
        "taux",
        "entgelt",
        "stundensatz",
        "tagessatz",
        "rémunération",
        "salaire",
        "salaires",
        "package",
        "tjm",
        "salario",
        "sueldo",
        "retribución",
        "remuneración",
        "salário",
        "salario",
        "remuneração",
        "bolsa",
        "wynagrodzenie",
        "widełki",
        "retribuzione",
        "stipendio",
        "lön",
        "hourly",
        "payband",
        "lương"
    };

    private static final Set<String> PAY = Set.copyOf(List.of(PAY_WORDS));

    /** Words that make an amount near them something else than pay. */
    private static final Set<String> OTHER = Set.of(
            "raised",
            "raise",
            "raising",
            "raises",
            "funding",
            "fundraise",
            "round",
            "rounds",
            "valuation",
            "valued",
            "worth",
            "revenue",
            "revenues",
            "arr",
            "gmv",
            "aum",
            "sales",
            "turnover",
            "market",
            "customers",
            "clients",
            "budget",
            "budgets",
            "stipend",
            "stipends",
            "allowance",
            "allowances",
            "reimburse",
            "reimbursed",
            "reimbursement",
            "reimbursements",
            "referral",
            "referrals",
            "refer",
            "donation",
            "donations",
            "match",
            "matching",
            "matched",
            "contribution",
            "contributions",
            "contribute",
            "contributes",
            "hsa",
            "fsa",
            "401k",
            "deductible",
            "insurance",
            "premiums",
            "tuition",
            "education",
            "learning",
            "conference",
            "conferences",
            "courses",
            "wellness",
            "wellbeing",
            "gym",
            "fitness",
            "internet",
            "phone",
            "wifi",
            "equipment",
            "laptop",
            "hardware",
            "setup",
            "desk",
            "gift",
            "gifts",
            "voucher",
            "vouchers",
            "credit",
            "credits",
            "deal",
            "deals",
            "transaction",
            "transactions",
            "volume",
            "assets",
            "capital",
            "investors",
            "investment",
            "invested",
            "industry",
            "spend",
            "spending",
            "savings",
            "save",
            "saved",
            "saving",
            "cost",
            "costs",
            "expenses",
            "expense",
            "fertility",
            "adoption",
            "parental",
            "relocation",
            "commuter",
            "commuting",
            "lunch",
            "meal",
            "meals",
            "food",
            "scholarship",
            "prize",
            "award",
            "funds",
            "fund",
            "portfolio",
            "loan",
            "loans",
            "payments",
            "profit",
            "profits",
            "debt",
            "purchases",
            "orders",
            "subsidy",
            "perk",
            "perks",
            "discount",
            "acquired",
            "acquisition",
            "billion",
            "million",
            "contracts",
            "projects",
            "quota",
            "acv",
            "backed",
            "generated",
            "processed",
            "coworking",
            "co-working",
            "travel",
            "training",
            "transport",
            "transportation",
            "sponsorship",
            "reward",
            "rewards",
            "retirement",
            "pension",
            "development",
            "workspace",
            "furniture",
            "wellfit",
            "lifetime",
            "fees",
            "bonusly",
            "charity",
            "vacation",
            "holiday",
            "healthcare",
            "medical",
            "dental",
            "per-diem");

    /**
     * Those among them that stand near pay, too: "Machine Learning Engineer: $150,000 - $180,000", "in our lowest
     * market". They count only against single amounts.
     */
    private static final Set<String> MILD = Set.of(
            "learning",
            "development",
            "education",
            "training",
            "market",
            "industry",
            "travel",
            "customers",
            "clients",
            "sales",
            "cost",
            "desk",
            "hardware",
            "food",
            "equipment",
            "medical",
            "healthcare",
            "investment",
            "capital",
            "projects",
            "payments",
            "volume");

    private static final Set<String> BONUS =
            Set.of("bonus", "bonuses", "prämie", "prime", "bônus", "sign-on", "signing");
    private static final Set<String> EQUITY = Set.of("equity", "stock", "rsu", "rsus", "options", "shares");
    private static final Set<String> COMMISSION = Set.of("commission", "commissions", "provision");

    /** Words that the words around an amount are compared with, beside the sets: a word no rule knows is never read. */
    private static final String[] CONTEXT_WORDS =
            (". ! ? ; : , ( + & | / - ote ttc target earnings earning cash compensation"
                            + " total comp base salary range ranges rate band role position min minimum mid midpoint max maximum"
                            + " annual yearly annually annualized jahresgehalt bruttojahresgehalt annuel annuelle anual hourly"
                            + " stundenlohn stundensatz horaire monthly monatsgehalt bruttomonatsgehalt monatsbruttogehalt monatlich mensuel"
                            + " mensual mensal weekly daily tagessatz tjm year annum hour month day canada canadian ontario toronto"
                            + " vancouver montreal alberta quebec can cad usa usd california colorado us s states york australia"
                            + " australian zealand singapore gross brutto brut bruts bruto brutos net netto nets neto netos líquido"
                            + " plus with and depending currency sign")
                    .split(" ");

    private PayReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        lexicon.trigger(Trigger.PAY, PAY_WORDS);
        for (String word : CONTEXT_WORDS) {
            lexicon.add(word);
        }
        for (Set<String> words : List.of(OTHER, BONUS, EQUITY, COMMISSION, PRAISE, AFTER)) {
            words.forEach(word -> {
                if (word.indexOf('-') < 0) {
                    lexicon.add(word);
                }
            });
        }
    }

    /**
     * Reads a posting's pay.
     *
     * @param countryCode of the place of work, ISO 3166-1 alpha-2, or null: says which dollar a "$" is
     */
    public static Pay read(PostingView view, String countryCode) {
        Reading reading = new Reading(view, countryCode);
        reading.structured();
        reading.header();
        reading.title();
        reading.text();
        return reading.pay();
    }

    /** The statements of one posting while they are gathered. */
    private static final class Reading {
        private final PostingView view;
        private final String country;
        private final List<PayStatement> statements = new ArrayList<>();
        private boolean withoutValue;
        private boolean unparsed;

        Reading(PostingView view, String country) {
            this.view = view;
            this.country = country;
        }

        // --- structured fields

        void structured() {
            for (RawPay raw : view.raw().pay()) {
                if (raw == null) {
                    continue;
                }
                String currency = Currencies.ofCode(raw.currency());
                if (currency == null
                        && raw.currency() != null
                        && !raw.currency().isBlank()) {
                    String trimmed = raw.currency().trim();
                    currency = Currencies.ofSign(trimmed.charAt(trimmed.length() - 1));
                    currency = currency == null ? Currencies.ofWord(trimmed) : currency;
                }
                PayPeriod period = structuredPeriod(raw.period());
                long min = structuredAmount(raw.min());
                long max = structuredAmount(raw.max());
                if (min > 0 || max > 0) {
                    boolean swapped = min > 0 && max > 0 && min > max;
                    PayRange range = new PayRange(
                            0,
                            0,
                            min <= 0 ? -1 : swapped ? max : min,
                            max <= 0 ? -1 : swapped ? min : max,
                            currency,
                            period,
                            null,
                            true,
                            false,
                            true,
                            swapped);
                    String written = written(raw);
                    add(range, PayKind.BASE, ValueStatus.STRUCTURED, written, Evidence.markup("pay.structured"));
                } else if (raw.text() != null && !raw.text().isBlank()) {
                    for (PayRange range : scan(raw.text())) {
                        PayRange whole = new PayRange(
                                range.start(),
                                range.end(),
                                range.min(),
                                range.max(),
                                range.currency() == null || Currencies.isShared(range.currency()) && currency != null
                                        ? currency
                                        : range.currency(),
                                range.period() == null ? period : range.period(),
                                range.grossNet(),
                                range.marked(),
                                range.millions(),
                                range.range(),
                                range.swapped());
                        if (whole.high() > 0) {
                            add(
                                    whole,
                                    PayKind.BASE,
                                    ValueStatus.STRUCTURED,
                                    raw.text().trim(),
                                    Evidence.markup("pay.structured"));
                        }
                    }
                    wordsOnly(raw.text());
                }
            }
        }

        private static String written(RawPay raw) {
            StringBuilder written = new StringBuilder();
            for (String part : new String[] {raw.currency(), raw.min(), raw.max(), raw.period()}) {
                if (part != null
                        && !part.isBlank()
                        && !(part.equals(raw.max())
                                && part.equals(raw.min())
                                && written.toString().endsWith(part))) {
                    written.append(written.length() == 0 ? "" : " ").append(part.trim());
                }
            }
            return written.toString();
        }

        private static long structuredAmount(String value) {
            if (value == null) {
                return -1;
            }
            for (int i = 0; i < value.length() && i < 16; i++) {
                if (Amount.isDigit(value.charAt(i))) {
                    if (i > 0 && value.charAt(i - 1) == '-') {
                        return -1;
                    }
                    Amount amount = Amount.at(value, i, 0);
                    return amount == null ? exponent(value) : amount.cents();
                }
            }
            return -1;
        }

        /** JSON may write 120000 as 1.2E5. */
        private static long exponent(String value) {
            try {
                BigDecimal number = new BigDecimal(value.trim());
                return number.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000L)) > 0
                        ? -1
                        : number.movePointRight(2).longValue();
            } catch (NumberFormatException e) {
                return -1;
            }
        }

        private static PayPeriod structuredPeriod(String period) {
            if (period == null || period.isBlank()) {
                return null;
            }
            String lower = period.trim().toLowerCase(Locale.ROOT);
            switch (lower) {
                case "ann", "pa", "per year", "yearly", "ph", "per hour", "pd", "hur" -> {
                    return lower.equals("ph") || lower.equals("per hour") || lower.equals("hur")
                            ? PayPeriod.HOUR
                            : lower.equals("pd") ? PayPeriod.DAY : PayPeriod.YEAR;
                }
                case "mon", "pm" -> {
                    return PayPeriod.MONTH;
                }
                case "wee" -> {
                    return PayPeriod.WEEK;
                }
                default -> {
                    int i = lower.length();
                    while (i > 0 && Character.isLetter(lower.charAt(i - 1))) {
                        i--;
                    }
                    PayPeriod unit = Amount.periodOf(lower.substring(i));
                    if (unit != null) {
                        return unit;
                    }
                    int stop = 0;
                    while (stop < lower.length() && Character.isLetter(lower.charAt(stop))) {
                        stop++;
                    }
                    return Amount.periodOf(lower.substring(0, stop));
                }
            }
        }

        // --- header chips and title

        void header() {
            String header = view.raw().header();
            int from = 0;
            for (String chip : view.raw().payChips()) {
                int at = header == null ? -1 : header.indexOf(chip, from);
                if (at < 0 && header != null) {
                    at = header.indexOf(chip);
                }
                List<PayRange> ranges = scan(chip);
                for (PayRange range : ranges) {
                    if (range.high() <= 0 || isCalendarYear(range)) {
                        continue;
                    }
                    if (range.millions() && Currencies.yearFloor(range.currency()) < 200_000) {
                        unparsed = true;
                        continue;
                    }
                    Evidence evidence = at < 0
                            ? Evidence.markup("pay.chip")
                            : Evidence.header(at + range.start(), at + range.end(), "pay.chip");
                    PayKind kind = kind(words(chip, range), range);
                    // "~106k", "75000.0": the site adds both ends of a range up; a number, but not known of what.
                    boolean sum = range.currency() == null
                            && !range.range()
                            && range.period() == null
                            && range.min() == range.max();
                    ValueStatus status = sum ? ValueStatus.UNPARSED : ValueStatus.PARSED;
                    add(range, kind, status, chip.substring(range.start(), range.end()), evidence);
                }
                if (ranges.isEmpty()) {
                    wordsOnly(chip);
                }
                if (at >= 0) {
                    from = at + chip.length();
                }
            }
        }

        private static boolean isCalendarYear(PayRange range) {
            return range.currency() == null
                    && !range.marked()
                    && range.low() >= 199_000
                    && range.high() <= 210_000
                    && range.period() == null;
        }

        /** A chip or field without a number: it speaks of pay, or says that nothing is said. */
        private void wordsOnly(String chip) {
            String lower = chip.toLowerCase(Locale.ROOT).trim();
            if (lower.startsWith("$") || lower.startsWith("usd ")) {
                lower = lower.substring(lower.startsWith("$") ? 1 : 4).trim();
            }
            for (int i = 0; i < lower.length(); i++) {
                if (Amount.isDigit(lower.charAt(i))) {
                    return;
                }
            }
            if (lower.length() < 3
                    || lower.startsWith("not ")
                    || lower.equals("n/a")
                    || lower.equals("null")
                    || lower.equals("none")
                    || lower.equals("unknown")
                    || lower.equals("unspecified")
                    || lower.equals("undisclosed")) {
                return;
            }
            for (String word : lower.split("[^\\p{L}]+")) {
                if (PAY.contains(word) && !word.equals("paid") && !word.equals("stipend")
                        || word.equals("competitive")
                        || word.equals("negotiable")
                        || word.equals("doe")
                        || word.equals("market")) {
                    withoutValue = true;
                }
            }
        }

        private static String words(String chip, PayRange range) {
            int end = Math.min(chip.length(), range.end() + 30);
            return (chip.substring(Math.max(0, range.start() - 25), range.start()) + " "
                            + chip.substring(range.end(), end))
                    .toLowerCase(Locale.ROOT);
        }

        private static PayKind kind(String around, PayRange range) {
            if (around.contains("ote") && around.matches(".*\\bote\\b.*")
                    || around.contains("total annual earnings")
                    || around.contains("target earnings")) {
                return PayKind.OTE;
            }
            return PayKind.BASE;
        }

        void title() {
            String title = view.title().text();
            for (PayRange range : scan(title)) {
                boolean salary = range.currency() != null
                        && !range.millions()
                        && (range.range() || range.period() != null || range.low() >= 1_500_000)
                        && (range.period() != null || range.low() >= 1_000_000 || range.range() && range.marked());
                if (salary) {
                    add(
                            range,
                            PayKind.BASE,
                            ValueStatus.PARSED,
                            title.substring(range.start(), range.end()),
                            Evidence.title(range.start(), range.end(), "pay.title"));
                }
            }
        }

        /** All amounts of a short string. */
        private static List<PayRange> scan(String text) {
            List<PayRange> ranges = new ArrayList<>();
            int floor = 0;
            int i = 0;
            int limit = Math.min(text.length(), 2000);
            while (i < limit && ranges.size() < MAX_STATEMENTS) {
                if (!Amount.isDigit(text.charAt(i))) {
                    i++;
                    continue;
                }
                PayRange range = PayRange.at(text, i, floor);
                if (range == null) {
                    while (i < limit && Character.isLetterOrDigit(text.charAt(i))) {
                        i++;
                    }
                    continue;
                }
                ranges.add(range);
                floor = range.end();
                i = Math.max(range.end(), i + 1);
            }
            return ranges;
        }

        // --- text

        private int chainEnd = -1;
        private PayRange pendingMin;

        void text() {
            String text = view.text();
            Tokens tokens = view.tokens();
            int floor = 0;
            int candidates = 0;
            int count = tokens.count();
            for (int token = 0; token < count; token++) {
                int start = tokens.start(token);
                if (!tokens.is(token, Trigger.NUMBER)) {
                    if (!endsInNumber(text, start, tokens.wordEnd(token))) {
                        continue;
                    }
                    // "RM2,250", "USD120k"
                    while (!Amount.isDigit(text.charAt(start))) {
                        start++;
                    }
                }
                if (start < floor || !Amount.isDigit(text.charAt(start))) {
                    continue;
                }
                int stop = start + 1;
                while (stop < text.length() && Amount.isDigit(text.charAt(stop))) {
                    stop++;
                }
                if (!promising(text, start, stop)) {
                    continue;
                }
                PayRange range = PayRange.at(text, start, floor);
                if (range == null || range.high() <= 0) {
                    continue;
                }
                if (++candidates > MAX_CANDIDATES) {
                    return;
                }
                judge(text, range);
                floor = Math.max(range.end(), stop);
            }
            if (statements.isEmpty() && !withoutValue) {
                withoutValue = saysWithoutValue();
            }
        }

        private static boolean endsInNumber(String text, int start, int end) {
            if (end - start < 2) {
                return false;
            }
            char last = text.charAt(end - 1);
            return Amount.isDigit(last) || (last == 'k' || last == 'K') && Amount.isDigit(text.charAt(end - 2));
        }

        /** Whether a number may be money at all: by a glance at the characters around it. */
        private static boolean promising(String text, int start, int stop) {
            int before = start - 1;
            while (before >= 0
                    && before > start - 4
                    && (Amount.isBlank(text.charAt(before)) || Amount.isFiller(text.charAt(before)))) {
                before--;
            }
            if (before >= 0) {
                char b = text.charAt(before);
                if (Currencies.ofSign(b) != null || isUpper(b) && before > 0 && isUpper(text.charAt(before - 1))) {
                    return true;
                }
                if (b == 'ł'
                        || b == '.' && before > 1 && text.charAt(before - 1) == 's' && text.charAt(before - 2) == 'R'
                        || b == 's' && before > 0 && text.charAt(before - 1) == 'R'
                        || before > 1
                                && Character.isLetter(b)
                                && before < start - 1
                                && Currencies.ofWord(text.substring(Math.max(0, before - 2), before + 1)) != null) {
                    return true;
                }
            }
            if (stop >= text.length()) {
                return stop - start >= 5;
            }
            char a = text.charAt(stop);
            if (a == 'k'
                    || a == 'K'
                    || Currencies.ofSign(a) != null
                    || stop - start >= 4
                    || isUpper(a) && isMoneyWord(text, stop)) {
                return true;
            }
            if (stop + 3 < text.length()
                    && (a == ',' || a == '.' || a == ' ' || a == '\u00a0' || a == '\'' || a == '’' || a == '\u202f')
                    && Amount.isDigit(text.charAt(stop + 1))
                    && Amount.isDigit(text.charAt(stop + 2))) {
                return true;
            }
            // "60–80k", "$" after a blank, "15 LPA", "25 EUR/h"
            if (isRangeSign(a)
                    || Amount.isBlank(a)
                            && stop + 1 < text.length()
                            && (isRangeSign(text.charAt(stop + 1))
                                    || Currencies.ofSign(text.charAt(stop + 1)) != null
                                    || isMoneyWord(text, stop + 1))) {
                return true;
            }
            return (a == '.' || a == ',') && stop + 1 < text.length() && Amount.isDigit(text.charAt(stop + 1))
                    || beginsRange(text, stop);
        }

        /** "16 à 20 €", "between 18 and 22 dollars": only what follows the second number says that the first is money. */
        private static boolean beginsRange(String text, int stop) {
            int word = PayRange.skipBlanks(text, stop);
            int end = PayRange.wordEnd(text, word);
            if (word == stop || !PayRange.isBetween(text.substring(word, end))) {
                return false;
            }
            int number = PayRange.skipBlanks(text, end);
            int i = number;
            while (i < text.length()
                    && i < number + 8
                    && (Amount.isDigit(text.charAt(i))
                            || i > number && (text.charAt(i) == '.' || text.charAt(i) == ','))) {
                i++;
            }
            int after = PayRange.skipBlanks(text, i);
            return i > number
                    && after < text.length()
                    && (Currencies.ofSign(text.charAt(after)) != null || isMoneyWord(text, after));
        }

        private static boolean isRangeSign(char c) {
            return c == '-' || c == '–' || c == '—';
        }

        private static boolean isUpper(char c) {
            return c >= 'A' && c <= 'Z';
        }

        private static boolean isMoneyWord(String text, int start) {
            int end = start;
            while (end < text.length() && end < start + 8 && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end == start || end > start + 7) {
                return false;
            }
            String word = text.substring(start, end);
            return Currencies.ofWord(word) != null
                    || word.equalsIgnoreCase("k")
                    || word.equals("L")
                    || word.equalsIgnoreCase("lpa")
                    || word.equalsIgnoreCase("lakh")
                    || word.equalsIgnoreCase("triệu");
        }

        /** Accepts a range of the text as pay, or not. */
        private void judge(String text, PayRange range) {
            Context context = Context.of(view, range, chainEnd);
            if (pendingMin != null) {
                PayRange min = pendingMin;
                if (range.start() - min.end() > 120) {
                    pendingMin = null;
                    addText(text, min, PayKind.BASE, Context.of(view, min, -1));
                } else if (context.label == 'm') {
                    return;
                } else if (context.label == 'M' && range.high() >= min.low()) {
                    pendingMin = null;
                    addText(text, min.spanning(range), PayKind.BASE, Context.of(view, min, -1));
                    return;
                }
            }
            if (context.verdict == null) {
                return;
            }
            if (context.label == 'l' && !range.range() && hasMaximumAfter(text, range.end())) {
                pendingMin = new PayRange(
                        range.start(),
                        range.end(),
                        range.low(),
                        range.low(),
                        range.currency(),
                        range.period(),
                        range.grossNet(),
                        range.marked(),
                        range.millions(),
                        false,
                        false);
                return;
            }
            addText(text, range, context.verdict, context);
        }

        private static boolean hasMaximumAfter(String text, int from) {
            int limit = Math.min(text.length() - 3, from + 100);
            for (int i = from; i < limit; i++) {
                if (text.regionMatches(true, i, "max", 0, 3)) {
                    return true;
                }
            }
            return false;
        }

        private void addText(String text, PayRange range, PayKind kind, Context context) {
            PayRange read = new PayRange(
                    range.start(),
                    range.end(),
                    range.min(),
                    range.max(),
                    context.currency(range.currency()),
                    range.period() != null ? range.period() : context.period(range),
                    range.grossNet() != null ? range.grossNet() : context.grossNet,
                    range.marked(),
                    range.millions(),
                    range.range(),
                    range.swapped());
            chainEnd = range.end();
            add(
                    read,
                    kind,
                    ValueStatus.PARSED,
                    text.substring(range.start(), range.end()),
                    Evidence.text(range.start(), range.end(), range.range() ? "pay.range" : "pay.amount"));
        }

        /** "Competitive salary", "attraktives Gehalt": an adjective of praise beside a word of pay. */
        private boolean saysWithoutValue() {
            Tokens tokens = view.tokens();
            for (int i = 0; i < tokens.count(); i++) {
                if (!tokens.is(i, Trigger.PAY)) {
                    continue;
                }
                for (int j = i - 1; j >= 0 && j >= i - 5; j--) {
                    if (tokens.id(j) != Lexicon.UNKNOWN && PRAISE.contains(tokens.word(j)) && clause(tokens, j, i)) {
                        return true;
                    }
                }
                if (AFTER.contains(tokens.word(i + 1)) || tokens.is(i + 1, ":") && AFTER.contains(tokens.word(i + 2))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean clause(Tokens tokens, int from, int to) {
            String text = tokens.text();
            for (int i = tokens.end(from); i < tokens.start(to); i++) {
                char c = text.charAt(i);
                if (c == '\n' || c == '.' || c == ';' || c == '!') {
                    return false;
                }
            }
            return true;
        }

        // --- gathering

        private void add(PayRange range, PayKind kind, ValueStatus status, String written, Evidence evidence) {
            String currency = range.currency();
            ValueStatus kept = status;
            if (Currencies.isShared(currency)) {
                if (!Currencies.certain(currency, country)) {
                    view.issue(Issue.SALARY_CURRENCY_INFERRED, written);
                }
                currency = Currencies.resolve(currency, country);
            } else if (currency == null && status != ValueStatus.UNPARSED) {
                currency = Currencies.ofCountry(country);
                if (currency != null) {
                    view.issue(Issue.SALARY_CURRENCY_INFERRED, written);
                }
            }
            PayPeriod period = range.period();
            boolean inferred = false;
            int floor = Currencies.yearFloor(currency);
            if (period == null
                    && floor > 0
                    && kind != PayKind.BONUS
                    && kind != PayKind.EQUITY
                    && range.low() >= floor * 100L) {
                period = PayPeriod.YEAR;
                inferred = true;
                view.issue(Issue.SALARY_PERIOD_INFERRED, written);
            }
            if (range.swapped()) {
                view.issue(Issue.SALARY_MIN_MAX_SWAPPED, written);
            }
            BigDecimal min = range.min() < 0 ? null : BigDecimal.valueOf(range.min(), 2);
            BigDecimal max = range.max() < 0 ? null : BigDecimal.valueOf(range.max(), 2);
            if (floor > 0
                    && period != null
                    && kind != PayKind.BONUS
                    && kind != PayKind.EQUITY
                    && kind != PayKind.COMMISSION) {
                double low = range.low() / 100.0 * period.annualFactor().intValue();
                double high = range.high() / 100.0 * period.annualFactor().intValue();
                if (high < floor * 0.15 || low > floor * 200.0) {
                    view.issue(Issue.SALARY_UNLIKELY, written);
                    kept = ValueStatus.UNPARSED;
                }
            }
            if (floor > 0 && period == null && kind == PayKind.BASE && range.high() < 500) {
                // "USD $1~$1": a form that had to be filled in.
                view.issue(Issue.SALARY_UNLIKELY, written);
                kept = ValueStatus.UNPARSED;
            }
            PayStatement statement = new PayStatement(
                    kind, currency, period, inferred, min, max, range.grossNet(), false, kept, written, evidence);
            for (int i = 0; i < statements.size(); i++) {
                PayStatement other = statements.get(i);
                if (same(other, statement)) {
                    if (other.status() != ValueStatus.STRUCTURED
                            && (other.period() == null || other.periodInferred())
                            && statement.period() != null
                            && !statement.periodInferred()) {
                        statements.set(i, statement);
                    } else if (other.status() == ValueStatus.UNPARSED && kept != ValueStatus.UNPARSED) {
                        statements.set(i, statement);
                    }
                    return;
                }
            }
            if (statements.size() == MAX_STATEMENTS) {
                view.issue(Issue.VALUES_TRUNCATED, "salary");
                return;
            }
            if (statements.size() < MAX_STATEMENTS) {
                statements.add(statement);
            }
        }

        private static boolean same(PayStatement a, PayStatement b) {
            return equal(a.min(), b.min())
                    && equal(a.max(), b.max())
                    && a.kind() == b.kind()
                    && (a.currency() == null
                            || b.currency() == null
                            || a.currency().equals(b.currency()))
                    && (a.period() == null || b.period() == null || a.period() == b.period());
        }

        private static boolean equal(BigDecimal a, BigDecimal b) {
            return a == null ? b == null : b != null && a.compareTo(b) == 0;
        }

        Pay pay() {
            Pay pay = conclude();
            return new Pay(
                    pay.status(),
                    pay.statements().stream()
                            .map(statement ->
                                    statement.status() == ValueStatus.UNPARSED ? wordsAlone(statement) : statement)
                            .toList());
        }

        /** What was stated and not understood is kept as written; numbers of unknown meaning are not published. */
        private static PayStatement wordsAlone(PayStatement statement) {
            return new PayStatement(
                    statement.kind(),
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    false,
                    ValueStatus.UNPARSED,
                    statement.rawText(),
                    statement.evidence());
        }

        private Pay conclude() {
            if (pendingMin != null) {
                PayRange min = pendingMin;
                pendingMin = null;
                addText(view.text(), min, PayKind.BASE, Context.of(view, min, -1));
            }
            int headline = -1;
            for (int i = 0; i < statements.size(); i++) {
                if (rank(statements.get(i)) > 0
                        && (headline < 0 || rank(statements.get(i)) > rank(statements.get(headline)))) {
                    headline = i;
                }
            }
            if (headline < 0) {
                boolean unread = unparsed || !statements.isEmpty();
                if (unread) {
                    view.issue(
                            Issue.SALARY_UNPARSED,
                            statements.isEmpty() ? null : statements.get(0).rawText());
                }
                return new Pay(
                        unread
                                ? ValueStatus.UNPARSED
                                : withoutValue ? ValueStatus.STATED_WITHOUT_VALUE : ValueStatus.NOT_STATED,
                        List.copyOf(statements));
            }
            // A header that rounds the text ("156k~234k" of 156,500 - 234,500): the text says it better.
            PayStatement best = statements.get(headline);
            if (best.evidence().field() == EvidenceField.HEADER) {
                for (int i = 0; i < statements.size(); i++) {
                    if (i != headline && rank(statements.get(i)) > 0 && rounds(best, statements.get(i))) {
                        headline = i;
                        break;
                    }
                }
            }
            ValueStatus status = statements.get(headline).status();
            PayStatement outer = best;
            if (best.evidence().field() == EvidenceField.HEADER
                    || best.evidence().field() == EvidenceField.MARKUP) {
                boolean agreed = false;
                boolean disagreed = false;
                for (PayStatement other : statements) {
                    if (other.evidence().field() == EvidenceField.TEXT
                            && other.kind() == outer.kind()
                            && rank(other) > 0
                            && other.period() == outer.period()
                            && other.currency().equals(outer.currency())) {
                        if (overlaps(outer, other)) {
                            agreed = true;
                        } else {
                            disagreed = true;
                        }
                    }
                }
                if (disagreed && !agreed) {
                    status = ValueStatus.CONFLICT;
                    view.issue(Issue.SALARY_CONFLICT, outer.rawText());
                    if (best.evidence().field() == EvidenceField.HEADER) {
                        // The header is the job board's, the text the employer's own.
                        headline = firstInText(outer);
                    }
                }
            }
            statements.set(headline, statements.get(headline).withHeadline(true));
            return new Pay(status, List.copyOf(statements));
        }

        private int firstInText(PayStatement like) {
            for (int i = 0; i < statements.size(); i++) {
                PayStatement other = statements.get(i);
                if (other.evidence().field() == EvidenceField.TEXT
                        && other.kind() == like.kind()
                        && rank(other) > 0
                        && other.period() == like.period()) {
                    return i;
                }
            }
            return statements.indexOf(like);
        }

        /** How well a statement may stand for the posting; 0 when it may not. */
        private static int rank(PayStatement statement) {
            if (statement.status() == ValueStatus.UNPARSED || statement.currency() == null) {
                return 0;
            }
            int kind = switch (statement.kind()) {
                case BASE -> 8;
                case OTE -> 4;
                default -> 0;
            };
            if (kind == 0) {
                return 0;
            }
            return kind + (statement.status() == ValueStatus.STRUCTURED ? 2 : 0) + (statement.period() != null ? 1 : 0);
        }

        /** Whether both ends of a header's range are those of another one cut or rounded to thousands. */
        private static boolean rounds(PayStatement header, PayStatement text) {
            return header.kind() == text.kind()
                    && header.currency().equals(text.currency())
                    && near(header.min(), text.min())
                    && near(header.max(), text.max());
        }

        private static boolean near(BigDecimal rounded, BigDecimal exact) {
            return rounded != null
                    && exact != null
                    && rounded.subtract(exact).abs().compareTo(BigDecimal.valueOf(1000)) < 0
                    && rounded.compareTo(exact) != 0;
        }

        private static boolean overlaps(PayStatement a, PayStatement b) {
            BigDecimal aMin = a.min() == null ? BigDecimal.ZERO : a.min();
            BigDecimal bMin = b.min() == null ? BigDecimal.ZERO : b.min();
            return (a.max() == null || a.max().compareTo(bMin) >= 0)
                    && (b.max() == null || b.max().compareTo(aMin) >= 0);
        }
    }

    private static final Set<String> PRAISE = Set.of(
            "competitive",
            "attractive",
            "generous",
            "excellent",
            "above-market",
            "market",
            "attraktive",
            "attraktives",
            "attraktiver",
            "attraktiven",
            "wettbewerbsfähiges",
            "marktgerechte",
            "marktgerechtes",
            "faires",
            "faire",
            "leistungsgerechte",
            "überdurchschnittliche",
            "überdurchschnittliches",
            "competitivo",
            "competitiva",
            "atractivo",
            "atractiva",
            "compatível",
            "attractif",
            "compétitif",
            "compétitive",
            "konkurrencyjne",
            "atrakcyjne",
            "competitively",
            "commensurate");
    private static final Set<String> AFTER = Set.of(
            "negotiable",
            "doe",
            "commensurate",
            "competitive",
            "attractif",
            "attractive",
            "compétitif",
            "competitivo",
            "competitiva",
            "attractiva",
            "atractivo",
            "atractiva",
            "tbd",
            "nach");

    /** What the words around an amount of the text say of it. */
    private static final class Context {
        /** What it pays for; null when it is no pay of this job. */
        PayKind verdict;
        /** 'l' after "min", 'm' after "mid", 'M' after "max". */
        char label;

        GrossNet grossNet;
        private PayPeriod before;
        private String dollars;
        private String code;

        static Context of(PostingView view, PayRange range, int chainEnd) {
            Context context = new Context();
            context.look(view, range, chainEnd);
            return context;
        }

        private void look(PostingView view, PayRange range, int chainEnd) {
            Tokens tokens = view.tokens();
            String text = view.text();
            int first = tokens.at(range.start());
            int payDistance = Integer.MAX_VALUE;
            int otherDistance = Integer.MAX_VALUE;
            int sentence = 0;
            int lines = 0;
            int lineTokens = 0;
            int lineOfPay = 0;
            int sentenceOfPay = 0;
            PayKind special = null;
            int specialDistance = Integer.MAX_VALUE;
            boolean ote = false;
            boolean base = false;
            boolean rangeWord = false;
            boolean lineStarts = false;
            int nextStart = range.start();
            for (int i = first - 1, distance = 1; i >= -1 && distance <= BACK; i--, distance++) {
                int gapStart = i < 0 ? 0 : tokens.end(i);
                boolean stop = false;
                for (int j = gapStart; j < nextStart; j++) {
                    if (text.charAt(j) == '\n') {
                        lines++;
                        if (lines == 1) {
                            lineStarts = true;
                            if (lineTokens > 9) {
                                stop = true;
                            }
                        } else if (lines == 2 && lineTokens > 26 || lines > 4) {
                            stop = true;
                        }
                    }
                }
                if (i < 0 || stop) {
                    lineStarts |= i < 0;
                    break;
                }
                nextStart = tokens.start(i);
                lineTokens++;
                if (tokens.id(i) == Lexicon.UNKNOWN) {
                    continue;
                }
                String word = tokens.word(i);
                labelled |= distance == 1 && lines == 0 && word.equals(":");
                if (word.equals(".") && !endsSentence(text, tokens, i)) {
                    continue;
                }
                if (word.equals(".") || word.equals("!") || word.equals("?")) {
                    sentence++;
                    if (sentence > 2) {
                        break;
                    }
                    continue;
                }
                if (tokens.is(i, Trigger.PAY) && !notPay(tokens, i)) {
                    if (payDistance == Integer.MAX_VALUE) {
                        payDistance = distance;
                        lineOfPay = lines;
                        sentenceOfPay = sentence;
                    }
                    if (word.equals("hourly") && before == null) {
                        before = PayPeriod.HOUR;
                    }
                }
                if (otherDistance == Integer.MAX_VALUE
                        && sentence == 0
                        && lines == 0
                        && OTHER.contains(word)
                        && !(range.range() && MILD.contains(word))) {
                    otherDistance = distance;
                }
                if (sentence == 0 && lines <= 1 && special == null) {
                    special = BONUS.contains(word)
                            ? PayKind.BONUS
                            : EQUITY.contains(word)
                                    ? PayKind.EQUITY
                                    : COMMISSION.contains(word) ? PayKind.COMMISSION : null;
                    specialDistance = special == null ? specialDistance : distance;
                }
                if (sentence <= 1
                        && !base
                        && (word.equals("ote")
                                || word.equals("ttc")
                                || word.equals("target")
                                        && (tokens.is(i + 1, "earnings")
                                                || tokens.is(i + 1, "cash")
                                                || tokens.is(i + 1, "earning")
                                                || tokens.is(i + 1, "compensation"))
                                || word.equals("total")
                                        && (tokens.is(i + 1, "compensation")
                                                || tokens.is(i + 1, "cash")
                                                || tokens.is(i + 1, "comp")
                                                || tokens.is(i + 1, "earnings")))) {
                    ote = true;
                }
                if (sentence == 0 && (word.equals("base") || word.equals("salary"))) {
                    base = true;
                }
                if (sentence == 0
                        && (word.equals("range")
                                || word.equals("ranges")
                                || word.equals("rate")
                                || word.equals("band")
                                || word.equals("role")
                                || word.equals("position"))) {
                    rangeWord = true;
                }
                if (before == null && sentence == 0 && lines <= 1) {
                    before = labelPeriod(tokens, i, word);
                }
                if (dollars == null && sentence == 0) {
                    dollars = dollarCountry(tokens, i, word);
                }
                if (grossNet == null && distance < 8 && lines == 0) {
                    grossNet = Amount.grossNetOf(word);
                }
                if (label == 0 && distance <= (lines == 0 ? 4 : lines == 1 ? 2 : 0)) {
                    label = switch (word) {
                        case "min", "minimum" -> 'l';
                        case "mid", "midpoint" -> 'm';
                        case "max", "maximum" -> 'M';
                        default -> 0;
                    };
                }
            }
            after(tokens, range, text);
            boolean section = view.sectionAt(range.start()) == SectionKind.PAY;
            verdict = verdict(
                    range,
                    payDistance,
                    lineOfPay,
                    sentenceOfPay,
                    otherDistance,
                    section,
                    lineStarts && lineTokens > 0 && lines == 0 || lines > 0,
                    rangeWord,
                    chainEnd);
            if (verdict != null) {
                if (ote || afterOte) {
                    verdict = PayKind.OTE;
                }
                if (afterKind != null && !range.range()) {
                    verdict = afterKind;
                } else if (special != null
                        && specialDistance < payDistance
                        && specialDistance <= (range.range() ? 4 : 8)) {
                    verdict = special;
                }
            } else if (!range.millions() && range.currency() != null && otherDistance > 6 && !afterOther && section) {
                if (afterKind != null) {
                    verdict = afterKind;
                } else if (special != null && specialDistance <= 6) {
                    verdict = special;
                }
            }
        }

        /** "U.S." and "approx." end no sentence. */
        private static boolean endsSentence(String text, Tokens tokens, int i) {
            int end = tokens.end(i);
            boolean blank = end >= text.length() || Character.isWhitespace(text.charAt(end));
            return blank && i > 0 && (tokens.end(i - 1) - tokens.start(i - 1) > 1 || !tokens.touchesPrevious(i));
        }

        private boolean labelled;
        private boolean afterPay;
        private boolean afterOther;
        private boolean afterMild;
        private boolean afterOte;
        private PayKind afterKind;
        private int afterTokens;

        private void after(Tokens tokens, PayRange range, String text) {
            int i = tokens.at(range.end());
            int previousEnd = range.end();
            for (int distance = 1; i < tokens.count() && distance <= 9; i++, distance++) {
                for (int j = previousEnd; j < tokens.start(i); j++) {
                    if (text.charAt(j) == '\n') {
                        return;
                    }
                }
                previousEnd = tokens.end(i);
                if (tokens.id(i) == Lexicon.UNKNOWN) {
                    afterTokens++;
                    continue;
                }
                String word = tokens.word(i);
                if (word.equals(".") || word.equals(";")) {
                    return;
                }
                if (word.equals(",")
                        || word.equals("+")
                        || word.equals("plus")
                        || word.equals("(")
                        || word.equals("&")
                        || word.equals("with")
                        || word.equals("and")
                        || word.equals("|")
                        || word.equals("depending")) {
                    lookForCode(tokens, i, distance);
                    return;
                }
                afterTokens++;
                if (word.equals("ote")) {
                    afterOte = true;
                    afterPay = true;
                }
                if (distance <= 6 && tokens.is(i, Trigger.PAY) && !notPay(tokens, i)) {
                    afterPay = true;
                }
                if (distance <= 7 && OTHER.contains(word)) {
                    afterMild |= MILD.contains(word);
                    afterOther |= !MILD.contains(word);
                }
                if (afterKind == null && distance <= 5 && !afterPay) {
                    afterKind = BONUS.contains(word)
                            ? PayKind.BONUS
                            : EQUITY.contains(word)
                                    ? PayKind.EQUITY
                                    : COMMISSION.contains(word)
                                            ? PayKind.COMMISSION
                                            : word.equals("sign") && tokens.is(i + 2, "on") ? PayKind.BONUS : null;
                }
                if (code == null && distance <= 5 && word.equals("currency")) {
                    code = Currencies.ofCode(tokens.word(i + (tokens.is(i + 1, ":") ? 2 : 1)));
                }
            }
        }

        private void lookForCode(Tokens tokens, int i, int distance) {
            if (tokens.is(i, "(") && distance <= 2) {
                code = code == null ? Currencies.ofCode(tokens.word(i + 1)) : code;
            }
        }

        private PayKind verdict(
                PayRange range,
                int payDistance,
                int lineOfPay,
                int sentenceOfPay,
                int otherDistance,
                boolean section,
                boolean startsLine,
                boolean rangeWord,
                int chainEnd) {
            boolean money = range.currency() != null;
            if (range.millions() && Currencies.yearFloor(range.currency()) < 200_000) {
                return null;
            }
            boolean near = payDistance <= (range.range() || label != 0 ? 26 : 14) && sentenceOfPay == 0;
            boolean payFirst = payDistance < otherDistance;
            int hundred = 100;
            if (!money) {
                // Digits alone need words right before them, and the look of a year's pay or a stated period.
                boolean yearly =
                        range.marked() && range.low() >= 1_000_000L || range.low() >= 1_500_000L && range.range();
                return near
                                && payFirst
                                && !afterOther
                                && payDistance <= 10
                                && lineOfPay <= 1
                                && range.high() < 1_000_000_000L
                                && (yearly || range.period() != null && range.low() >= 500 && range.marked())
                        ? PayKind.BASE
                        : null;
            }
            boolean yearly = range.low() >= 1_200_000L && range.high() <= 1_000_000_000L * hundred;
            boolean chained = chainEnd >= 0 && range.start() - chainEnd < 160 && range.range() && yearly;
            if (afterOther && !(range.range() && (near || chained || rangeWord && yearly))
                    || afterMild && !near && !range.range()) {
                return null;
            }
            if (range.range()) {
                if (otherDistance <= 8 && !(payDistance < Integer.MAX_VALUE && sentenceOfPay == 0)) {
                    return null;
                }
                // Only pay is said to be before or after tax.
                boolean taxed = range.grossNet() != null;
                boolean plausible = yearly || range.period() != null || range.high() <= 100_000 && (near || taxed);
                boolean cue = payDistance < Integer.MAX_VALUE || afterPay || section || chained || taxed;
                if (plausible
                        && (cue
                                || range.period() != null && range.low() >= 500
                                || yearly && (startsLine && afterTokens <= 6 || rangeWord))) {
                    return PayKind.BASE;
                }
                return near && payFirst && range.low() >= 50_000 ? PayKind.BASE : null;
            }
            if (otherDistance <= 10 && !payFirst) {
                return null;
            }
            if (range.min() < 0 && otherDistance < Integer.MAX_VALUE) {
                return null;
            }
            // "Outside zone A: $190,000" in a list under words of pay
            if (labelled
                    && payDistance < Integer.MAX_VALUE
                    && otherDistance == Integer.MAX_VALUE
                    && range.low() >= 3_000_000L
                    && range.high() <= 100_000_000L) {
                return PayKind.BASE;
            }
            if (near && payFirst && lineOfPay <= (label != 0 ? 3 : section ? 2 : 1)) {
                boolean enough = range.low() >= 1_200_000L
                        || range.period() == PayPeriod.HOUR
                        || range.period() == PayPeriod.DAY && range.low() >= 5_000
                        || before == PayPeriod.HOUR && range.low() >= 500
                        || range.period() == PayPeriod.MONTH && range.low() >= 50_000
                        || range.period() == PayPeriod.WEEK && range.low() >= 20_000
                        || range.period() == null && range.low() >= 80_000;
                return enough ? PayKind.BASE : null;
            }
            if (range.period() == PayPeriod.YEAR && range.low() >= 3_000_000L && rangeWord && otherDistance > 20) {
                return PayKind.BASE;
            }
            if (afterPay && range.low() >= 1_200_000L) {
                return PayKind.BASE;
            }
            if (range.period() == PayPeriod.HOUR && range.low() >= 700 && range.low() <= 50_000 && otherDistance > 20) {
                return PayKind.BASE;
            }
            return section && range.period() == PayPeriod.YEAR && range.low() >= 1_500_000L ? PayKind.BASE : null;
        }

        /** The currency of a shared sign where the words near say which country is meant. */
        String currency(String written) {
            if (written == null) {
                return code;
            }
            if (Currencies.isShared(written)) {
                if (code != null) {
                    return code;
                }
                if (written.equals("$") && dollars != null) {
                    return dollars;
                }
            }
            return written;
        }

        /** A period named before the amount ("annual salary", "hourly rate"), where the amount fits it. */
        PayPeriod period(PayRange range) {
            if (before == null) {
                return null;
            }
            return switch (before) {
                case HOUR -> range.high() <= 100_000 || Currencies.yearFloor(range.currency()) > 50_000 ? before : null;
                case YEAR -> range.low() >= 500_000 ? before : null;
                default -> before;
            };
        }

        private static PayPeriod labelPeriod(Tokens tokens, int i, String word) {
            return switch (word) {
                case "annual",
                        "yearly",
                        "annually",
                        "annualized",
                        "jahresgehalt",
                        "bruttojahresgehalt",
                        "annuel",
                        "annuelle",
                        "anual" -> tokens.is(i + 1, "bonus") || tokens.is(i + 1, "leave") ? null : PayPeriod.YEAR;
                case "hourly", "stundenlohn", "stundensatz", "horaire" -> PayPeriod.HOUR;
                case "monthly",
                        "monatsgehalt",
                        "bruttomonatsgehalt",
                        "monatsbruttogehalt",
                        "monatlich",
                        "mensuel",
                        "mensual",
                        "mensal" -> PayPeriod.MONTH;
                case "weekly" -> PayPeriod.WEEK;
                case "daily", "tagessatz", "tjm" -> PayPeriod.DAY;
                case "year", "annum", "hour", "month", "day" ->
                    tokens.is(i - 1, "per") || tokens.is(i - 1, "/") ? Amount.periodOf(word) : null;
                default -> null;
            };
        }

        private static String dollarCountry(Tokens tokens, int i, String word) {
            return switch (word) {
                case "canada", "canadian", "ontario", "toronto", "vancouver", "montreal", "alberta", "quebec" -> "CAD";
                case "can", "cad" ->
                    tokens.surface(i).equals("CAN") || tokens.surface(i).equals("CAD") ? "CAD" : null;
                case "usa", "usd", "california", "colorado" -> "USD";
                case "us" -> tokens.surface(i).equals("US") ? "USD" : null;
                case "s" -> tokens.is(i - 2, "u") ? "USD" : null;
                case "states" -> tokens.is(i - 1, "united") ? "USD" : null;
                case "york" -> tokens.is(i - 1, "new") ? "USD" : null;
                case "australia", "australian" -> "AUD";
                case "zealand" -> "NZD";
                case "singapore" -> "SGD";
                default -> null;
            };
        }

        /** "pay" and its like as something else: "customers pay", "paid time off", "pay attention". */
        private static boolean notPay(Tokens tokens, int i) {
            return switch (tokens.word(i)) {
                case "paid" ->
                    tokens.is(i + 1, "time")
                            || tokens.is(i + 1, "leave")
                            || tokens.is(i + 1, "holidays")
                            || tokens.is(i + 1, "vacation")
                            || tokens.is(i + 1, "parental")
                            || tokens.is(i + 1, "volunteer")
                            || tokens.is(i + 1, "out");
                case "pay" -> tokens.is(i - 1, "we") || tokens.is(i + 1, "for") || tokens.is(i + 1, "attention");
                case "package" -> !(tokens.is(i - 1, Trigger.PAY) || tokens.is(i - 1, "total"));
                case "stipend" -> true;
                case "earn" -> tokens.is(i + 1, "a") || tokens.is(i + 1, "your");
                case "compensation" -> tokens.is(i - 1, "workers");
                default -> false;
            };
        }
    }
}
