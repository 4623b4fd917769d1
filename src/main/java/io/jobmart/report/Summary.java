package io.jobmart.report;

import io.jobmart.store.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The top of a report: the size of the warehouse, and what to look at first. */
final class Summary {
    /** A source's share of quarantined records, or a change of a field's coverage, that is worth a look. */
    private static final double REMARKABLE = 0.05;

    /** A change of a median of pay, and of how many vacancies, that is worth a look. */
    private static final double REMARKABLE_PAY = 0.1;

    private static final int ENOUGH_PAID = 20;

    private Summary() {}

    enum Level {
        ERROR("error"),
        WARN("look"),
        GOOD("good");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** @param section where it is shown */
    record Remark(Level level, String section, String text) {}

    static Map<String, String> tiles(Report report) {
        Answer.Line totals = report.lines("totals").get(0);
        Map<String, String> tiles = new LinkedHashMap<>();
        tiles.put("ads", Words.count(totals.number("ads")));
        tiles.put("vacancies", Words.count(totals.number("vacancies")));
        tiles.put("open ads", Words.count(totals.number("open")));
        tiles.put("companies", Words.count(totals.number("companies")));
        tiles.put("places", Words.count(totals.number("places")));
        tiles.put("sources", Words.count(totals.number("sources")));
        String first = totals.text("first_day");
        String last = totals.text("last_day");
        tiles.put("seen", first.equals(last) ? first : first + " to " + last);
        return tiles;
    }

    static List<Remark> remarks(Report report) {
        List<Remark> remarks = new ArrayList<>();
        if (report.lines("totals").get(0).count("ads") == 0) {
            remarks.add(new Remark(Level.ERROR, "volume", "There are no postings"));
        }
        audit(report.manifest().checks(), remarks);
        quarantine(report, remarks);
        drift(report, remarks);
        return remarks;
    }

    private static void audit(List<Manifest.CheckEntry> checks, List<Remark> remarks) {
        long errors = checks.stream()
                .filter(check -> !check.passed() && check.level().equals("ERROR"))
                .count();
        long warnings = checks.stream().filter(check -> !check.passed()).count() - errors;
        if (errors > 0) {
            remarks.add(new Remark(Level.ERROR, "audit", Words.count(errors, "check") + " of level error failed"));
        }
        if (warnings > 0) {
            remarks.add(new Remark(Level.WARN, "audit", Words.count(warnings, "check") + " failed that need not hold"));
        }
        if (errors + warnings == 0) {
            remarks.add(new Remark(
                    Level.GOOD, "audit", "All " + Words.count(checks.size(), "check") + " of the audit hold"));
        }
    }

    private static void quarantine(Report report, List<Remark> remarks) {
        boolean any = false;
        for (Answer.Line source : report.lines("quarantine_by_source")) {
            if (source.number("share") >= REMARKABLE) {
                any = true;
                remarks.add(new Remark(
                        Level.WARN,
                        "quarantine",
                        Words.share(source.number("share")) + " of the records of " + source.text("source")
                                + " could not be read"));
            }
        }
        if (!any) {
            remarks.add(new Remark(
                    Level.GOOD,
                    "quarantine",
                    "Of no source " + Words.share(REMARKABLE) + " or more of the records were quarantined"));
        }
    }

    private static void drift(Report report, List<Remark> remarks) {
        if (report.before().isEmpty()) {
            remarks.add(new Remark(Level.GOOD, "volume", "No snapshot before is kept, so nothing is compared"));
            return;
        }
        int more = 0;
        for (Answer.Line field : report.lines("coverage_drift")) {
            if (-field.number("change") < REMARKABLE) {
                continue;
            }
            if (++more <= 3) {
                remarks.add(new Remark(
                        Level.WARN,
                        "drift",
                        Words.lower(field.text("field")) + " of " + field.text("source") + " is known of "
                                + Words.share(field.number("after")) + " of the ads, before of "
                                + Words.share(field.number("before"))));
            }
        }
        if (more > 3) {
            remarks.add(new Remark(
                    Level.WARN,
                    "drift",
                    Words.count(more - 3, "field") + " more lost as much against the snapshot before"));
        }
        if (more == 0) {
            remarks.add(new Remark(
                    Level.GOOD,
                    "drift",
                    "No field lost five points or more of its coverage in any source since the snapshot before"));
        }
        market(report, remarks);
    }

    /** What moved more than markets mostly do from one snapshot to the next. */
    private static void market(Report report, List<Remark> remarks) {
        for (Answer.Line pay : report.lines("pay_drift")) {
            boolean many = Math.min(pay.count("vacancies"), pay.count("vacancies_before")) >= ENOUGH_PAID;
            if (many && Math.abs(pay.number("change")) >= REMARKABLE_PAY) {
                remarks.add(new Remark(
                        Level.WARN,
                        "drift",
                        "The median of pay in " + Market.paidIn(pay) + " is " + Words.amount(pay.number("after"))
                                + ", before " + Words.amount(pay.number("before"))));
            }
        }
        for (Answer.Line skill : report.lines("skill_drift")) {
            if (Math.abs(skill.number("change")) >= REMARKABLE) {
                remarks.add(new Remark(
                        Level.WARN,
                        "drift",
                        skill.text("skill") + " is named by " + Words.fine(skill.number("after"))
                                + " of the vacancies, before by " + Words.fine(skill.number("before"))));
                return;
            }
        }
    }
}
