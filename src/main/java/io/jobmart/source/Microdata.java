package io.jobmart.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The schema.org JobPostings that a page says by attributes of its elements, as the JSON that JSON-LD would say them by:
 * microdata ({@code itemscope}, {@code itemtype}, {@code itemprop}, {@code itemref}) and RDFa Lite ({@code typeof},
 * {@code property}), which differ in names only.
 *
 * <p>Pages in the wild leave the standard in known ways, each of which is read as it is meant: a value in {@code content}
 * of any element; a scope without a property in it, whose text is then its name; a description in several elements, beside
 * a shorter one in {@code <meta>}.
 */
final class Microdata {
    /** Values of these properties keep their markup: it is their structure. */
    private static final Set<String> TEXTS = Set.of(
            "description",
            "responsibilities",
            "qualifications",
            "experiencerequirements",
            "educationrequirements",
            "jobbenefits",
            "benefits",
            "skills");
    /** Elements that one posting may refer to, and that one page may hold of: what hostile pages can make us do. */
    private static final int MOST_REFERENCES = 100;

    private static final int MOST_SCOPES = 10_000;

    private static final long LONGEST_VALUES = 8L * 1024 * 1024;

    private final JsonNodeFactory json = JsonNodeFactory.instance;
    private final Document page;
    private final ArrayNode postings = json.arrayNode();
    private int scopes;
    private int references;
    /** How many postings are open: more than one when one holds another. */
    private int inPosting;

    /** Characters of values that may still be taken: scopes in scopes repeat the words that they hold. */
    private long left;

    private Microdata(Document page) {
        this.page = page;
        this.left = LONGEST_VALUES;
    }

    /** The postings of a page in its order; one within another is that one's value and no record. */
    static ArrayNode postings(Document page) {
        Microdata microdata = new Microdata(page);
        microdata.walk(page, null, new HashSet<>());
        return microdata.postings;
    }

    /** An element that opens an item, and the item. */
    private record Scope(Element element, ObjectNode item, boolean posting) {}

