package io.jobmart.parse;

import io.jobmart.model.RawPosting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of a job that hold beyond one source: its address, and the id that an applicant tracking system or a board has
 * given it, which is a part of every address that leads there, on the system's own site as on the employer's.
 */
final class JobLinks {
    private static final String UUID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";

    /**
     * Of canonical addresses in lower case. All groups together are the id: some systems number anew for each employer.
     */
    private record Board(String name, String mark, Pattern id) {
        Board(String name, String mark, String id) {
            this(name, mark, Pattern.compile(id));
        }
    }

    private static final List<Board> BOARDS = List.of(
            new Board("greenhouse", "gh_jid=", "[?&]gh_jid=(\\d+)"),
            new Board(
                    "greenhouse",
                    "greenhouse.io/",
                    "^(?:job-)?boards(?:\\.eu)?\\.greenhouse\\.io/(?:embed/job_app\\?(?:[^#]*&)?token=|[^/]+/jobs/)(\\d+)"),
            new Board("lever", ".lever.co/", "^jobs(?:\\.eu)?\\.lever\\.co/[^/]+/" + UUID),
            new Board("ashby", "ashby_jid=", "[?&]ashby_jid=" + UUID),
            new Board("ashby", ".ashbyhq.com/", "^jobs\\.ashbyhq\\.com/[^/]+/" + UUID),
            new Board(
                    "workable",
                    ".workable.com/",
                    "\\.workable\\.com/(?:[^/]+/)?(?:j|jobs|view)/([0-9a-z]{6,12})(?:/|$)"),
            new Board(
                    "smartrecruiters",
                    ".smartrecruiters.com/",
                    "^(?:jobs|careers)\\.smartrecruiters\\.com/[^/]+/(\\d{9,})"),
            new Board(
                    "workday",
                    ".myworkdayjobs.com/",
                    "^([a-z0-9-]+)\\.(?:wd\\d+\\.)?myworkdayjobs\\.com/.*_([a-z]{0,6}-?\\d{3,}(?:-\\d+)?)(?:/|$)"),
            new Board(
                    "teamtailor",
                    ".teamtailor.com/",
                    "([a-z0-9-]+)\\.(?:[a-z]+\\.)?teamtailor\\.com/(?:.*/)?jobs/(\\d+)"),
            new Board("personio", ".jobs.personio.", "^([a-z0-9-]+)\\.jobs\\.personio\\.(?:de|com|es)/job/(\\d+)"),
            new Board("breezy", ".breezy.hr/", "^([a-z0-9-]+)\\.breezy\\.hr/p/([0-9a-f]{10,})"),
            new Board(
                    "bamboohr",
                    ".bamboohr.com/",
                    "^([a-z0-9-]+)\\.bamboohr\\.com/(?:careers/|jobs/view\\.php\\?(?:.*&)?id=)(\\d+)"),
            new Board("icims", ".icims.com/", "^([a-z0-9-]+)\\.icims\\.com/jobs/(\\d+)"),
            new Board("jobvite", ".jobvite.com/", "^jobs\\.jobvite\\.com/(?:.*/)?job/([0-9a-z]{6,})"),
            new Board("rippling", "rippling.com/", "^ats\\.rippling\\.com/.*jobs/" + UUID),
            new Board("pinpoint", ".pinpointhq.com/", "^([a-z0-9-]+)\\.pinpointhq\\.com/.*postings/" + UUID),
            new Board("linkedin", "linkedin.com/jobs/", "linkedin\\.com/jobs/view/(?:[^/?]*-)?(\\d{8,})"),
            new Board("indeed", "indeed.com/", "indeed\\.com/.*[?&]v?jk=([0-9a-f]{16})"));

    /** The number of a requisition at the end of a Workday address; "-1" behind it counts the postings of one requisition. */
    private static final Pattern WORKDAY_REQUISITION =
            Pattern.compile("myworkdayjobs\\.com/.*_([a-z]{1,6}-?\\d{3,})(?:-\\d+)?(?:/|$)");

    private JobLinks() {}

    /** The names, none twice; empty where the address names no job. */
    static List<String> of(RawPosting raw) {
        List<String> links = new ArrayList<>();
        String address = PostingIdentity.address(raw);
        if (address != null) {
            links.add("url:" + address);
        }
        String id = boardId(raw.url());
        if (id != null) {
            links.add(id);
        }
        return List.copyOf(links);
    }

    private static String boardId(String url) {
        String lower = lower(url);
        if (lower != null) {
            for (Board board : BOARDS) {
                if (lower.contains(board.mark())) {
                    Matcher matcher = board.id().matcher(lower);
                    if (matcher.find()) {
                        StringBuilder id = new StringBuilder(board.name());
                        for (int group = 1; group <= matcher.groupCount(); group++) {
                            id.append(group == 1 ? ':' : '/').append(matcher.group(group));
                        }
                        return id.toString();
                    }
                }
            }
        }
        return null;
    }

    /** The employer's number of the opening; null where none is stated, or it is no number. */
    static String requisition(RawPosting raw) {
        String stated = raw.requisition();
        if (stated == null) {
            String lower = lower(raw.url());
            if (lower != null && lower.contains(".myworkdayjobs.com/")) {
                Matcher matcher = WORKDAY_REQUISITION.matcher(lower);
                stated = matcher.find() ? matcher.group(1) : null;
            }
        }
        String plain = String.join("", PostingIdentity.words(stated));
        return plain.length() >= 3 && plain.chars().anyMatch(Character::isDigit) ? plain : null;
    }

    private static String lower(String url) {
        String canonical = url == null || url.length() > 2_000 ? null : CanonicalUrl.of(url);
        return canonical == null ? null : canonical.toLowerCase(Locale.ROOT);
    }
}
