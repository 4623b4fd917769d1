package io.jobmart.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** A web archive made for a test. */
public final class WarcFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WarcWriter writer;
    private final List<Long> offsets = new ArrayList<>();
    private String day = "2026-11-01";

    private WarcFile(WarcCompression compression) {
        try {
            writer = new WarcWriter(Channels.newChannel(bytes), compression);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member of gzip for each record, as crawlers write them. */
    public static WarcFile gzip() {
        return new WarcFile(WarcCompression.GZIP);
    }

    static WarcFile plain() {
        return new WarcFile(WarcCompression.NONE);
    }

    /** The day of the captures that follow. */
    public WarcFile on(String value) {
        day = value;
        return this;
    }

    /** A page that was found. */
    public WarcFile page(String url, String html) {
        return response(url, 200, "text/html", html.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer without a page. */
    public WarcFile status(String url, int status) {
        return response(url, status, "text/html", "<html><body>No.</body></html>".getBytes(StandardCharsets.UTF_8));
    }

    WarcFile response(String url, int status, String type, byte[] body, String... headers) {
        try {
            HttpResponse.Builder http = new HttpResponse.Builder(status, "Reason");
            http.body(null, body);
            http.addHeader("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                http.addHeader(headers[i], headers[i + 1]);
            }
            return add(new WarcResponse.Builder(url)
                    .date(time())
                    .body(MediaType.HTTP_RESPONSE, http.build())
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant time() {
        return Instant.parse(day + "T23:30:00Z");
    }

    WarcFile add(WarcRecord record) {
        try {
            offsets.add(writer.position());
            writer.write(record);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the record begins, as the library that wrote it says. */
    long offset(int index) {
        return offsets.get(index);
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** A page that marks up one posting. */
    public static String posting(String title) {
        return page("{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"" + title
                + "\",\"description\":\"<p>Bake.</p>\"}");
    }

    /** A page with blocks of JSON-LD. */
    static String page(String... blocks) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><title>A page</title>");
        for (String block : blocks) {
            html.append("<script type=\"application/ld+json\">").append(block).append("</script>");
        }
        return html.append("</head><body><p>Words.</p></body></html>").toString();
    }
}
