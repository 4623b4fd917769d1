package io.jobmart.parse;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The part of a URL that tells one posting from another. Scheme, "www.", a trailing slash, the fragment and tracking
 * parameters don't: the same posting is linked as {@code http://www.example.org/jobs/1/?utm_source=feed} and as
 * {@code https://example.org/jobs/1}.
 */
public final class CanonicalUrl {
    private CanonicalUrl() {}

    /** The canonical form, or null when the text is no http(s) URL with a host. */
    public static String of(String url) {
        if (url == null) {
            return null;
        }
        String text = url.strip();
        int scheme = text.indexOf("://");
        if (scheme < 0 || !text.substring(0, scheme).toLowerCase(Locale.ROOT).matches("https?")) {
            return null;
        }
        String rest = text.substring(scheme + 3);
        int fragment = rest.indexOf('#');
        // "#!/job/1" and "#/job/1" are addresses of single-page sites, other fragments are places in a page.
        if (fragment >= 0 && !rest.startsWith("#!", fragment) && !rest.startsWith("#/", fragment)) {
            rest = rest.substring(0, fragment);
        }
        int query = rest.indexOf('?');
        String parameters = query < 0 ? "" : parameters(rest.substring(query + 1));
        String hostAndPath = query < 0 ? rest : rest.substring(0, query);
        int slash = hostAndPath.indexOf('/');
        String host = (slash < 0 ? hostAndPath : hostAndPath.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : hostAndPath.substring(slash);
        host = host.startsWith("www.") ? host.substring(4) : host;
        host = host.replaceFirst(":(80|443)$", "");
        path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (host.isEmpty() || path.isEmpty() && parameters.isEmpty()) {
            return null;
        }
        return host + path + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String parameters(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_")
                || name.equals("gclid")
                || name.equals("fbclid")
                || name.equals("msclkid")
                || name.equals("ref")
                || name.equals("source")
                || name.equals("src");
    }
}
