package io.jobmart.explain;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.Gone;
import io.jobmart.model.Posting;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.Requirement;
import io.jobmart.model.TextFormat;
import io.jobmart.model.TitleReading;
import io.jobmart.page.Html;
import io.jobmart.page.Template;
import io.jobmart.text.Document;
import io.jobmart.text.Documents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The records of a file as one web page: each posting as a person sees it, with the words of every value marked, and the
 * values beside it. The page needs nothing but itself, and its scripts and styles are named by their hashes, so that
 * no markup of a posting could run even if it came through.
 */
public final class ExplainedPage {
    private static final Template PAGE = Template.of(ExplainedPage.class, "page.html");
    private static final Template POSTING = Template.of(ExplainedPage.class, "posting.html");
    private static final Template OTHER = Template.of(ExplainedPage.class, "other.html");
    private static final Template ROW = Template.of(ExplainedPage.class, "row.html");
    private static final String STYLE = Template.resource(ExplainedPage.class, "page.css");
    private static final String SCRIPT = Template.resource(ExplainedPage.class, "page.js");

    private final String name;
    private final StringBuilder records = new StringBuilder();
    private final StringBuilder contents = new StringBuilder();
    private int count;
    private String note = "";

    /** @param name of the file or posting that is explained */
    public ExplainedPage(String name) {
        this.name = name;
    }

    /** Says below the records what a reader should know of them, such as that there are more. */
    public void note(String words) {
        note = words;
    }

    /**
     * Adds a posting.
     *
     * @param source the record that it was read from
     * @param raw the record as the dump has it; null to leave it out
     */
    public void add(Posting posting, RawPosting source, String raw) {
        String id = "r" + ++count;
        List<Finding> findings = Finding.of(posting);
        entry(id, name(posting), null);
        records.append(POSTING.fill(Map.ofEntries(
                        Map.entry("id", id),
                        Map.entry("lang", language(posting)),
                        Map.entry("title", title(posting, id, findings)),
                        Map.entry("header", header(posting, id, findings)),
                        Map.entry("place", place(posting.sourceFile(), posting.sourceRecord())),
                        Map.entry("origin", origin(posting)),
                        Map.entry("link", link(posting.url())),
                        Map.entry("fields", fields(id, findings)),
                        Map.entry("issues", issues(posting)),
                        Map.entry("kinds", kinds(findings)),
                        Map.entry("text", text(posting, source, id, findings)),
                        Map.entry("count", findings.size()),
                        Map.entry("rows", rows(id, findings)),
                        Map.entry("raw", raw(raw))))
                .markup());
    }

    /** Adds a record that would be quarantined. */
    public void add(Rejection rejection) {
        other(
                "Would be quarantined",
                place(rejection.sourceFile(), rejection.sourceRecord()),
                rejection.reason() + ": " + rejection.detail(),
                rejection.payload());
    }

    /** Adds a page that is there no more. */
    public void add(Gone page) {
        other(
                "Gone",
                place(page.sourceFile(), page.sourceRecord()),
                page.url() + " gave " + page.status() + (page.captured() == null ? "" : " on " + page.captured()),
                null);
    }

    /** Writes the page, which is to be stored as UTF-8. */
    public void writeTo(Appendable out) throws IOException {
        Html list = count < 2
                ? Html.NONE
                : new Html("<details class=\"contents\"><summary>" + count + " records</summary><ol>" + contents
                        + "</ol></details>");
        out.append(PAGE.fill(Map.of(
                        "name",
                        name,
                        "styleHash",
                        Html.hash(STYLE),
                        "scriptHash",
                        Html.hash(SCRIPT),
                        "style",
                        new Html(STYLE),
                        "script",
                        new Html(SCRIPT),
                        "contents",
                        list,
                        "records",
                        new Html(records.toString()),
                        "note",
                        note))
                .markup());
    }

    private void other(String what, String place, String detail, String payload) {
        String id = "r" + ++count;
        entry(id, place, what);
        records.append(OTHER.fill(Map.of("id", id, "what", what, "place", place, "detail", detail, "raw", raw(payload)))
                .markup());
    }

    private void entry(String id, String title, String remark) {
        contents.append("<li><a href=\"#").append(id).append("\" dir=\"auto\">");
        contents.append(Html.text(title).markup()).append("</a>");
        contents.append(remark == null ? "" : " <i>" + remark + "</i>").append("</li>\n");
    }

