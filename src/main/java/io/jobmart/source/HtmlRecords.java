package io.jobmart.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.text.TextDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A web page: the schema.org JobPostings of its blocks of JSON-LD. Only a page that holds the words is taken apart; blocks
 * about the site (breadcrumbs, the organisation) are no records.
 */
final class HtmlRecords extends FileRecords {
    private static final Pattern PAGE =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);
    private static final int MOST_WRAPPERS = 3;
    private static final String JSON_LD = "application/ld+json";

    private final InputStream in;
    private final ReadOptions options;
    private final Deque<SourceRecord> ready = new ArrayDeque<>();
    private boolean done;

    HtmlRecords(String sourceFile, ContentStream content, InputStream in, ReadOptions options) {
        super(sourceFile, FileFormat.HTML, content);
        this.in = in;
        this.options = options;
    }

    static boolean isPage(String text, int start) {
        return PAGE.matcher(text).region(start, text.length()).lookingAt();
    }

    @Override
    SourceRecord read() throws IOException {
        if (!done) {
            done = true;
            byte[] bytes = in.readNBytes(options.maxRecordBytes());
            if (bytes.length == options.maxRecordBytes() && in.read() >= 0) {
                return rejected(
                        null,
                        QuarantineReason.TOO_LARGE,
                        "The page is larger than the limit of " + options.maxRecordBytes() + " bytes",
                        payload(bytes, bytes.length));
            }
            if (isDamaged()) {
                return null;
            }
            page(TextDecoder.decode(bytes));
        }
        return ready.poll();
    }

    private void page(TextDecoder.Decoded decoded) {
        String html = decoded.text();
        if (html.contains("JobPosting") && html.toLowerCase(Locale.ROOT).contains(JSON_LD)) {
            blocks(html, decoded.lossy());
        }
        if (ready.isEmpty()) {
            ready.add(rejected(
                    null, QuarantineReason.NOT_A_JOB_POSTING, "A web page without a schema.org JobPosting", html));
        }
    }

    private void blocks(String html, boolean lossy) {
        JsonMapper mapper = Json.mapper(options);
        // A node may refer to one of another block by its @id.
        ArrayNode all = mapper.createArrayNode();
        Deque<Integer> numbers = new ArrayDeque<>();
        int number = 0;
        for (Element script : Jsoup.parse(html).getElementsByTag("script")) {
            if (!script.attr("type").strip().toLowerCase(Locale.ROOT).startsWith(JSON_LD)) {
                continue;
            }
            number++;
            String block = unwrapped(script.data());
            if (block.isEmpty()) {
                continue;
            }
            try {
                all.add(parse(mapper, block));
                numbers.add(number);
            } catch (JsonProcessingException e) {
                ready.add(rejected("script:" + number, Json.reason(e), Json.detail(e), block));
            }
        }
        for (JsonNode value : all) {
            String address = "script:" + numbers.poll();
            for (JsonPostings.Found found : JsonPostings.find(value)) {
                RawPosting.Builder posting = RawPosting.of(
                                SourceFormat.HTML_JSON_LD, sourceFile(), address + found.pointer())
                        .source(options.source())
                        .repair(EncodingFlavour.NONE, lossy);
                ready.add(record(JsonPostings.read(all, found.node(), posting), found.node()::toString));
            }
        }
    }

    /** A block that is no JSON is read once more with its entities resolved, as some templates escape it. */
    private static JsonNode parse(JsonMapper mapper, String block) throws JsonProcessingException {
        try {
            return mapper.readTree(block);
        } catch (JsonProcessingException e) {
            if (!block.contains("&quot;") && !block.contains("&#34;")) {
                throw e;
            }
            try {
                return mapper.readTree(Parser.unescapeEntities(block, false));
            } catch (JsonProcessingException second) {
                throw e;
            }
        }
    }

    /** The block without what hid it from old browsers: {@code <!-- -->}, {@code //<![CDATA[ //]]>}, and a last ";". */
    private static String unwrapped(String block) {
        String text = block.strip();
        for (int round = 0; round < MOST_WRAPPERS; round++) {
            for (String start : new String[] {"<!--", "<![CDATA[", "//<![CDATA[", "/*<![CDATA[*/", "// <![CDATA["}) {
                text = text.startsWith(start) ? text.substring(start.length()).strip() : text;
            }
            for (String end : new String[] {"-->", "]]>", "//", "/*]]>*/", ";"}) {
                text = text.endsWith(end)
                        ? text.substring(0, text.length() - end.length()).strip()
                        : text;
            }
        }
        return text;
    }
}
