package io.jobmart.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a URL that tells one posting from another. Scheme, "www.", a default port, a trailing slash, the fragment,
 * session ids and tracking parameters don't, nor whether letters beyond ASCII are written as such or as percent codes:
 * the same posting is linked as {@code http://www.example.org/jobs/1/?utm_source=feed} and as
 * {@code https://example.org/jobs/1}.
 */
public final class CanonicalUrl {
    /**
     * Parameters that say where a reader came from: of web statistics, and those that boards and applicant tracking
     * systems add to the links that they give to others.
     */
    private static final Set<String> TRACKING = Set.of(
            "_ga",
            "_gl",
            "dclid",
            "fbclid",
            "gbraid",
            "gclid",
            "gh_src",
            "igshid",
            "iis",
            "iisn",
            "lever-origin",
            "lever-source",
            "lever-via",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "mode",
            "msclkid",
            "referer",
            "referrer",
            "refid",
            "source",
            "src",
            "trackingid",
            "trid",
            "trk",
            "wbraid",
            "yclid");

    private CanonicalUrl() {}

    /** The canonical form, or null when the text is no http(s) URL with a host. */
    public static String of(String url) {
        return of(url, null);
    }

    /**
     * The canonical form without the parameters that have the value given.
     *
     * @param value what adds nothing to the address, such as a reference number that changes; null for nothing
     */
    static String of(String url, String value) {
        if (url == null) {
            return null;
        }
        String text = url.strip();
        int scheme = text.indexOf("://");
        if (scheme < 0 || !text.substring(0, scheme).toLowerCase(Locale.ROOT).matches("https?")) {
            return null;
        }
        String rest = text.substring(scheme + 3).replace("&amp;", "&");
        int fragment = rest.indexOf('#');
        // "#!/job/1" and "#/job/1" are addresses of single-page sites, other fragments are places in a page.
        if (fragment >= 0 && !rest.startsWith("#!", fragment) && !rest.startsWith("#/", fragment)) {
            rest = rest.substring(0, fragment);
        }
        int query = rest.indexOf('?');
        String parameters = query < 0 ? "" : parameters(rest.substring(query + 1), value);
        String hostAndPath = query < 0 ? rest : rest.substring(0, query);
        int slash = hostAndPath.indexOf('/');
        String host = (slash < 0 ? hostAndPath : hostAndPath.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : hostAndPath.substring(slash);
        host = host.substring(host.lastIndexOf('@') + 1);
        host = host.startsWith("www.") ? host.substring(4) : host;
        host = host.replaceFirst("\\.?(:(80|443))?$", "");
        int session = path.toLowerCase(Locale.ROOT).indexOf(";jsessionid=");
        path = session < 0 ? path : path.substring(0, session);
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        path = path.substring(0, end);
        if (host.isEmpty() || path.isEmpty() && parameters.isEmpty()) {
            return null;
        }
        String canonical = host + path + (parameters.isEmpty() ? "" : "?" + parameters);
        canonical = canonical.indexOf('%') < 0 ? canonical : decoded(canonical);
        return Normalizer.normalize(canonical, Normalizer.Form.NFC);
    }

    private static String parameters(String query, String value) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter) && !hasValue(parameter, value))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        // "?ref=newsletter" says where from, "?ref=VAC-1042" which job.
        return name.startsWith("utm_")
                || TRACKING.contains(name)
                || name.equals("ref") && parameter.chars().noneMatch(Character::isDigit);
    }

    private static boolean hasValue(String parameter, String value) {
        int equals = parameter.indexOf('=');
        return value != null && equals > 0 && parameter.substring(equals + 1).equalsIgnoreCase(value.strip());
    }

    /**
     * Percent codes of letters beyond ASCII as these letters, of unreserved ASCII as that, all others in upper case. What
     * is no UTF-8 stays as it is.
     */
    private static String decoded(String url) {
        StringBuilder decoded = new StringBuilder(url.length());
        int i = 0;
        while (i < url.length()) {
            int end = i;
            while (octet(url, end) >= 0) {
                end += 3;
            }
            if (end == i) {
                decoded.append(url.charAt(i++));
                continue;
            }
            byte[] octets = new byte[(end - i) / 3];
            for (int k = 0; k < octets.length; k++) {
                octets[k] = (byte) octet(url, i + 3 * k);
            }
            String codes = url.substring(i, end).toUpperCase(Locale.ROOT);
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(octets))
                        .toString();
                append(text, decoded);
            } catch (CharacterCodingException e) {
                decoded.append(codes);
            }
            i = end;
        }
        return decoded.toString();
    }

    private static void append(String text, StringBuilder decoded) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 0x80 && !Character.isISOControl(c) && !Character.isWhitespace(c)
                    || c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            if (plain) {
                decoded.append(c);
            } else {
                for (byte octet : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    decoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
                }
            }
        }
    }

    /** The octet that a percent code at the offset stands for; -1 where there is none. */
    private static int octet(String url, int at) {
        if (at + 2 >= url.length() || url.charAt(at) != '%') {
            return -1;
        }
        int high = Character.digit(url.charAt(at + 1), 16);
        int low = Character.digit(url.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
