package io.jobmart.explain;

import io.jobmart.model.EvidenceField;
import io.jobmart.page.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One string of a posting with the words of its findings marked. Where findings overlap, the string is cut into pieces
 * that each name all findings they belong to; a piece looks like its shortest finding.
 */
final class MarkedText {
    private final String whole;
    private final String prefix;
    private final List<Finding> findings;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<Integer> begun = new HashSet<>();
    private int next;

    /**
     * A line that states requirements.
     *
     * @param standing modality in lower case
     */
    record Demand(int start, int end, String standing) {}

    /**
     * @param findings indices in {@code all}, shortest first; may be empty
     * @param demand the line that the piece is of, or null
     */
    private record Piece(int start, int end, List<Integer> findings, Demand demand) {}

    /**
     * @param prefix of the ids of the posting's elements
     * @param all the posting's findings; those whose evidence is in {@code field} are marked
     * @param demands lines in the order of the text, not overlapping
     */
    MarkedText(String whole, String prefix, List<Finding> all, EvidenceField field, List<Demand> demands) {
        this.whole = whole;
        this.prefix = prefix;
        this.findings = all;
        List<Integer> here = new ArrayList<>();
        TreeSet<Integer> cuts = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).in(field)) {
                here.add(i);
                cuts.add(all.get(i).evidence().start());
                cuts.add(all.get(i).evidence().end());
            }
        }
        for (Demand demand : demands) {
            cuts.add(demand.start());
            cuts.add(demand.end());
        }
        here.sort(Comparator.comparing(i -> all.get(i).evidence().start()));
        cut(here, List.copyOf(cuts), demands);
    }

    private void cut(List<Integer> here, List<Integer> cuts, List<Demand> demands) {
        List<Integer> open = new ArrayList<>();
        int following = 0;
        int line = 0;
        for (int i = 0; i + 1 < cuts.size(); i++) {
            int start = cuts.get(i);
            int end = cuts.get(i + 1);
            while (following < here.size()
                    && findings.get(here.get(following)).evidence().start() <= start) {
                open.add(here.get(following++));
            }
            open.removeIf(finding -> findings.get(finding).evidence().end() <= start);
            while (line < demands.size() && demands.get(line).end() <= start) {
                line++;
            }
            Demand demand = line < demands.size() && demands.get(line).start() <= start ? demands.get(line) : null;
            if (!open.isEmpty() || demand != null) {
                List<Integer> shortestFirst = new ArrayList<>(open);
                shortestFirst.sort(Comparator.comparing(
                                (Integer one) -> findings.get(one).words().length())
                        .thenComparing(one -> findings.get(one).kind()));
                pieces.add(new Piece(start, end, shortestFirst, demand));
            }
        }
    }

    /** Appends a range; ranges are asked for in the order of the string. */
    void append(StringBuilder out, int from, int to) {
        int at = from;
        while (next < pieces.size() && pieces.get(next).end() <= from) {
            next++;
        }
        for (int i = next; i < pieces.size() && pieces.get(i).start() < to; i++) {
            Piece piece = pieces.get(i);
            int start = Math.max(piece.start(), from);
            int end = Math.min(piece.end(), to);
            Html.append(out, whole, at, start, true);
            if (piece.findings().isEmpty()) {
                out.append("<span class=\"demand ")
                        .append(piece.demand().standing())
                        .append("\">");
                Html.append(out, whole, start, end, true);
                out.append("</span>");
            } else {
                mark(out, piece, start, end);
            }
            at = end;
        }
        Html.append(out, whole, at, to, true);
    }

    void appendAll(StringBuilder out) {
        append(out, 0, whole.length());
    }

    private void mark(StringBuilder out, Piece piece, int start, int end) {
        Finding first = findings.get(piece.findings().get(0));
        String id = null;
        for (int finding : piece.findings()) {
            if (begun.add(finding)) {
                String begins = prefix + "-m" + finding;
                // An element has but one id: those of the longer findings stand before it.
                if (id == null) {
                    id = begins;
                } else {
                    out.append("<span id=\"").append(begins).append("\"></span>");
                }
            }
        }
        StringBuilder classes = new StringBuilder("f k-").append(first.kind().word());
        if (first.modality() != null) {
            classes.append(" ").append(Finding.lower(first.modality()));
        }
        if (first.evidence().end() == end) {
            classes.append(" end");
        }
        if (piece.demand() != null) {
            classes.append(" demand");
        }
        StringBuilder numbers = new StringBuilder();
        StringBuilder title = new StringBuilder();
        for (int finding : piece.findings()) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(finding);
            title.append(title.isEmpty() ? "" : "\n").append(said(findings.get(finding)));
        }
        out.append("<a class=\"")
                .append(classes)
                .append("\" href=\"#")
                .append(prefix)
                .append("-f");
        out.append(piece.findings().get(0)).append("\"");
        if (id != null) {
            out.append(" id=\"").append(id).append("\"");
        }
        out.append(" data-f=\"")
                .append(numbers)
                .append("\" data-kind=\"")
                .append(Html.text(first.label()).markup());
        out.append("\" title=\"").append(Html.text(title.toString()).markup()).append("\">");
        Html.append(out, whole, start, end, true);
        out.append("</a>");
    }

    private static String said(Finding finding) {
        String standing = finding.standing();
        return finding.field() + ": " + (finding.value() == null ? "" : finding.value())
                + (standing.isEmpty() ? "" : " · " + standing) + " · "
                + finding.evidence().ruleId();
    }
}
