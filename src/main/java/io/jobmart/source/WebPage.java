package io.jobmart.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Issue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import io.jobmart.text.HtmlDecoder;
import io.jobmart.text.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The postings of one web page, read by the best that the page offers: the JSON-LD of its scripts, else the microdata or
 * RDFa of its elements, else its main content where that reads like a single job ad. What one of these gives is completed
 * by none of the others, so that a page that says its posting twice gives one. A page is looked through before it is taken
 * apart: most pages of a crawl hold no trace of a posting.
 */
final class WebPage {
    /** A doctype or an element that only whole pages have, behind comments and an XML declaration. */
    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype|html|head|body|title)\\b", Pattern.CASE_INSENSITIVE);

    /** Different phrases of ads without which a page is not taken apart. */
    private static final int FEWEST_WORDS = 2;

    private static final String JSON_LD = "application/ld+json";

    /**
     * Where a page comes from.
     *
     * @param sourceFile path below the input given
     * @param sourceRecord what finds the page in the file; null when it is the file
     * @param charset declared by the server; may be null
     * @param url of the page; may be null
     * @param captured day of the response; may be null
     */
    record Origin(String sourceFile, String sourceRecord, String charset, String url, LocalDate captured) {
        static Origin ofFile(String sourceFile) {
            return new Origin(sourceFile, null, null, null, null);
        }
    }

    private final Origin origin;
    private final ReadOptions options;
    private final TextDecoder.Decoded decoded;
    private final List<SourceRecord> records = new ArrayList<>();
    private boolean found;

    private WebPage(Origin origin, ReadOptions options, TextDecoder.Decoded decoded) {
        this.origin = origin;
        this.options = options;
        this.decoded = decoded;
    }

    /**
     * Reads a page, whose transfer and content codings are undone. Never empty: a page without a posting is one rejection.
     * A record's address is that of the page and, behind {@code #}, of what it was read from: {@code script:2/@graph/0},
     * {@code item:1}; the main content is the page itself.
     */
    static List<SourceRecord> read(byte[] bytes, Origin origin, ReadOptions options) {
        WebPage page = new WebPage(origin, options, HtmlDecoder.decode(bytes, origin.charset()));
        page.read();
        return page.records;
    }

    /**
     * Whether a page holds the words of an ad, so that it may be one without marking it: to be asked of pages without
     * "JobPosting", before they are decoded and parsed. The bytes are taken for letters of one byte each, which finds all but
     * the phrases with an accent.
     */
    static boolean mayBeAd(byte[] bytes) {
        return isWorded(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static boolean isWorded(String html) {
        return PageWords.standard().countInPage(PageWords.Kind.AD, html, FEWEST_WORDS) >= FEWEST_WORDS;
    }

    private void read() {
        String html = decoded.text();
        // What a server answers is a page, however it begins.
        boolean piece = origin.url() == null && !isPage(html);
        boolean marked = html.contains("JobPosting");
        boolean worded = piece || isWorded(html);
        if (!marked && !worded) {
            reject(null, QuarantineReason.NOT_A_JOB_POSTING, "A web page without the words of a job ad", html);
            return;
        }
        Document page = Jsoup.parse(html, origin.url() == null ? "" : origin.url());
        // The text is taken as it stands; indenting it would add blanks and cost time.
        page.outputSettings().prettyPrint(false);
        if (marked) {
            linkedData(page);
            if (!found) {
                microdata(page);
            }
        }
        if (!found && worded) {
            content(page, piece);
        } else if (!found && records.isEmpty()) {
            reject(null, QuarantineReason.NOT_A_JOB_POSTING, "A web page that only speaks of JobPosting", html);
        }
    }

    /** Whether a text is a whole page and not a piece of one: a posting's text alone, or a part of a page. */
    private static boolean isPage(String html) {
        return PAGE.matcher(html.substring(0, Math.min(html.length(), 1_000))).find();
    }

    // ---------------------------------------------------------------- main content

    private void content(Document page, boolean piece) {
        String url = PageAddress.of(page, origin.url());
        PageText.Reading reading = piece ? PageText.readPiece(page) : PageText.read(page, url);
        if (reading.rejection() != null) {
            // A block of JSON that broke is the record of this page.
            if (records.isEmpty()) {
                reject(null, QuarantineReason.NOT_A_JOB_POSTING, reading.rejection(), decoded.text());
            }
            return;
        }
        PageTitle head = reading.title();
        RawPosting.Builder posting = posting(SourceFormat.HTML_PAGE, null)
                .url(url)
                .title(head.title())
                .company(head.company())
                .places(head.place() == null ? List.of() : List.of(new RawPlace(null, null, null, head.place())))
                .description(reading.html(), TextFormat.HTML);
        if (!piece) {
            posting.issue(Issue.TEXT_FROM_PAGE, null);
        }
        accept(PostingStrings.repaired(posting.build()), decoded::text);
    }

    // ---------------------------------------------------------------- JSON-LD

    private void linkedData(Document page) {
        JsonMapper mapper = Json.mapper(options);
        // A node may refer to one of another block by its @id.
        ArrayNode all = mapper.createArrayNode();
        List<Block> blocks = new ArrayList<>();
        int number = 0;
        for (Element script : page.getElementsByTag("script")) {
            if (!script.attr("type").strip().toLowerCase(Locale.ROOT).startsWith(JSON_LD)) {
                continue;
            }
            number++;
            String block = script.data();
            if (block.isBlank()) {
                continue;
            }
            try {
                Json.Value value = Json.read(mapper, block, options);
                all.add(value.node());
                blocks.add(new Block("script:" + number, block, value));
            } catch (JsonProcessingException e) {
                reject("script:" + number, Json.reason(e), Json.detail(e), block);
            }
        }
        List<RawPosting> postings = new ArrayList<>();
        List<JsonNode> nodes = new ArrayList<>();
        for (Block block : blocks) {
            List<JsonPostings.Found> inside = JsonPostings.find(block.value().node());
            for (JsonPostings.Found found : inside) {
                RawPosting.Builder posting = posting(SourceFormat.HTML_JSON_LD, block.place() + found.pointer());
                block.value().note(posting);
                postings.add(JsonPostings.read(all, found.node(), posting));
                nodes.add(found.node());
            }
            if (inside.isEmpty() && block.value().isIncomplete() && block.text().contains("JobPosting")) {
                // What was cut off may have been the posting.
                reject(
                        block.place(),
                        QuarantineReason.JSON_SYNTAX,
                        Json.detail(block.value().failure()),
                        block.text());
            }
        }
        accept(page, postings, nodes);
    }

    private record Block(String place, String text, Json.Value value) {}

    // ---------------------------------------------------------------- microdata

    private void microdata(Document page) {
        ArrayNode items = Microdata.postings(page);
        List<RawPosting> postings = new ArrayList<>();
        List<JsonNode> nodes = new ArrayList<>();
        for (JsonNode item : items) {
            nodes.add(item);
            postings.add(JsonPostings.read(items, item, posting(SourceFormat.HTML_MICRODATA, "item:" + nodes.size())));
        }
        accept(page, postings, nodes);
    }

    // ---------------------------------------------------------------- records

    private RawPosting.Builder posting(SourceFormat format, String place) {
        return RawPosting.of(format, origin.sourceFile(), address(place))
                .source(options.source())
                .captured(origin.captured())
                .repair(EncodingFlavour.NONE, decoded.lossy());
    }

    /** Takes the postings of the page. One that is alone on it and has no address, or its site's, has the page's. */
    private void accept(Document page, List<RawPosting> postings, List<JsonNode> nodes) {
        boolean alone =
                postings.size() == 1 && PageAddress.isNone(postings.get(0).url());
        String url = alone ? PageAddress.of(page, origin.url()) : null;
        for (int i = 0; i < postings.size(); i++) {
            RawPosting posting = postings.get(i);
            accept(url == null ? posting : posting.toBuilder().url(url).build(), nodes.get(i)::toString);
        }
    }

    private void accept(RawPosting posting, Supplier<String> raw) {
        found = true;
        if (posting.title() == null
                && (posting.description() == null || posting.description().isBlank())) {
            records.add(rejected(
                    posting.sourceRecord(),
                    QuarantineReason.NO_CONTENT,
                    "The record has neither title nor description",
                    raw.get()));
        } else {
            records.add(new SourceRecord.Accepted(posting, raw));
        }
    }

    private void reject(String place, QuarantineReason reason, String detail, String payload) {
        records.add(rejected(address(place), reason, detail, payload));
    }

    private SourceRecord rejected(String address, QuarantineReason reason, String detail, String payload) {
        return new SourceRecord.Rejected(
                Rejection.of(origin.sourceFile(), address, reason, detail, PostingStrings.wellFormed(payload)));
    }

    private String address(String place) {
        if (origin.sourceRecord() == null || place == null) {
            return origin.sourceRecord() == null ? place : origin.sourceRecord();
        }
        return origin.sourceRecord() + "#" + place;
    }
}