    // ---------------------------------------------------------------- the posting

    /** The title as the source has it; one that was found in the text stands in italics. */
    private static Html title(Posting posting, String id, List<Finding> findings) {
        if (posting.title().raw() != null) {
            return marked(posting.title().raw(), id, findings, EvidenceField.TITLE);
        }
        return new Html("<i>" + Html.text(name(posting)).markup() + "</i>");
    }

    private static String name(Posting posting) {
        TitleReading title = posting.title();
        return title.raw() != null ? title.raw() : Objects.requireNonNullElse(title.title(), "no title");
    }

    private static Html header(Posting posting, String id, List<Finding> findings) {
        return posting.header() == null
                ? Html.NONE
                : new Html("<p class=\"chips\" dir=\"auto\">"
                        + marked(posting.header(), id, findings, EvidenceField.HEADER)
                                .markup() + "</p>");
    }

    private static Html marked(String whole, String id, List<Finding> findings, EvidenceField field) {
        StringBuilder out = new StringBuilder();
        new MarkedText(whole, id, findings, field, List.of()).append(out, 0, whole.length());
        return new Html(out.toString());
    }

    private static Html text(Posting posting, RawPosting source, String id, List<Finding> findings) {
        if (posting.text().isBlank()) {
            return new Html("<p class=\"none\">The posting has no text.</p>");
        }
        Document document = Documents.of(source.description(), source.descriptionFormat());
        // A description that is too long was cut before it was read. Else the texts differ by masked characters at
        // most.
        document = document.text().length() == posting.text().length()
                ? new Document(posting.text(), document.blocks())
                : Documents.of(posting.text(), TextFormat.PLAIN);
        MarkedText marked = new MarkedText(posting.text(), id, findings, EvidenceField.TEXT, demands(posting));
        return TextView.of(document, posting.sections(), marked);
    }

    /** The lines that state requirements, with the strongest modality of each. */
    private static List<MarkedText.Demand> demands(Posting posting) {
        Map<Integer, Requirement> strongest = new TreeMap<>();
        for (Requirement requirement : posting.requirements()) {
            boolean inText = requirement.evidence() != null
                    && requirement.evidence().field() == EvidenceField.TEXT
                    && requirement.text() != null
                    && !requirement.text().isEmpty();
            if (inText) {
                strongest.merge(
                        requirement.lineNo(),
                        requirement,
                        (a, b) -> b.modality().compareTo(a.modality()) < 0 ? b : a);
            }
        }
        List<MarkedText.Demand> demands = new ArrayList<>();
        int at = 0;
        for (Requirement requirement : strongest.values()) {
            // The line holds the evidence, so it is looked for no further than its own length around it.
            int length = requirement.text().length();
            int from = Math.max(at, requirement.evidence().end() - length);
            int to = Math.min(posting.text().length(), requirement.evidence().start() + length);
            int start = from < to ? posting.text().substring(from, to).indexOf(requirement.text()) : -1;
            if (start >= 0) {
                int end = from + start + length;
                demands.add(new MarkedText.Demand(from + start, end, Finding.lower(requirement.modality())));
                at = end;
            }
        }
        return demands;
    }

