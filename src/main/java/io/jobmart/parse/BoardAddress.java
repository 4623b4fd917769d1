package io.jobmart.parse;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The company whose board an address belongs to. Boards of applicant tracking systems often name their company nowhere else:
 * {@code https://jobs.lever.co/crumb/0a1b}, {@code https://crumb.recruitee.com/o/baker}.
 */
final class BoardAddress {
    /** The first group is the company; what follows it keeps pages of the systems themselves out. */
    private static final List<Pattern> BOARDS = List.of(
            Pattern.compile("^https?://(?:job-)?boards(?:\\.eu)?\\.greenhouse\\.io/(?!embed/)([^/?#]+)/jobs/"),
            Pattern.compile("^https?://jobs(?:\\.eu)?\\.lever\\.co/([^/?#]+)/[0-9a-f-]+"),
            Pattern.compile("^https?://jobs\\.ashbyhq\\.com/([^/?#]+)/[0-9a-f-]+"),
            Pattern.compile("^https?://(?:jobs|careers)\\.smartrecruiters\\.com/([^/?#]+)/"),
            Pattern.compile("^https?://apply\\.workable\\.com/(?!j/|api/)([^/?#]+)/"),
            Pattern.compile("^https?://ats\\.rippling\\.com/(?:[a-z]{2}-[A-Z]{2}/)?([^/?#]+)/jobs/"),
            Pattern.compile(
                    "^https?://(?!www\\.|api\\.|career\\.|app\\.)([a-z0-9-]+)\\.(?:recruitee\\.com/o/|pinpointhq\\.com/"
                            + "|bamboohr\\.com/|teamtailor\\.com/jobs/|breezy\\.hr/p/|eightfold\\.ai/careers/|jobs\\.personio\\.(?:de|com)/|wd\\d+\\.myworkdayjobs\\.com/)"));

    private BoardAddress() {}

    /** The company's name as the address has it, a short form more often than not; null where the address is no board's. */
    static String company(String url) {
        if (url == null || url.length() > 2_000) {
            return null;
        }
        String address = url.strip();
        int path = address.indexOf('/', Math.min(address.length(), 8));
        if (path < 0) {
            return null;
        }
        address = address.substring(0, path).toLowerCase(Locale.ROOT) + address.substring(path);
        for (Pattern board : BOARDS) {
            Matcher matcher = board.matcher(address);
            if (matcher.find()) {
                return decoded(matcher.group(1));
            }
        }
        return null;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
