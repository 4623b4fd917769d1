package io.jobmart.source;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The address that a page says it has, before the one that it was asked for by. */
final class PageAddress {
    private PageAddress() {}

    /**
     * The canonical address of a page.
     *
     * @param url by which it was asked for; may be null
     * @return an absolute address, or null when nobody says one
     */
    static String of(Document page, String url) {
        for (String query : new String[] {"link[rel~=(?i)\\bcanonical\\b][href]", "meta[property=og:url][content]"}) {
            Element element = page.selectFirst(query);
            if (element != null) {
                String address = element.absUrl(element.hasAttr("href") ? "href" : "content");
                // Templates that were never filled in point to the site's front page.
                if (address.startsWith("http") && !isFrontPage(address)) {
                    return address;
                }
            }
        }
        return url;
    }

    /** Whether an address leads to no posting: there is none, or it is the front page of a company's site. */
    static boolean isNone(String address) {
        return address == null || isFrontPage(address);
    }

    private static boolean isFrontPage(String address) {
        int path = address.indexOf('/', address.indexOf("//") + 2);
        return path < 0 || path == address.length() - 1;
    }
}
