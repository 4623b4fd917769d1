package io.jobmart.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Sizes and times as people read them. */
final class Figures {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Figures() {}

    /** "1 row", "1,200 rows". */
    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** "2026-11-20 04:30:00" of an instant as ISO-8601; what is none stays as it is. */
    static String time(String instant) {
        try {
            return TIME.format(Instant.parse(instant));
        } catch (DateTimeException e) {
            return instant;
        }
    }

    static String size(long bytes) {
        if (bytes < 1 << 20) {
            return String.format(Locale.ROOT, "%,.1f kB", bytes / 1024.0);
        }
        return bytes < 1L << 30
                ? String.format(Locale.ROOT, "%,.1f MB", bytes / (1024.0 * 1024))
                : String.format(Locale.ROOT, "%,.1f GB", bytes / (1024.0 * 1024 * 1024));
    }
}
