package io.jobmart.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reads huge and hostile inputs, made while they are read, in a process that has little memory: a program for {@link
 * HugeInputsTest}, and to measure by hand.
 */
final class HugeInputs {
    private static final long MB = 1024 * 1024;
    private static final String POSTING =
            "{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"url\":\"https://a.example/1\",\"description\":\""
                    + "We bake bread. ".repeat(5_000) + "\"}";

    private HugeInputs() {}

    /**
     * For each input asked for, what became of it: {@code name {OUTCOME=count} seconds}.
     *
     * @param arguments how many bytes a record may have, then inputs by their name and, behind a colon, their size in MB
     */
    public static void main(String[] arguments) throws IOException {
        ReadOptions options = ReadOptions.standard().withMaxRecordBytes(Integer.parseInt(arguments[0]));
        for (String name : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            String[] parts = name.split(":");
            long size = parts.length > 1 ? Long.parseLong(parts[1]) * MB : 0;
            long start = System.nanoTime();
            Map<String, Long> outcome = new TreeMap<>();
            try (SourceRecords records = Sources.read("in", input(parts[0], size), options)) {
                while (records.hasNext()) {
                    SourceRecord record = records.next();
                    String what = record instanceof SourceRecord.Rejected rejected
                            ? rejected.rejection().reason().name()
                            : record.getClass().getSimpleName();
                    outcome.merge(what, 1L, Long::sum);
                }
            } catch (OutOfMemoryError e) {
                outcome.put("OUT_OF_MEMORY", 1L);
            }
            System.out.println(
                    name + " " + outcome + String.format(Locale.ROOT, " %.1f", (System.nanoTime() - start) / 1e9));
        }
    }

    private static InputStream input(String name, long size) {
        return switch (name) {
            case "line" -> of("{\"@type\":\"JobPosting\",\"description\":\"", "x", size, "\"}\n" + POSTING + "\n");
            case "string" -> of("{\n\"@type\":\"JobPosting\",\"description\":\"", "x", size, "\"}");
            case "array" -> of("[" + POSTING, "," + POSTING, size, "]");
            case "jobs" -> of("{\"name\":\"Crumb\",\"jobs\":[" + POSTING, "," + POSTING, size, "]}");
            case "lines" -> of("", POSTING + "\n", size, "");
            case "numbers" -> of("[{\"@type\":\"JobPosting\",\"x\":[1", ",1234567", size, "]}," + POSTING + "]");
            case "deep-arrays" -> of("", "[", size, "");
            case "deep-objects" -> of("", "{\"a\":", size, "");
            case "deep-in-line" -> of(POSTING + "\n", "{\"a\":[", size, "\n" + POSTING);
            case "text" -> of("Baker wanted\n", "We bake.\n", size, "");
            case "page" -> of("<!DOCTYPE html><html><body>JobPosting application/ld+json", "<div>", size, "");
            case "csv" -> of("title,description,company\n", "Baker,\"We bake. Bread\",Crumb\n", size, "");
            case "csv-cell" -> of("title,description,company\nBaker,\"", "x,\n", size, "\",Crumb\n");
            case "csv-columns" -> of("title,description,company\n", "x,", size, "\n");
            case "xml" ->
                of(
                        "<source>",
                        "<job><title>Baker</title><url>https://a.example/1</url><company>Crumb</company></job>",
                        size,
                        "</source>");
            case "xml-text" -> of("<source><job><title>Baker</title><description>", "x", size, "</description></job>");
            case "xml-attribute" -> of("<source><job title=\"", "x", size, "\"/></source>");
            case "xml-comment" -> of("<source><!--", "x", size, "--></source>");
            case "xml-deep" -> of("<source>", "<a>", size, "");
            case "xml-name" -> of("<source><", "x", size, "/></source>");
            case "xml-doctype" ->
                of("<?xml version=\"1.0\"?><!DOCTYPE source [<!ENTITY x \"", "x", size, "\">]><source/>");
            case "wide" -> of("B\0a\0k\0e\0r\0\n\0", "x\0", size, "");
            case "blank" -> of("", " \n", size, POSTING);
            case "n-quads" -> of("", "_:a <http://schema.org/title> \"Baker\" <https://a.example/1> .\n", size, "");
            case "warc-header" -> of("WARC/1.0\r\nWARC-Type: response\r\nX: ", "x", size, "");
            case "warc-body" ->
                of(
                        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date:"
                                + " 2026-11-01T00:00:00Z\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: text/html\r\n"
                                + "Content-Length: " + size + "\r\n\r\n",
                        "<p>JobPosting</p>",
                        size,
                        "");
            case "warc" -> {
                String page = "<html><script type=\"application/ld+json\">" + POSTING + "</script></html>";
                String record = "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date:"
                        + " 2026-11-01T00:00:00Z\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: text/html\r\n"
                        + "Content-Length: " + page.length() + "\r\n\r\n" + page + "\r\n\r\n";
                yield of("", record, size, "");
            }
            case "gzip-bomb" -> packed(false, of(POSTING + "\n", " ", size, ""));
            case "zip-bomb" -> packed(true, of(POSTING + "\n", " ", size, ""));
            case "zip-lines" -> packed(true, of("", POSTING + "\n", size, ""));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A start, as many pieces as make the size, and an end. */
    private static InputStream of(String start, String piece, long size, String end) {
        byte[] pieces = piece.repeat(Math.max(1, 8192 / piece.length())).getBytes(StandardCharsets.ISO_8859_1);
        // No piece is cut.
        long total = size / pieces.length * pieces.length;
        InputStream middle = new InputStream() {
            private long given;

            @Override
            public int read() {
                throw new UnsupportedOperationException("Read by the byte");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (given >= total) {
                    return -1;
                }
                int from = (int) (given % pieces.length);
                int count = Math.min(length, pieces.length - from);
                System.arraycopy(pieces, from, bytes, offset, count);
                given += count;
                return count;
            }
        };
        return new SequenceInputStream(Collections.enumeration(List.of(bytes(start), middle, bytes(end))));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The content packed while it is read. */
    private static InputStream packed(boolean zip, InputStream content) {
        try {
            PipedInputStream in = new PipedInputStream(64 * 1024);
            PipedOutputStream out = new PipedOutputStream(in);
            Thread writer = new Thread(() -> {
                try (out) {
                    if (zip) {
                        ZipOutputStream archive = new ZipOutputStream(out);
                        archive.putNextEntry(new ZipEntry("in.txt"));
                        content.transferTo(archive);
                        archive.finish();
                    } else {
                        GZIPOutputStream gzip = new GZIPOutputStream(out);
                        content.transferTo(gzip);
                        gzip.finish();
                    }
                } catch (IOException e) {
                    // The reader has had enough.
                }
            });
            writer.setDaemon(true);
            writer.start();
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
