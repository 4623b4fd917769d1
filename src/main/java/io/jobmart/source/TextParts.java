package io.jobmart.source;

import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.source.Labels.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the postings of a text file that holds many are parted: by lines of {@code ----}, {@code ====}, {@code ****} or
 * {@code ____}.
 *
 * <p>Such lines also stand between the sections of one posting. What tells the two apart is that postings are alike: they
 * repeat their headings and labels ("Requirements", "Location:") from part to part, while the sections of a posting do
 * not. Blank lines part nothing.
 */
final class TextParts {
    private static final String RULES = "-=*_~";
    /** Shorter rules are those of Markdown, and of tables. */
    private static final int SHORTEST_RULE = 3;

    private static final int LONGEST_HEADING = 60;
    private static final int MOST_LINES = 400;
    /** With two parts only, that many lines must be common to both. */
    private static final int COMMON_TO_TWO = 3;

    private static final int COMMON_TO_MANY = 2;
    /** A part unlike the others is a posting only when it is longer: else it is what stands above or below the list. */
    private static final int SHORTEST_UNLIKE = 300;

    private final String rule;
    private final Set<String> common;
    private final boolean companyNamed;

    private TextParts(String rule, Set<String> common, boolean companyNamed) {
        this.rule = rule;
        this.common = common;
        this.companyNamed = companyNamed;
    }

    /**
     * How a text is parted, or null when it is one posting.
     *
     * @param text the beginning of the file
     * @param complete whether it is the whole
     */
    static TextParts of(String text, boolean complete) {
        Set<String> rules = new LinkedHashSet<>();
        text.lines().forEach(line -> {
            if (isRule(line)) {
                rules.add(line.strip());
            }
        });
        TextParts best = null;
        double bestShare = 0;
        for (String rule : rules) {
            List<List<String>> parts = parts(text, rule);
            if (!complete && parts.size() > 1) {
                parts.remove(parts.size() - 1);
            }
            boolean titles = !parts.get(0).isEmpty() && isTitle(parts.get(0).get(0));
            parts.removeIf(part -> part.size() < 2);
            // Where the first part begins with a heading of the first level the others must do so too.
            if (parts.size() < 2 || titles && !parts.stream().allMatch(part -> isTitle(part.get(0)))) {
                continue;
            }
            Map<String, Integer> counts = new HashMap<>();
            for (List<String> part : parts) {
                marks(part).forEach(mark -> counts.merge(mark, 1, Integer::sum));
            }
            Set<String> common = new HashSet<>();
            int most = 0;
            boolean titled = false;
            for (Map.Entry<String, Integer> mark : counts.entrySet()) {
                if (mark.getValue() * 3 >= parts.size() * 2) {
                    common.add(mark.getKey());
                    most = Math.max(most, mark.getValue());
                    titled |= Labels.field(mark.getKey()) == Field.TITLE;
                }
            }
            int needed = titled ? 1 : parts.size() == 2 ? COMMON_TO_TWO : COMMON_TO_MANY;
            double share = (double) most / parts.size();
            if (common.size() >= needed && share > bestShare) {
                best = new TextParts(rule, Set.copyOf(common), isCompanyNamed(parts, common));
                bestShare = share;
            }
        }
        return best;
    }

    private static boolean isRule(String line) {
        String stripped = line.strip();
        return stripped.length() >= SHORTEST_RULE
                && RULES.indexOf(stripped.charAt(0)) >= 0
                && stripped.chars().allMatch(c -> c == stripped.charAt(0));
    }

    private static boolean isTitle(String line) {
        return line.stripLeading().startsWith("# ");
    }

    /** Whether a line parts two postings. */
    boolean parts(String line) {
        return line.strip().equals(rule);
    }

    private static List<List<String>> parts(String text, String rule) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.strip().equals(rule)) {
                parts.add(part);
                part = new ArrayList<>();
            } else if (!line.isBlank()) {
                part.add(line);
            }
        }
        parts.add(part);
        return parts;
    }

    /** What may be common to postings: labels, and short lines that end like headings. */
    private static Set<String> marks(List<String> part) {
        Set<String> marks = new HashSet<>();
        for (String line : part.subList(0, Math.min(part.size(), MOST_LINES))) {
            String mark = mark(line);
            if (mark != null) {
                marks.add(mark);
            }
        }
        return marks;
    }

    private static String mark(String line) {
        LabelledLine labelled = LabelledLine.of(line);
        if (labelled != null) {
            return Labels.plain(labelled.label());
        }
        String heading = line.strip();
        while (heading.startsWith("#")) {
            heading = heading.substring(1).strip();
        }
        if (heading.isEmpty() || heading.length() > LONGEST_HEADING || !Character.isLetter(heading.charAt(0))) {
            return null;
        }
        char last = heading.charAt(heading.length() - 1);
        return last == '.' || last == ',' || last == ';' || last == '!' ? null : Labels.plain(heading);
    }

    /** Whether what stands above the first common line is title and company: in half of the parts a name says so. */
    private static boolean isCompanyNamed(List<List<String>> parts, Set<String> common) {
        int heads = 0;
        int companies = 0;
        for (List<String> part : parts) {
            String[] head = titleAndCompany(part, common);
            heads += head == null ? 0 : 1;
            companies += head != null && Labels.isCompany(head[1]) ? 1 : 0;
        }
        return companies > 0 && companies * 2 >= heads;
    }

    /**
     * The two lines above the first common one, or the halves of the only line there: of {@code Title   Company}, and of
     * {@code Title Company} where a word begins the name that only such names begin with. Null for other parts.
     */
    private static String[] titleAndCompany(List<String> part, Set<String> common) {
        int above = 0;
        while (above < Math.min(part.size(), 3) && !common.contains(String.valueOf(mark(part.get(above))))) {
            above++;
        }
        if (above == 2 && part.size() > 2) {
            return new String[] {part.get(0).strip(), Labels.withoutBadge(part.get(1))};
        }
        if (above != 1 || part.size() < 2) {
            return null;
        }
        String line = Labels.withoutBadge(part.get(0));
        int gap = Math.max(line.lastIndexOf("  "), line.lastIndexOf('\t'));
        gap = gap < 0 ? Labels.companyIn(line) : gap;
        return gap <= 0
                ? null
                : new String[] {
                    line.substring(0, gap).strip(), line.substring(gap).strip()
                };
    }

    /** Whether a part is none of the postings: short, and without anything that these have in common. */
    boolean isUnlike(String part) {
        return part.length() < SHORTEST_UNLIKE
                && part.lines().map(TextParts::mark).noneMatch(mark -> mark != null && common.contains(mark));
    }

    /** Reads what stands under headings that the parts have in common, where the text has no labelled head. */
    void read(String part, RawPosting.Builder posting) {
        List<String> lines = part.lines().filter(line -> !line.isBlank()).toList();
        String[] head = companyNamed ? titleAndCompany(lines, common) : null;
        if (head != null) {
            posting.title(head[0]).company(head[1]);
        }
        Set<RawPlace> places = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String mark = mark(lines.get(i));
            if (mark == null || !common.contains(mark) || Labels.field(mark) != Field.LOCATION) {
                continue;
            }
            for (int value = i + 1; value < lines.size() && lines.get(value).startsWith("- "); value++) {
                places.add(new RawPlace(null, null, null, place(lines.get(value).substring(2))));
            }
        }
        posting.places(List.copyOf(places));
    }

    /** The city of {@code City: street, district}. */
    private static String place(String line) {
        int colon = line.indexOf(':');
        return (colon < 0 ? line : line.substring(0, colon)).strip();
    }
}
