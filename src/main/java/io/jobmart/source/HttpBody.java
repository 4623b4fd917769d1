package io.jobmart.source;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * The body of a response with its content encodings undone. Archives are not to be trusted in this: some hold the page as it
 * was shown and the header as it was sent, some cut bodies at a size.
 *
 * @param bytes as many of the body's as there are
 * @param cut whether the rest is missing
 */
record HttpBody(byte[] bytes, boolean cut) {
    /** Servers send one or two; more are an attack. */
    private static final int MOST_ENCODINGS = 3;

    /** More than a body may have. */
    static final class TooLargeException extends IOException {
        private TooLargeException(int limit) {
            super("Its body is larger than the limit of " + limit + " bytes");
        }
    }

    /**
     * Reads a body as it was sent.
     *
     * @param limit of its bytes
     * @throws TooLargeException when it has more
     */
    static HttpBody read(InputStream in, int limit) throws TooLargeException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        try {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
                if (bytes.size() > limit) {
                    throw new TooLargeException(limit);
                }
            }
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Chunks and decoders fail in many ways; what they gave before is good.
            return new HttpBody(bytes.toByteArray(), true);
        }
        return new HttpBody(bytes.toByteArray(), false);
    }

    /**
     * The body with its encodings undone.
     *
     * @param headers values of {@code Content-Encoding}
     * @throws IOException when it can't be decoded
     */
    HttpBody decoded(List<String> headers, int limit) throws IOException {
        List<String> encodings = headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(encoding -> encoding.strip().toLowerCase(Locale.ROOT))
                .filter(encoding -> !encoding.isEmpty() && !encoding.equals("identity") && !encoding.equals("none"))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        if (encodings.size() > MOST_ENCODINGS) {
            throw new IOException("Its body has " + encodings.size() + " content encodings");
        }
        Collections.reverse(encodings);
        HttpBody body = this;
        for (String encoding : encodings) {
            body = body.decoded(encoding, limit);
        }
        return body;
    }

    private HttpBody decoded(String encoding, int limit) throws IOException {
        if (bytes.length == 0) {
            return this;
        }
        boolean gzip = startsWith(0x1F, 0x8B);
        InputStream in = new ByteArrayInputStream(bytes);
        try (InputStream decoder = switch (encoding) {
            case "gzip", "x-gzip" -> gzip ? new GzipMembers(in) : null;
            case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib()));
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> startsWith(0x28, 0xB5, 0x2F, 0xFD) ? new ZstdInputStreamNoFinalizer(in) : null;
            default -> throw new IOException("Its body has the unknown content encoding " + encoding);
        }) {
            if (decoder != null) {
                HttpBody body = read(decoder, limit);
                if (body.bytes.length > 0) {
                    return new HttpBody(body.bytes, cut || body.cut);
                }
            }
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException e) {
            if (!isText()) {
                throw e;
            }
        }
        if (isText()) {
            // The archive has undone the encoding and kept the header.
            return this;
        }
        throw new IOException("Its body is not what its content encoding " + encoding + " says");
    }

    /** The header of zlib: most servers send it, as they should, and some the bare content. */
    private boolean isZlib() {
        return bytes.length >= 2 && (bytes[0] & 0x0F) == 8 && ((bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF) % 31 == 0;
    }

    private boolean isText() {
        int length = Math.min(bytes.length, 1024);
        for (int i = 0; i < length; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
