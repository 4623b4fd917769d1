package io.jobmart.pipeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of a dump as the names of its files and folders tell it: {@code feed_2026-11-20.xml}, {@code 20261120/a.json}. */
final class DumpDay {
    private static final Pattern DAY =
            Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2})([-_./]?)([0-9]{2})\\2([0-9]{2})(?![0-9])");

    private DumpDay() {}

    /** The last day that a path names; null when it names none. */
    static LocalDate in(String path) {
        LocalDate last = null;
        Matcher matcher = DAY.matcher(path);
        for (int from = 0; matcher.find(from); from = matcher.end()) {
            try {
                last = LocalDate.of(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)));
            } catch (DateTimeException e) {
                // Eight digits that are no day.
            }
        }
        return last;
    }
}
