package io.jobmart.source;

import io.jobmart.text.Sections;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Finds the main content of a page by the two measures that content extraction has been found to rest on (Kohlschütter,
 * Fankhauser, Nejdl: Boilerplate Detection using Shallow Text Features, 2010): how much text a block has, and how much of
 * it lies in links. What names itself navigation, footer, dialog or cookie notice goes first, unless most of the page is in
 * it; then what is mostly links; then the search goes down from the body as long as one child holds nearly all text beside
 * links, and stops where it would leave a section of an ad behind.
 */
final class PageContent {
    /** Elements that are no text, or none of the page's. */
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "button",
            "select",
            "input",
            "textarea",
            "dialog",
            "canvas",
            "video",
            "audio",
            "map",
            "link",
            "meta",
            "head");

    private static final Set<String> BESIDES = Set.of("nav", "footer", "header", "aside", "form", "menu");
    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "complementary",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar");

    /** Words in class and id of what stands beside the content. */
    private static final Set<String> NAMES = Set.of(
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "breadcrumb",
            "breadcrumbs",
            "share",
            "sharing",
            "social",
            "newsletter",
            "related",
            "similar",
            "recommended",
            "recommendations",
            "sidebar",
            "footer",
            "navbar",
            "nav",
            "navigation",
            "menu",
            "modal",
            "popup",
            "overlay",
            "login",
            "signin",
            "signup",
            "pagination",
            "advertisement",
            "ads",
            "banner",
            "comments",
            "tooltip",
            "toast",
            "skip",
            "contextual");

    private static final Set<String> BLOCKS =
            Set.of("ul", "ol", "table", "div", "section", "dl", "p", "li", "tr", "article", "main", "center");

    /** A card of a list of jobs has a linked name of so many characters, and not many more beside it. */
    private static final int SHORTEST_NAME = 4;

    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_HEADING = 60;
    private static final int LONGEST_CARD = 700;
    private static final int FEWEST_CARDS = 3;

    /** Text of an element with all that is in it, and the part of it in links. */
    private record Weight(int text, int links) {
        int words() {
            return text - links;
        }
    }

    private final Element body;
    private Map<Element, Weight> weights;

    private PageContent(Element body) {
        this.body = body;
    }

    /**
     * What was found.
     *
     * @param element with the main content, without what is beside it
     * @param words characters of it beside links
     * @param cards how many entries of a list of linked pages were on the page
     * @param listed whether most of the page's text was in such entries
     */
    record Content(Element element, int words, int cards, boolean listed) {}

    /** Finds the content; takes out of the page what is beside it. */
    static Content of(Element body) {
        PageContent page = new PageContent(body);
        page.clear();
        page.weights = page.weigh();
        int all = page.weights.get(body).text();
        page.leaveOut(element -> isBeside(element), all / 2);
        page.weights = page.weigh();
        List<Element> cards = page.cards();
        int carded =
                cards.stream().mapToInt(card -> page.weights.get(card).text()).sum();
        boolean listed = 2 * carded > page.weights.get(body).text();
        if (!listed) {
            cards.forEach(Node::remove);
        }
        page.weights = page.weigh();
        page.leaveOut(element -> page.isLinks(element), Integer.MAX_VALUE);
        page.weights = page.weigh();
        Element content = page.descend();
        return new Content(content, page.weights.get(content).words(), cards.size(), listed);
    }

    private void clear() {
        List<Node> gone = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element) {
                        if (NEVER.contains(element.normalName()) || isHidden(element)) {
                            gone.add(element);
                        }
                    } else if (!(node instanceof TextNode)) {
                        gone.add(node);
                    }
                },
                body);
        gone.remove(body);
        gone.forEach(Node::remove);
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden")
                || element.attr("aria-modal").equals("true")
                || element.attr("role").equals("button")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty()
                && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
    }

    /** Whether an element is no text of the page, or shown only on request. */
    static boolean isOutOfSight(Element element) {
        return NEVER.contains(element.normalName())
                || isHidden(element)
                || element.attr("role").equals("dialog");
    }

    private static boolean isBeside(Element element) {
        if (BESIDES.contains(element.normalName()) || ROLES.contains(element.attr("role"))) {
            return true;
        }
        return element.attributesSize() > 0
                && BLOCKS.contains(element.normalName())
                && (isNamed(element.className()) || isNamed(element.id()));
    }

    private static boolean isNamed(String names) {
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            boolean end = i == names.length() || !Character.isLetter(names.charAt(i));
            boolean hump = !end
                    && i > start
                    && Character.isUpperCase(names.charAt(i))
                    && Character.isLowerCase(names.charAt(i - 1));
            if (end || hump) {
                if (i > start && NAMES.contains(names.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = end ? i + 1 : i;
            }
        }
        return false;
    }

    private interface Test {
        boolean holds(Element element);
    }

    /** Removes the outermost elements of a kind that hold no more than a share of the text. */
    private void leaveOut(Test test, int most) {
        List<Element> gone = new ArrayList<>();
        Deque<Element> open = new ArrayDeque<>(body.children());
        while (!open.isEmpty()) {
            Element element = open.pop();
            if (test.holds(element) && weights.get(element).text() <= most) {
                gone.add(element);
            } else {
                open.addAll(element.children());
            }
        }
        gone.forEach(Node::remove);
    }

    private boolean isLinks(Element element) {
        Weight weight = weights.get(element);
        if (element.normalName().equals("a")) {
            return PageWords.standard().is(PageWords.Kind.APPLY, element.text());
        }
        return BLOCKS.contains(element.normalName()) && weight.links() > 0 && 2 * weight.links() > weight.text();
    }

    private Map<Element, Weight> weigh() {
        Map<Element, Weight> all = new IdentityHashMap<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    private final Deque<int[]> open = new ArrayDeque<>();
                    private int links;

                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof Element element) {
                            open.push(new int[2]);
                            links += element.normalName().equals("a") ? 1 : 0;
                        } else if (node instanceof TextNode text && !open.isEmpty()) {
                            int length = letters(text.getWholeText());
                            open.peek()[0] += length;
                            open.peek()[1] += links > 0 ? length : 0;
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            int[] sums = open.pop();
                            all.put(element, new Weight(sums[0], sums[1]));
                            links -= element.normalName().equals("a") ? 1 : 0;
                            if (!open.isEmpty()) {
                                open.peek()[0] += sums[0];
                                open.peek()[1] += sums[1];
                            }
                        }
                    }
                },
                body);
        return all;
    }

    /** Characters without blanks. */
    private static int letters(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) > ' ' ? 1 : 0;
        }
        return count;
    }

    // ---------------------------------------------------------------- lists of jobs

    /**
     * The entries of the page's lists of linked pages: siblings of one kind, each short and begun by the name of what it
     * links to, each linking elsewhere.
     */
    private List<Element> cards() {
        List<Element> all = new ArrayList<>();
        Set<Element> inside = new HashSet<>();
        Deque<Element> open = new ArrayDeque<>(List.of(body));
        while (!open.isEmpty()) {
            Element parent = open.pop();
            Map<String, List<Element>> kinds = new LinkedHashMap<>();
            for (Element child : parent.children()) {
                if (isCard(child)) {
                    kinds.computeIfAbsent(child.normalName(), k -> new ArrayList<>())
                            .add(child);
                }
            }
            for (List<Element> kind : kinds.values()) {
                if (kind.size() >= FEWEST_CARDS && targets(kind) == kind.size()) {
                    all.addAll(kind);
                    inside.addAll(kind);
                }
            }
            for (Element child : parent.children()) {
                if (!inside.contains(child)) {
                    open.add(child);
                }
            }
        }
        return all;
    }

    private boolean isCard(Element element) {
        Weight weight = weights.get(element);
        if (!BLOCKS.contains(element.normalName())
                || weight.links() < SHORTEST_NAME
                || weight.links() > LONGEST_CARD
                || weight.text() > LONGEST_CARD) {
            return false;
        }
        Element link = firstLink(element);
        return link != null
                && weights.get(link).text() >= SHORTEST_NAME
                && weights.get(link).text() <= LONGEST_CARD;
    }

    /** The link that a card starts with: no words before it, but a label as short as a word. */
    private Element firstLink(Element card) {
        Element link = card.selectFirst("a[href]");
        if (link == null) {
            return null;
        }
        String words = card.text();
        String name = link.text();
        int at = name.isBlank() || name.length() > LONGEST_NAME + LONGEST_CARD ? -1 : words.indexOf(name);
        boolean heading = link.closest("h1,h2,h3,h4,h5,h6") != null || link.selectFirst("h1,h2,h3,h4,h5,h6") != null;
        return at >= 0 && (at <= 20 || heading) ? link : null;
    }

    private int targets(List<Element> cards) {
        Map<String, Integer> targets = new HashMap<>();
        for (Element card : cards) {
            targets.merge(firstLink(card).attr("href"), 1, Integer::sum);
        }
        return targets.size();
    }

    // ---------------------------------------------------------------- the way down

    private Element descend() {
        Element at = body;
        while (true) {
            Element best = null;
            for (Element child : at.children()) {
                if (best == null
                        || weights.get(child).words() > weights.get(best).words()) {
                    best = child;
                }
            }
            if (best == null || !isBlock(best) || !isRest(at, best)) {
                return at;
            }
            at = best;
        }
    }

    private static boolean isBlock(Element element) {
        return switch (element.normalName()) {
            case "p", "ul", "ol", "li", "dl", "tr" -> false;
            default -> element.isBlock() || element.normalName().contains("-");
        };
    }

    /** Whether the content loses nothing that counts when only one child of an element is kept. */
    private boolean isRest(Element parent, Element child) {
        int all = weights.get(parent).words();
        int kept = weights.get(child).words();
        if (10L * kept < 6L * all || all == 0) {
            return false;
        }
        boolean headings = hasHeading(child);
        for (Element other : parent.children()) {
            if (other != child && hasHeading(other)) {
                return false;
            }
        }
        return headings || 10L * kept >= 9L * all;
    }

    /** Whether an element has a heading that opens a section of an ad. */
    private boolean hasHeading(Element element) {
        for (Element heading : element.select("h2,h3,h4,h5,h6,strong,b,dt,p,div")) {
            int letters = weights.get(heading).text();
            if (heading.childrenSize() <= 1
                    && letters > 0
                    && letters <= LONGEST_HEADING
                    && isAdHeading(heading.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAdHeading(String text) {
        return text.length() >= 4 && text.length() <= LONGEST_HEADING && Sections.headingKind(text) != null;
    }
}
