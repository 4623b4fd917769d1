package io.jobmart.source;

import io.jobmart.model.SectionKind;
import io.jobmart.model.TextFormat;
import io.jobmart.source.PageWords.Kind;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import io.jobmart.text.Documents;
import io.jobmart.text.Sections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page that marks nothing up: whether it is one job ad, and its title, company and text. Precision first: a page counts
 * as an ad only when its text and the page around it both say so; the reason why another is none is told.
 */
final class PageText {
    /** Characters beside links that an ad has at least. */
    private static final int SHORTEST_AD = 300;

    private static final int SHORTEST_PIECE = 40;
    /**
     * How many signs make a page an ad, when some of them are around its text: a button to apply, an address among jobs. Text
     * alone needs more, since articles about jobs have the same words and headings.
     */
    private static final int ENOUGH = 5;

    private static final int CERTAIN = 7;
    private static final int MOST_PHRASES = 4;

    private static final int LONGEST_NOTICE = 200;
    private static final int LONGEST_ERROR = 1_500;
    private static final Pattern JOB_ADDRESS = Pattern.compile(
            "[/._-](?:jobs?|careers?|karriere|stellen[a-z]*|vacanc(?:y|ies)|vacatures?|positions?|openings?|emplois?|offres?-?d?-?emploi"
                    + "|empleos?|ofertas?-?de-?(?:trabajo|empleo)|vagas?|praca|prace|kariera|recruit[a-z]*|opportunit(?:y|ies))[/._?-]",
            Pattern.CASE_INSENSITIVE);

    private final Document page;
    private final String url;
    private final PageWords words = PageWords.standard();

    private PageText(Document page, String url) {
        this.page = page;
        this.url = url;
    }

    /**
     * What a page gave.
     *
     * @param rejection why it is no ad; null when it is one
     * @param html main content
     */
    record Reading(String rejection, PageTitle title, String html) {
        static Reading none(String why) {
            return new Reading(why, null, null);
        }
    }

    /**
     * Reads a whole page; takes it apart.
     *
     * @param url its address; may be null
     */
    static Reading read(Document page, String url) {
        return new PageText(page, url).read(false);
    }

    /** Reads a piece of HTML: a posting's text alone has no page around it that could say what it is. */
    static Reading readPiece(Document page) {
        return new PageText(page, null).read(true);
    }

    private Reading read(boolean piece) {
        PageTitle title = PageTitle.of(page);
        String closed = closed();
        boolean apply = hasApply();
        boolean form = page.selectFirst("input[type=password]") != null;
        if (isMissing(title) && page.body().text().length() < LONGEST_ERROR) {
            return Reading.none(
                    "An error page: " + quoted(title.any() == null ? page.body().text() : title.any()));
        }
        if (closed != null) {
            return Reading.none("The page says that the job is closed: " + quoted(closed));
        }
        PageContent.Content content = PageContent.of(page.body());
        if (content.listed()) {
            return Reading.none("A list of " + content.cards() + " linked pages, none of which is the page itself");
        }
        if (content.words() < (piece ? SHORTEST_PIECE : SHORTEST_AD)) {
            return Reading.none("Too little text for an ad: " + content.words() + " characters beside links"
                    + (form ? ", and a form to sign in" : ""));
        }
        String html = content.element().html();
        if (!piece) {
            var text = Documents.of(html, TextFormat.HTML);
            int inText = signs(text) + words.count(Kind.AD, text.text(), MOST_PHRASES);
            int around = (apply ? 2 : 0) + (isJobAddress() ? 1 : 0) + (title.company() != null ? 1 : 0);
            if (inText < CERTAIN && (around == 0 || inText + around < ENOUGH)) {
                return Reading.none("A page of text that does not read like a job ad");
            }
        }
        return new Reading(null, title.withText(content.element().text()), html);
    }

    // ---------------------------------------------------------------- signs

    /** Two for each section that only ads have, one for each that other pages have, too. */
    private static int signs(io.jobmart.text.Document document) {
        Set<SectionKind> kinds = EnumSet.noneOf(SectionKind.class);
        for (Block block : document.blocks()) {
            if (block.kind() == BlockKind.HEADING) {
                SectionKind kind = Sections.headingKind(document.text(block));
                if (kind != null) {
                    kinds.add(kind);
                }
            }
        }
        int signs = 0;
        for (SectionKind kind : kinds) {
            signs += switch (kind) {
                case REQUIREMENTS, RESPONSIBILITIES, PREFERRED -> 2;
                case BENEFITS, ABOUT_ROLE, HOW_TO_APPLY, PAY, SKILLS, EDUCATION -> 1;
                case GENERAL, ABOUT_COMPANY, LOCATION, BOILERPLATE -> 0;
            };
        }
        return signs;
    }

    private boolean hasApply() {
        for (Element control : page.select("a,button,input[type=submit],input[type=button],[role=button]")) {
            String says = control.normalName().equals("input") ? control.attr("value") : control.text();
            if (says.length() <= 60 && words.is(Kind.APPLY, says)) {
                return true;
            }
        }
        return false;
    }

    private boolean isJobAddress() {
        String address = PageAddress.of(page, url);
        return address != null && JOB_ADDRESS.matcher(address + "/").find();
    }

    /** The notice that the job is closed, or null. */
    private String closed() {
        for (Element element : page.body().select("*")) {
            String own = element.ownText();
            if (own.length() >= 10
                    && own.length() <= LONGEST_NOTICE
                    && words.holds(Kind.CLOSED, own)
                    && element.closest("script,style,template,noscript") == null) {
                return own;
            }
        }
        return null;
    }

    private boolean isMissing(PageTitle title) {
        for (String line : new String[] {title.heading(), title.document()}) {
            if (line != null && line.length() <= LONGEST_NOTICE && words.holds(Kind.MISSING, line)) {
                return true;
            }
        }
        return title.any() == null
                && page.body().text().length() < LONGEST_ERROR
                && words.holds(Kind.MISSING, page.body().text());
    }

    private static String quoted(String text) {
        String one = text.strip();
        return "\"" + (one.length() > 100 ? one.substring(0, 100) + "…" : one) + "\"";
    }
}
