package io.jobmart.source;

import io.jobmart.source.PageWords.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * What the head of a job page says: the title (its heading, else the title of the document without the site's name), the
 * company and the place as far as they say what they are: in a title like {@code Baker at Crumb Ltd}, in a link to a
 * company's page or an element so named right below the heading, in a legal form, or in the name of a site that the text
 * speaks of.
 *
 * @param heading of the page; may be null
 * @param document title of the document; may be null
 * @param site name of the site; may be null
 * @param title of the job; may be null
 * @param company may be null
 * @param place may be null
 */
record PageTitle(String heading, String document, String site, String title, String company, String place) {
    private static final int LONGEST = 200;
    /** Characters below the heading in which the company and the place stand. */
    private static final int HEAD = 300;

    private static final Pattern BORDER = Pattern.compile("\\s+[|–—·•»:/-]+\\s+|\\s*[|•»]\\s*|:\\s+");
    private static final Pattern HIRING =
            Pattern.compile("(.{2,80}?) (?:is )?hiring (.{2,150}?) in (.{2,100}?)(?:\\s+[|–—-]\\s+.*)?");
    private static final Pattern APPLICATION =
            Pattern.compile("(?:Job )?Application for (?:the )?(.{2,150}) at (.{2,80})");
    private static final Pattern AT =
            Pattern.compile("(.{2,150}?)\\s+(?:at|@|bei|chez|presso)\\s+([^|–—]{2,80}?)(?:\\s+(?:[|–—·-]|in)\\s+.*)?");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            ".{2,80}?[ ,]+(?:s\\.\\s?r\\.\\s?o\\.?|a\\.\\s?s\\.?|spol\\. s r\\.\\s?o\\.|gmbh|mbh|ag|se|kg|ug|e\\.v\\.|inc\\.?|llc|ltd\\.?|limited|plc"
                    + "|s\\.?a\\.?|s\\.?l\\.?u?\\.?|b\\.?v\\.?|n\\.?v\\.?|pty|corp\\.?|oy|ab|a/s|aps|sp\\. z o\\.\\s?o\\.|sarl|sas|lda\\.?|ltda\\.?|s\\.p\\.a\\.|s\\.r\\.l\\.)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPANY_PAGE = Pattern.compile(
            "/(?:company|companies|employers?|organi[sz]ations?|firma|firmy|entreprise|empresa)/[^/?#]");
    private static final Pattern SITE_PART = Pattern.compile(
            "\\s+(?:careers?|jobs|karriere|job board)$|^(?:careers?|jobs|karriere|work) (?:at|bei|with) ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LABEL = Pattern.compile("^[\\p{L} ]{2,25}:\\s*");

    /** What one line says; null for what it doesn't. */
    private record Line(String title, String company, String place) {}

    static PageTitle of(Document page) {
        String document = clean(page.title());
        String site = content(page, "meta[property=og:site_name]");
        Element h1 = heading(page, document, site);
        String heading = h1 == null ? null : clean(h1.text());
        String line = document == null ? content(page, "meta[property=og:title]") : document;
        String title = heading;
        String company = null;
        String place = null;
        if (line != null) {
            Line parts = parts(line, heading);
            title = title == null ? parts.title() : title;
            company = parts.company();
            place = parts.place();
        }
        if (title == null && line != null) {
            title = withoutSite(line, site);
        }
        String[] below = below(h1 == null ? page.body() : h1, h1, title);
        if (company == null) {
            company = below[0];
        }
        return new PageTitle(heading, document, site, title, company, place == null ? below[1] : place);
    }

    String any() {
        return heading == null ? document : heading;
    }

    /** The same with the company that the text confirms, where none is known. */
    PageTitle withText(String text) {
        if (company != null) {
            return this;
        }
        for (String candidate : new String[] {
            segment(), site == null ? null : SITE_PART.matcher(site).replaceAll("")
        }) {
            if (candidate == null || candidate.length() < 2 || candidate.equals(title)) {
                continue;
            }
            boolean legal = LEGAL_FORM.matcher(candidate).matches();
            if (legal || !PageWords.standard().holds(Kind.BOARD, candidate) && speaksOf(text, candidate)) {
                return new PageTitle(heading, document, site, title, candidate, place);
            }
        }
        return this;
    }

    /** What the document's title has beside the heading and the site's name, where that is one thing in a legal form. */
    private String segment() {
        if (document == null) {
            return null;
        }
        String only = null;
        String rest = heading == null ? document : document.replace(heading, " | ");
        for (String part : BORDER.split(rest)) {
            String one = part.replaceAll("^[\\s|–—·•»:/-]+|[\\s|–—·•»:/-]+$", "");
            if (LEGAL_FORM.matcher(one).matches()) {
                if (only != null) {
                    return null;
                }
                only = one;
            }
        }
        return only;
    }

    private static boolean speaksOf(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
            at = text.indexOf(name, end);
        }
        return false;
    }

    /** Title, company and place of a line that names them. */
    private static Line parts(String line, String heading) {
        Matcher hiring = HIRING.matcher(line);
        if (hiring.matches() && (heading == null || same(hiring.group(2), heading))) {
            return new Line(hiring.group(2), hiring.group(1), hiring.group(3));
        }
        Matcher application = APPLICATION.matcher(line);
        if (application.matches()) {
            return new Line(application.group(1), application.group(2), null);
        }
        int end = heading == null ? -1 : line.toLowerCase(Locale.ROOT).indexOf(heading.toLowerCase(Locale.ROOT));
        Matcher at =
                AT.matcher(end < 0 ? line : "it" + line.substring(Math.min(line.length(), end + heading.length())));
        if (at.matches() && (heading == null || end >= 0)) {
            return new Line(heading == null ? at.group(1) : null, at.group(2).strip(), null);
        }
        return new Line(null, null, null);
    }

    private static boolean same(String a, String b) {
        return a.strip().equalsIgnoreCase(b.strip());
    }

    /** The page's own heading: of several the one that the document's title repeats. */
    private static Element heading(Document page, String document, String site) {
        Element first = null;
        for (Element h1 : page.select("h1,h2[class*=title],h2[id*=title],h3[class*=title]")) {
            String text = clean(h1.text());
            if (text == null
                    || site != null && same(text, site)
                    || h1.closest("dialog,[role=dialog],[aria-modal=true],nav,template") != null) {
                continue;
            }
            if (document != null && h1.normalName().equals("h1") && document.contains(text)) {
                return h1;
            }
            boolean better = first != null
                    && h1.normalName().equals("h1")
                    && !first.normalName().equals("h1");
            first = first == null || better ? h1 : first;
        }
        return first;
    }

    /** The document's title without the site's name at either end. */
    private static String withoutSite(String line, String site) {
        List<String> parts = new ArrayList<>(List.of(BORDER.split(line)));
        PageWords words = PageWords.standard();
        if (parts.size() > 1) {
            String last = parts.get(parts.size() - 1).strip();
            if (site != null && same(last, site) || words.holds(Kind.BOARD, last)) {
                return clean(line.substring(0, line.lastIndexOf(last)).replaceAll("[\\s|–—·•»:/-]+$", ""));
            }
            if (site != null && same(parts.get(0), site)) {
                return clean(line.substring(parts.get(0).length()).replaceAll("^[\\s|–—·•»:/-]+", ""));
            }
        }
        return clean(line);
    }

    /** Company and place that stand below a heading and are named as such. */
    private static String[] below(Element start, Element heading, String title) {
        String[] found = new String[2];
        int[] read = {0};
        boolean[] reached = {heading == null};
        Element root =
                start.ownerDocument() == null ? start : start.ownerDocument().body();
        NodeTraversor.filter(
                (NodeFilter) (Node node, int depth) -> {
                    if (node == heading) {
                        reached[0] = true;
                        return NodeFilter.FilterResult.SKIP_CHILDREN;
                    }
                    if (!reached[0]) {
                        return NodeFilter.FilterResult.CONTINUE;
                    }
                    if (node instanceof TextNode text) {
                        read[0] += text.getWholeText().strip().length();
                    } else if (node instanceof Element element) {
                        if (PageContent.isOutOfSight(element)) {
                            return NodeFilter.FilterResult.SKIP_ENTIRELY;
                        }
                        if (element.attributesSize() > 0) {
                            boolean company = found[0] == null && isCompany(element);
                            boolean location =
                                    !company && found[1] == null && isNamed(element, "location", "locations");
                            String says = company || location ? value(element) : null;
                            if (says != null && !says.equals(title)) {
                                found[company ? 0 : 1] = says;
                            }
                        }
                    }
                    return read[0] > HEAD ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE;
                },
                root);
        return found;
    }

    private static String value(Element element) {
        String text = element.text();
        if (text.isBlank() || text.length() > 100) {
            return null;
        }
        String value = LABEL.matcher(text).replaceFirst("").strip();
        return value.length() < 2 || value.endsWith(":") ? null : value;
    }

    private static boolean isCompany(Element element) {
        return element.normalName().equals("a")
                ? COMPANY_PAGE.matcher(element.attr("href")).find()
                : element.childrenSize() == 0
                        && isNamed(element, "company", "employer", "organization", "organisation");
    }

    private static boolean isNamed(Element element, String... names) {
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (!key.equals("class") && !key.equals("id") && !key.startsWith("data-")) {
                continue;
            }
            for (String part : attribute.getValue().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
                for (String name : names) {
                    if (part.equals(name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String content(Document page, String query) {
        Element element = page.selectFirst(query);
        return element == null ? null : clean(element.attr("content"));
    }

    private static String clean(String text) {
        String one = text.strip().replaceAll("\\s+", " ");
        return one.isEmpty() || one.length() > LONGEST ? null : one;
    }
}