    /** What the source says in fields of its own, which no words of the text show. */
    private static Html fields(String id, List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.evidence() != null
                    && finding.evidence().field() == EvidenceField.MARKUP
                    && finding.value() != null) {
                out.append("<li><a class=\"f end k-").append(finding.kind().word());
                out.append("\" href=\"#")
                        .append(id)
                        .append("-f")
                        .append(i)
                        .append("\" id=\"")
                        .append(id)
                        .append("-m");
                out.append(i).append("\" data-f=\"").append(i).append("\" data-kind=\"");
                out.append(Html.text(finding.label()).markup()).append("\" dir=\"auto\">");
                out.append(Html.text(finding.value()).markup()).append("</a></li>");
            }
        }
        return out.isEmpty()
                ? Html.NONE
                : new Html("<div class=\"fields\"><p>From fields of the record</p><ul>" + out + "</ul></div>");
    }

    private static Html issues(Posting posting) {
        StringBuilder out = new StringBuilder();
        for (PostingIssue issue : posting.issues()) {
            String severity = Finding.lower(issue.issue().severity());
            out.append("<li class=\"")
                    .append(severity)
                    .append("\"><b>")
                    .append(severity)
                    .append("</b> ");
            out.append(Html.text(issue.issue().meaning()).markup());
            if (issue.detail() != null) {
                out.append(" <q dir=\"auto\">")
                        .append(Html.text(issue.detail()).markup())
                        .append("</q>");
            }
            out.append("</li>");
        }
        return out.isEmpty() ? Html.NONE : new Html("<ul class=\"issues\">" + out + "</ul>");
    }

    /** A switch for each kind of which something is marked. */
    private static Html kinds(List<Finding> findings) {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        for (Finding finding : findings) {
            if (finding.value() != null && finding.evidence() != null) {
                counts.merge(finding.kind(), 1, Integer::sum);
            }
        }
        StringBuilder out = new StringBuilder();
        counts.forEach((kind, number) -> out.append("<label><input type=\"checkbox\" checked class=\"show-")
                .append(kind.word())
                .append("\"> <span class=\"f k-")
                .append(kind.word())
                .append("\">")
                .append(kind.heading().toLowerCase(Locale.ROOT))
                .append("</span> ")
                .append(number)
                .append("</label>"));
        return new Html(out.toString());
    }

    private static Html rows(String id, List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        FindingKind kind = null;
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.kind() != kind) {
                out.append(kind == null ? "" : "</tbody>\n");
                kind = finding.kind();
                out.append("<tbody class=\"k-")
                        .append(kind.word())
                        .append("\"><tr><th colspan=\"4\" scope=\"rowgroup\">");
                out.append(kind.heading()).append("</th></tr>\n");
            }
            out.append(ROW.fill(Map.of(
                            "id",
                            id + "-f" + i,
                            "number",
                            i,
                            "field",
                            finding.field(),
                            "value",
                            finding.value() == null ? Html.NONE : finding.value(),
                            "standing",
                            standing(finding),
                            "words",
                            words(id, i, finding),
                            "rule",
                            finding.evidence() == null
                                    ? Html.NONE
                                    : rule(finding.evidence().ruleId())))
                    .markup());
        }
        return new Html(out.append("</tbody>").toString());
    }

    private static Html standing(Finding finding) {
        StringBuilder out = new StringBuilder();
        if (finding.modality() != null) {
            String modality = Finding.lower(finding.modality());
            out.append("<span class=\"standing ")
                    .append(modality)
                    .append("\">")
                    .append(modality)
                    .append("</span> ");
        }
        if (finding.status() != null) {
            String status = Finding.lower(finding.status());
            out.append("<span class=\"standing status-")
                    .append(status.replace(' ', '-'))
                    .append("\">");
            out.append(status).append("</span>");
        }
        return new Html(out.toString());
    }

    /** A rule's name, which may be broken after its dots. */
    private static Html rule(String id) {
        return new Html(Html.text(id).markup().replace(".", ".<wbr>"));
    }

    private static Html words(String id, int number, Finding finding) {
        if (finding.words() != null) {
            return new Html("<a href=\"#" + id + "-m" + number + "\" dir=\"auto\">"
                    + Html.text(finding.words()).markup() + "</a>");
        }
        if (finding.evidence() != null && finding.value() != null) {
            return new Html("<a href=\"#" + id + "-m" + number + "\"><i>a field of the record</i></a>");
        }
        return Html.NONE;
    }

    // ---------------------------------------------------------------- small parts

    private static String language(Posting posting) {
        String language = posting.language();
        return language == null ? "" : language;
    }

    private static String place(String sourceFile, String sourceRecord) {
        return sourceRecord == null ? sourceFile : sourceFile + " " + sourceRecord;
    }

    private static String origin(Posting posting) {
        return Finding.lower(posting.format()) + (posting.dialect() == null ? "" : " (" + posting.dialect() + ")");
    }

    /** A link to the posting, of addresses that a browser may be sent to; others are text. */
    private static Html link(String url) {
        if (url == null) {
            return Html.NONE;
        }
        String text = Html.text(url).markup();
        boolean web = url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
        return new Html(
                web
                        ? "<a rel=\"noopener noreferrer\" href=\"" + text + "\">" + text + "</a>"
                        : "<span>" + text + "</span>");
    }

    private static Html raw(String raw) {
        if (raw == null) {
            return Html.NONE;
        }
        StringBuilder out =
                new StringBuilder("<details class=\"raw\"><summary>The record as it is</summary><pre dir=\"auto\">\n");
        Html.append(out, raw, 0, raw.length(), true);
        return new Html(out.append("</pre></details>").toString());
    }
}
