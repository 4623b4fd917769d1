package io.jobmart.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import io.jobmart.text.HtmlDecoder;
import io.jobmart.text.TextDecoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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

    private void read() {
        String html = decoded.text();
        boolean marked = html.contains("JobPosting");
        if (marked) {
            Document page = Jsoup.parse(html, origin.url() == null ? "" : origin.url());
            linkedData(page);
            if (!found) {
                microdata(page);
            }
        }
        if (!found && records.isEmpty()) {
            reject(null, QuarantineReason.NOT_A_JOB_POSTING, "A web page without a schema.org JobPosting", html);
        }
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

    /** Takes the postings of the page. One that is alone on it and does not say its address has the page's. */
    private void accept(Document page, List<RawPosting> postings, List<JsonNode> nodes) {
        String url = postings.size() == 1 && postings.get(0).url() == null ? PageAddress.of(page, origin.url()) : null;
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
