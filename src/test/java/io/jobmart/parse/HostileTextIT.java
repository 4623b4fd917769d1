package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Trigger;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Postings made to cost much: a megabyte of each sign, phrase and nested mark, and every word that wakes a reader over
 * and over. Reading must stay linear in the text, within a small heap. It runs in a process of its own, as the heap is
 * part of what is tested; times are those of its thread, so that busy neighbours do not matter.
 */
@Tag("slow")
class HostileTextIT {
    private static final int MEGABYTE = 1 << 20;
    /** What is read of a longer text: growth shows up to here. */
    private static final int WHOLE = PostingParser.MAX_TEXT;

    private static final int PART = WHOLE / 8;
    /** Eight times the text may cost at most this many times as much; what is quadratic costs 64 times. */
    private static final int GROWTH = 24;
    /** Ordinary text costs 0.1 µs a character; a slow machine and cold code are allowed for. */
    private static final double DEAR = 1.5;

    private static final int MOST_MILLISECONDS = 4_000;

    private static final String SIGNS =
            "!\"#$%&'()*+,-./0159:;<=>?@AZ[\\]^_`az{|}~\n\r\t \u00A0\u200B\u00AD•·–—€£¥₹’“”…「。、，é熟ك🚀\uD83D\uFFFD";

    private static final List<String> PHRASES = List.of(
            "- Java\n",
            "* a\n",
            "1. a\n",
            "12) a ",
            "• A ",
            "a - B ",
            "- - - ",
            "A\n\n",
            "Requirements:\n",
            "# Requirements\n",
            "**Requirements** ",
            "Requirements - ",
            "About us ",
            "Location: Berlin\n",
            "Location\n",
            "lieu\n",
            "Company: ",
            "5+ years of Java, ",
            "five (5) years or ",
            "Bachelor's or ",
            "$5 ",
            "$100,000 - ",
            "1,",
            "1.",
            "USD per hour ",
            "Java, ",
            "R, ",
            "Go/",
            "go ",
            "London, ",
            "Remote, US, ",
            "based in Paris, ",
            "full-time/part-time/",
            "English (fluent), ",
            "on behalf of ",
            "a Brookfield company, ",
            "January 5, ",
            "01/02/2024 ",
            "a plus, ",
            "(preferred) ",
            "(a",
            "and/or ",
            "Experience with Java is a plus. ",
            "We bake bread and cakes every day for people of all ages. ",
            "word.Word ",
            "**",
            "_a_",
            "~~~",
            "```\n",
            "![",
            "[a](",
            "|---|\n",
            "> ",
            "http://",
            "www.x.example ",
            "<b>",
            "<div>",
            "<ul><li>",
            "<table><tr><td>",
            "<!--",
            "<p>Job</p>",
            "&amp;",
            "&lt;",
            "&#",
            "â€™",
            "Ã©",
            "x".repeat(1_000) + " ");

    @Test
    @Timeout(900)
    void readingIsLinearInTheTextWithinASmallHeap() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileTextIT.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals("", said);
    }

    public static void main(String[] arguments) {
        PostingParser parser = PostingParser.standard();
        for (int i = 0; i < 4; i++) {
            for (String phrase : PHRASES) {
                microseconds(parser, text(phrase, PART / 8), TextFormat.MARKDOWN);
            }
        }
        List<String> repeated = new ArrayList<>(PHRASES);
        SIGNS.codePoints().forEach(sign -> repeated.add(Character.toString(sign)));
        for (String phrase : repeated) {
            for (TextFormat format : TextFormat.values()) {
                check(parser, phrase, format, MEGABYTE);
            }
        }
        Lexicon words = parser.lexicon();
        for (int id = 0; id < words.size(); id++) {
            // Names of skills are all found in the same way: some of them will do.
            if ((words.mask(id) & ~Trigger.SKILL.bit()) != 0 || id % 200 == 0) {
                check(parser, words.word(id) + " ", TextFormat.PLAIN, PART / 2);
                check(parser, words.word(id) + "\n", TextFormat.PLAIN, PART / 2);
                check(parser, "- " + words.word(id) + " 5, ", TextFormat.MARKDOWN, PART / 4);
            }
        }
        for (String phrase : List.of("London, Remote 5 ", "(", "- ", "/", "$5-", "(m/f/d) ", ",", "USA; ", "9", " ")) {
            String field = text(phrase, MEGABYTE);
            check(parser, phrase, "title", raw().title(field));
            check(parser, phrase, "header", raw().header(field));
            check(parser, phrase, "company", raw().company(field));
            check(parser, phrase, "address", raw().url("https://x.example/" + field));
            check(parser, phrase, "place", raw().places(List.of(new RawPlace(field, null, null, null))));
            check(parser, phrase, "places", raw().placeChips(Collections.nCopies(10_000, phrase)));
            check(parser, phrase, "pay", raw().pay(List.of(new RawPay(null, null, null, null, field))));
            check(parser, phrase, "types", raw().employmentTypes(List.of(field)));
            check(parser, phrase, "skills", raw().skills(List.of(field)));
            check(parser, phrase, "experience", raw().experience(field));
            check(parser, phrase, "date", raw().datePosted(field));
        }
    }

    private static RawPosting.Builder raw() {
        return RawPosting.of(SourceFormat.PLAIN_TEXT, "x", null).title("Baker");
    }

    private static void check(PostingParser parser, String phrase, String field, RawPosting.Builder raw) {
        long before = cpu();
        parser.parse(raw.build());
        long milliseconds = (cpu() - before) / 1_000;
        if (milliseconds > MOST_MILLISECONDS) {
            System.out.println(milliseconds + " ms for a " + field + " full of \"" + phrase + "\"");
        }
    }

    /** Reads a text that repeats a phrase; when that is dear, asks how the time grows. */
    private static void check(PostingParser parser, String phrase, TextFormat format, int length) {
        long time = microseconds(parser, text(phrase, length), format);
        if (time < Math.min(length, WHOLE) * DEAR && time < MOST_MILLISECONDS * 1_000L) {
            return;
        }
        String part = text(phrase, PART);
        String whole = text(phrase, WHOLE);
        long little = Math.min(microseconds(parser, part, format), microseconds(parser, part, format));
        long much = Math.min(microseconds(parser, whole, format), microseconds(parser, whole, format));
        if (much > little * GROWTH || much > MOST_MILLISECONDS * 1_000L) {
            System.out.printf(
                    "%s of \"%s\": %d µs for %d characters, %d µs for %d%n",
                    format, phrase.strip(), little, PART, much, WHOLE);
        }
    }

    private static long microseconds(PostingParser parser, String text, TextFormat format) {
        RawPosting raw = RawPosting.of(SourceFormat.PLAIN_TEXT, "x", null)
                .title("Baker")
                .description(text, format)
                .build();
        long before = cpu();
        parser.parse(raw);
        return cpu() - before;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000;
    }

    private static String text(String phrase, int length) {
        return phrase.repeat(length / phrase.length() + 1).substring(0, length);
    }
}