    private void walk(Node root, Scope outer, Set<String> referred) {
        List<Scope> referring = new ArrayList<>();
        Deque<Scope> open = new ArrayDeque<>();
        if (outer != null) {
            open.push(outer);
        }
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (!(node instanceof Element element) || element.attributesSize() == 0) {
                            return;
                        }
                        List<String> names = open.isEmpty() ? List.of() : names(element);
                        if (isScope(element) && scopes < MOST_SCOPES) {
                            scopes++;
                            Scope scope = scope(element);
                            add(open.peek(), names, scope.item(), element);
                            if (scope.posting() && inPosting == 0 && outer == null) {
                                postings.add(scope.item());
                            }
                            inPosting += scope.posting() ? 1 : 0;
                            open.push(scope);
                            if (element.hasAttr("itemref")) {
                                referring.add(scope);
                            }
                        } else if (!names.isEmpty()) {
                            for (String name : names) {
                                add(open.peek(), List.of(name), json.textNode(value(element, name)), element);
                            }
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (!open.isEmpty() && open.peek().element() == node) {
                            Scope scope = open.pop();
                            inPosting -= scope.posting() ? 1 : 0;
                            close(scope);
                        }
                    }
                },
                root);
        for (Scope scope : referring) {
            for (String id : scope.element().attr("itemref").trim().split("\\s+")) {
                Element element = references++ < MOST_REFERENCES && referred.add(id) ? page.getElementById(id) : null;
                if (element != null && !isWithin(element, scope.element()) && !isWithin(scope.element(), element)) {
                    walk(element, scope, referred);
                }
            }
            referred.clear();
        }
    }

    private static boolean isWithin(Element inner, Element outer) {
        for (Element at = inner; at != null; at = at.parent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    private Scope scope(Element element) {
        ObjectNode item = json.objectNode();
        boolean posting = false;
        ArrayNode types = json.arrayNode();
        for (String type :
                (element.attr("itemtype") + " " + element.attr("typeof")).trim().split("\\s+")) {
            if (!type.isEmpty()) {
                types.add(type);
                posting |=
                        type.equals("JobPosting") || type.endsWith("/JobPosting") || type.equals("schema:JobPosting");
            }
        }
        if (!types.isEmpty()) {
            item.set("@type", types);
        }
        String id = element.attr("itemid").strip();
        if (!id.isEmpty()) {
            item.put("@id", id);
        }
        return new Scope(element, item, posting);
    }

    private static boolean isScope(Element element) {
        return element.hasAttr("itemscope") || element.hasAttr("itemtype") || element.hasAttr("typeof");
    }

    /** Names of the properties that an element gives; og:title and the like are of other vocabularies. */
    private static List<String> names(Element element) {
        String all = element.hasAttr("itemprop") ? element.attr("itemprop") : element.attr("property");
        if (all.isBlank()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String name : all.strip().split("\\s+")) {
            String local = name.startsWith("schema:") ? name.substring("schema:".length()) : name;
            int slash = local.startsWith("http") ? local.lastIndexOf('/') : -1;
            local = local.substring(slash + 1);
            if (local.indexOf(':') < 0 && !local.isEmpty()) {
                names.add(local);
            }
        }
        return names;
    }

    private void add(Scope scope, List<String> names, JsonNode value, Element element) {
        if (scope == null) {
            return;
        }
        for (String name : names) {
            JsonNode before = scope.item().get(name);
            boolean text = TEXTS.contains(name.toLowerCase(Locale.ROOT));
            if (before == null) {
                scope.item().set(name, value);
            } else if (text && before.isTextual() && value.isTextual()) {
                scope.item().put(name, joined(before.textValue(), value.textValue(), isHidden(element)));
            } else if (before instanceof ArrayNode list) {
                list.add(value);
            } else {
                scope.item().set(name, json.arrayNode().add(before).add(value));
            }
        }
    }

    /** Parts of a text, one after the other; a summary for machines stands for none of them. */
    private static String joined(String before, String text, boolean summary) {
        if (before.isBlank() || before.contains(text)) {
            return before.isBlank() ? text : before;
        }
        boolean plain = before.indexOf('<') < 0 && before.length() < text.length();
        if (summary) {
            return before;
        }
        return plain && startsAlike(before, text) ? text : before + "\n" + text;
    }

    /** Whether a summary is the beginning of a text: its first words are in it. */
    private static boolean startsAlike(String summary, String text) {
        String start = summary.strip();
        return text.contains(start.substring(0, Math.min(start.length(), 30)));
    }

    private static boolean isHidden(Element element) {
        return element.normalName().equals("meta");
    }

    /** The value of an element by its kind. */
    private String value(Element element, String name) {
        if (left <= 0) {
            return "";
        }
        String value = valueOf(element, name);
        left -= value.length();
        return value;
    }

    private static String valueOf(Element element, String name) {
        if (element.hasAttr("content") && !element.attr("content").isBlank()) {
            return element.attr("content").strip();
        }
        String attribute = switch (element.normalName()) {
            case "meta" -> "content";
            case "a", "area", "link" -> isAddress(name) || element.text().isBlank() ? "href" : null;
            case "img", "audio", "embed", "iframe", "source", "track", "video" -> "src";
            case "object" -> "data";
            case "data", "meter" -> "value";
            case "time" -> "datetime";
            default -> null;
        };
        if (attribute != null && element.hasAttr(attribute)) {
            String value = element.attr(attribute).strip();
            if (!attribute.equals("href") && !attribute.equals("src")) {
                return value;
            }
            String whole = element.absUrl(attribute);
            return whole.isEmpty() ? value : whole;
        }
        return TEXTS.contains(name.toLowerCase(Locale.ROOT)) ? element.html() : element.text();
    }

    /** Properties that are addresses; a link around a title or a company's name is meant as the name. */
    private static boolean isAddress(String name) {
        return switch (name) {
            case "url", "sameAs", "mainEntityOfPage", "image", "logo", "additionalType" -> true;
            default -> false;
        };
    }

    /** A scope that says nothing by properties says it by its words. */
    private void close(Scope scope) {
        boolean empty = true;
        for (var names = scope.item().fieldNames(); names.hasNext(); ) {
            empty &= names.next().startsWith("@");
        }
        if (empty && left > 0 && !scope.posting() && !scope.element().hasAttr("itemref")) {
            String words = scope.element().hasAttr("content")
                    ? scope.element().attr("content").strip()
                    : scope.element().text();
            left -= words.length();
            if (!words.isEmpty()) {
                scope.item().put("name", words);
            }
        }
    }
}
