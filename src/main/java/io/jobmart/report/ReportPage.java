package io.jobmart.report;

import io.jobmart.model.BuildInfo;
import io.jobmart.page.Html;
import io.jobmart.page.Template;
import io.jobmart.report.Panel.Column;
import io.jobmart.report.Panel.Kind;
import io.jobmart.store.Manifest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as one web page that needs nothing but itself. Each figure is a table; the script draws the charts from the
 * tables, so that the two always agree, and a reader without scripts, or whose reader reads aloud, misses nothing. All
 * that comes from data is escaped on its way into a table, and there is no other way into the page.
 */
public final class ReportPage {
    private static final Template PAGE = Template.of(ReportPage.class, "page.html");
    private static final Template SECTION = Template.of(ReportPage.class, "section.html");
    private static final Template PANEL = Template.of(ReportPage.class, "panel.html");
    private static final String STYLE = Template.resource(ReportPage.class, "page.css");
    private static final String SCRIPT = d3() + Template.resource(ReportPage.class, "page.js");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d(-\\d\\d)?");

    private ReportPage() {}

    /** The library as its WebJar has it, with its licence, which asks to go along. */
    private static String d3() {
        String folder = "/META-INF/resources/webjars/d3/" + BuildInfo.d3Version() + "/";
        return "/*\n" + Template.resource(ReportPage.class, folder + "LICENSE") + "*/\n"
                + Template.resource(ReportPage.class, folder + "dist/d3.min.js") + "\n";
    }

    /** Writes the page, which is to be stored as UTF-8. */
    public static void write(Report report, Appendable out) throws IOException {
        Manifest manifest = report.manifest();
        List<Part> parts = List.of(
                new Part("volume", "Volume", Volume.of(report)),
                new Part("coverage", "What is known", Quality.coverage(report)),
                new Part("quarantine", "What could not be read", Quality.quarantine(report)),
                new Part("demand", "What is asked for, by whom and where", Market.demand(report)),
                new Part("pay", "Pay", Market.pay(report)),
                new Part("duplicates", "Duplicates", Quality.duplicates(report)),
                new Part("audit", "Audit", Quality.audit(report)),
                new Part("drift", "Against the snapshot before", Drift.of(report)));
        List<Part> shown =
                parts.stream().filter(part -> !part.panels().isEmpty()).toList();
        out.append(PAGE.fill(Map.ofEntries(
                        Map.entry("scriptHash", Html.hash(SCRIPT)),
                        Map.entry("style", new Html(STYLE)),
                        Map.entry("script", new Html(SCRIPT)),
                        Map.entry("warehouse", report.warehouse()),
                        Map.entry("snapshot", manifest.snapshot()),
                        Map.entry("asOf", manifest.asOf()),
                        Map.entry("published", report.publishedAt()),
                        Map.entry("version", manifest.codeVersion()),
                        Map.entry("tiles", tiles(Summary.tiles(report))),
                        Map.entry("remarks", remarks(Summary.remarks(report))),
                        Map.entry("contents", contents(shown)),
                        Map.entry("sections", join(shown.stream().map(ReportPage::section)))))
                .markup());
    }

    private record Part(String id, String heading, List<Panel> panels) {}

    private static Html join(Stream<Html> parts) {
        return new Html(parts.map(Html::markup).collect(Collectors.joining("\n")));
    }

    private static Html tiles(Map<String, String> tiles) {
        return join(tiles.entrySet().stream()
                .map(tile -> new Html("<div><dt>" + Html.text(tile.getKey()).markup() + "</dt><dd>"
                        + Html.text(tile.getValue()).markup() + "</dd></div>")));
    }

    private static Html remarks(List<Summary.Remark> remarks) {
        return join(remarks.stream()
                .map(remark -> new Html("<li class=\"" + remark.level().name().toLowerCase(Locale.ROOT) + "\"><b>"
                        + remark.level().word() + "</b> <a href=\"#" + remark.section() + "\">"
                        + Html.text(remark.text()).markup() + "</a></li>")));
    }

    private static Html contents(List<Part> parts) {
        return join(parts.stream()
                .map(part -> new Html("<a href=\"#" + part.id() + "\">"
                        + Html.text(part.heading()).markup() + "</a>")));
    }

    private static Html section(Part part) {
        return SECTION.fill(Map.of(
                "id",
                part.id(),
                "heading",
                part.heading(),
                "panels",
                join(part.panels().stream().map(ReportPage::panel))));
    }

    private static Html panel(Panel panel) {
        return PANEL.fill(Map.of(
                "id",
                panel.id(),
                "chart",
                panel.isDrawn() ? panel.chart().name().toLowerCase(Locale.ROOT) : "none",
                "size",
                panel.columns().size() > 6 ? "wide" : "",
                "marks",
                panel.marks().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                "title",
                // A number stays on one line with its sign.
                panel.title().replace(" %", "\u00A0%"),
                "note",
                panel.note(),
                "table",
                panel.rows().isEmpty() ? Html.NONE : table(panel)));
    }

    private static Html table(Panel panel) {
        String table = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"" + panel.id()
                + "-title\"><table>\n<thead><tr>"
                + panel.columns().stream().map(ReportPage::heading).collect(Collectors.joining())
                + "</tr></thead>\n<tbody>"
                + panel.rows().stream().map(row -> row(panel.columns(), row)).collect(Collectors.joining("\n"))
                + "</tbody></table></div>";
        return new Html(
                panel.isDrawn()
                        ? "<details><summary>The figures of this chart</summary>" + table + "</details>"
                        : table);
    }

    private static String heading(Column column) {
        return "<th scope=\"col\" dir=\"auto\""
                + (column.kind() == Kind.TEXT ? "" : " class=\"n\"")
                + (column.colour() == null
                        ? ""
                        : " data-colour=\"" + column.colour().name().toLowerCase(Locale.ROOT) + "\"")
                + (column.kind() == Kind.SHARE || column.kind() == Kind.FINE_SHARE ? " data-share" : "")
                + ">" + Html.text(column.name()).markup() + "</th>";
    }

    private static String row(List<Column> columns, List<Object> values) {
        StringBuilder out = new StringBuilder("<tr>");
        for (int i = 0; i < values.size(); i++) {
            Column column = columns.get(i);
            Object value = values.get(i);
            String tag = i == 0 ? "th" : "td";
            out.append('<').append(tag);
            if (i == 0) {
                out.append(" scope=\"row\"");
            }
            if (value instanceof Number number) {
                out.append(" class=\"n")
                        .append(column.kind() == Kind.TINTED ? " tint\" style=\"--share:" + number.doubleValue() : "")
                        .append("\" data-v=\"")
                        .append(number)
                        .append('"');
            } else {
                boolean day = value != null && DAY.matcher(value.toString()).matches();
                out.append(column.kind() != Kind.TEXT ? " class=\"n\"" : day ? " class=\"day\"" : " dir=\"auto\"");
            }
            out.append('>')
                    .append(Html.text(written(column.kind(), value)).markup())
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        return out.append("</tr>").toString();
    }

    private static String written(Kind kind, Object value) {
        if (!(value instanceof Number number)) {
            return value == null ? "" : value.toString();
        }
        double figure = number.doubleValue();
        return switch (kind) {
            case TEXT -> value.toString();
            case COUNT -> Words.count(figure);
            case SHARE, TINTED -> Words.share(figure);
            case FINE_SHARE -> Words.fine(figure);
            case POINTS -> Words.points(figure);
            case AMOUNT -> Words.amount(figure);
            case MEAN -> Words.mean(figure);
        };
    }
}
