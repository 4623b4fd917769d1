package io.jobmart.source;

import io.jobmart.model.RawPosting;
import io.jobmart.model.TextFormat;
import io.jobmart.source.Labels.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labelled lines that a text posting may begin with, in Markdown or bare, below a title line or without:
 *
 * <pre>
 * # Title - Company                 Job title: Baker              | Company  | Crumb Ltd |
 * **URL:** https://...              Company: Crumb Ltd            | Location | Leeds     |
 * **Location:** Berlin; Budapest    Department: Ovens
 * body                              body                          body
 * </pre>
 *
 * <p>The head ends with its last line whose label is known; what stands between is kept readable in the header. One known
 * label alone is no head: prose has colons too. A title or an address is, and so is any label in bold below a heading.
 */
final class LabelledHead {
    private static final int MOST_LINES = 25;
    private static final int LONGEST_VALUE = 150;
    /** A longer line is no "Title - Company". */
    private static final int LONGEST_TITLE = 300;

    private static final Set<String> ENCLOSED = Set.of("<>", "''", "\"\"");
    private static final Pattern TITLE_WITH_COMPANY = Pattern.compile("(.+\\S)\\s+(?:[—–|@-]|at)\\s+([^—–|@]+)");
    /** Of a table, whose head is often blank, or of a YAML header that is none. */
    private static final Pattern RULE = Pattern.compile("\\|[ :|-]*|---");

    private static final Pattern ADDRESS = Pattern.compile("(?i).*(?:https?://|www\\.)\\S.*");

    /** The line above the first label, or null. */
    private String first;

    private int firstEnd;
    private final List<LabelledLine> lines = new ArrayList<>();
    private final Set<Field> fields = EnumSet.noneOf(Field.class);
    private boolean bold;
    private int end;

    private LabelledHead(String text) {
        MarkdownPosting.Lines all = new MarkdownPosting.Lines(text);
        List<LabelledLine> unknown = new ArrayList<>();
        for (int seen = 0; seen < MOST_LINES && all.nextFilled(); seen++) {
            if (RULE.matcher(all.line().strip()).matches()) {
                continue;
            }
            LabelledLine line = LabelledLine.of(all.line());
            if (line == null && first == null && lines.isEmpty() && unknown.isEmpty()) {
                first = all.line();
                firstEnd = all.end();
            } else if (line == null
                    || !line.bold() && (line.value().isEmpty() || line.value().length() > LONGEST_VALUE)) {
                break;
            } else if (field(line) == null) {
                unknown.add(line);
            } else {
                lines.addAll(unknown);
                unknown.clear();
                lines.add(line);
                if (value(line.value()) != null) {
                    fields.add(field(line));
                }
                bold |= line.bold();
                end = all.end();
            }
        }
        fields.remove(Field.HEAD);
    }

    /** An address that is none is prose: {@code Apply: by mail}. */
    private static Field field(LabelledLine line) {
        Field field = line.field();
        return field == Field.URL && !ADDRESS.matcher(line.value()).matches() ? null : field;
    }

    /** Whether a text begins with labelled lines. */
    static boolean startsIn(String text) {
        return new LabelledHead(text).isHead();
    }

    /** Whether a text begins with labelled lines in the manner of Markdown. */
    static boolean startsInMarkdown(String text) {
        LabelledHead head = new LabelledHead(text);
        return head.isHead() && (head.bold || head.isHeading());
    }

    private boolean isHead() {
        return fields.contains(Field.URL)
                || fields.contains(Field.TITLE)
                || fields.size() > 1
                || !fields.isEmpty() && bold && isHeading();
    }

    private boolean isHeading() {
        return first != null && first.startsWith("# ");
    }

    /** Reads a text that was decoded and repaired; false when it has no such head. */
    static boolean read(String text, TextFormat format, RawPosting.Builder posting) {
        LabelledHead head = new LabelledHead(text);
        if (!head.isHead()) {
            return false;
        }
        head.fill(text, format, posting);
        return true;
    }

    private void fill(String text, TextFormat format, RawPosting.Builder posting) {
        String title = null;
        String company = null;
        String url = null;
        List<String> chips = new ArrayList<>();
        List<String> pay = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (LabelledLine line : lines) {
            String value = value(line.value());
            Field field = field(line);
            if (value == null) {
                continue;
            }
            switch (field == null ? Field.HEAD : field) {
                case TITLE -> title = title == null ? value : title;
                case COMPANY -> company = company == null ? value : company;
                case URL -> url = url == null ? MarkdownPosting.linkTarget(value) : url;
                case ID -> posting.id(value);
                case DATE_POSTED -> posting.datePosted(value);
                case VALID_THROUGH -> posting.validThrough(value);
                case EMPLOYMENT_TYPE -> posting.employmentTypes(List.of(value));
                case PAY -> {
                    chips.add(value);
                    pay.add(value);
                }
                case LOCATION -> {
                    chips.add(value);
                    for (String place : value.split(";")) {
                        if (!place.isBlank()) {
                            places.add(place.strip());
                        }
                    }
                }
                // Not read: it stays readable in the header.
                case HEAD -> chips.add(line.label() + ": " + value);
            }
        }
        String above = "";
        // Only beside an address is a heading surely the title and not that of a section.
        if (first != null && isHeading() && title == null && url != null) {
            title = MarkdownPosting.unescape(first.substring(2).strip());
        } else if (first != null) {
            above = text.substring(0, firstEnd);
        }
        if (company == null && title != null && title.length() <= LONGEST_TITLE) {
            Matcher matcher = TITLE_WITH_COMPANY.matcher(title);
            // "Analyst - Berlin" and "Analyst - Acme" look alike; the address says which one is the company.
            if (matcher.matches() && namedInUrl(matcher.group(2), url)) {
                company = matcher.group(2).strip();
                title = matcher.group(1);
            }
        }
        String body = MarkdownPosting.body(text, end);
        posting.title(MarkdownPosting.value(title))
                .url(url)
                .company(company)
                .header(MarkdownPosting.header(company, chips))
                .payChips(pay)
                .placeChips(places)
                .description(above.isBlank() ? body : body == null ? above.strip() : above + "\n" + body, format);
    }

    /** The value without quotes and the brackets of a form that was filled in; null for none, and for half of a list. */
    private static String value(String written) {
        String value = written.strip();
        int last = value.length() - 1;
        boolean enclosed = last > 0 && ENCLOSED.contains("" + value.charAt(0) + value.charAt(last));
        if (value.startsWith("[") && value.indexOf(']') < 0) {
            return null;
        }
        return MarkdownPosting.value(enclosed ? value.substring(1, last) : value);
    }

    private static boolean namedInUrl(String name, String url) {
        String letters = letters(name);
        return url != null && letters.length() >= 3 && letters(url).contains(letters);
    }

    private static String letters(String value) {
        return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
