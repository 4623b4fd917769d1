package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.PayStatement;
import io.jobmart.model.PersonalDatum;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Section;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import io.jobmart.text.Lexicon;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What must hold for the reading of any posting: texts of the words that wake readers, of signs, and of anything. */
class PostingPropertyTest {
    private static final String SEED = "20261121";
    private static final PostingParser PARSER = PostingParser.standard();

    private static List<String> words() {
        Lexicon lexicon = PARSER.lexicon();
        List<String> words = new ArrayList<>();
        for (int id = 0; id < lexicon.size(); id++) {
            words.add(lexicon.word(id));
        }
        return words;
    }

    @Provide
    Arbitrary<String> text() {
        Arbitrary<String> number = Arbitraries.oneOf(
                Arbitraries.of(
                        "5",
                        "5+",
                        "100,000",
                        "100.000,50",
                        "60k",
                        "1.5",
                        "0",
                        "12",
                        "2026",
                        "999999999999",
                        "3-5",
                        "01/02/2026",
                        "6–12",
                        "½"),
                Arbitraries.longs().greaterOrEqual(0).map(String::valueOf));
        Arbitrary<String> sign = Arbitraries.of(
                "$",
                "€",
                "£",
                "USD",
                "EUR",
                "Kč",
                "-",
                "–",
                "to",
                "/",
                "per",
                ",",
                ".",
                ":",
                ";",
                "(",
                ")",
                "\n",
                "\n\n",
                "\n- ",
                "\n* ",
                "\n# ",
                "**",
                "•",
                "·",
                "|",
                "<li>",
                "</li>",
                "<p>",
                "<b",
                "&amp;",
                "&#",
                "[",
                "](",
                "http://x.example/",
                "a@b.example",
                "+49 30 123456",
                "\t",
                "\u00a0",
                "\u200b",
                "â€™",
                "Ã©");
        Arbitrary<String> phrase = Arbitraries.of(
                "years of experience",
                "Requirements:",
                "Nice to have",
                "per hour",
                "a year",
                "Bachelor's degree",
                "or equivalent",
                "Berlin, Germany",
                "New York, NY",
                "Remote (US)",
                "full-time",
                "fluent English",
                "Location:",
                "Company: Crumb GmbH",
                "Salary:",
                "up to",
                "at least",
                "on behalf of",
                "five (5)",
                "18 months",
                "Jahre Berufserfahrung",
                "ans d'expérience",
                "años de experiencia");
        return Arbitraries.frequencyOf(
                        Tuple.of(6, Arbitraries.of(words())),
                        Tuple.of(4, number),
                        Tuple.of(4, sign),
                        Tuple.of(4, phrase),
                        Tuple.of(1, Arbitraries.strings().ofMaxLength(5)))
                .list()
                .ofMaxSize(50)
                .map(parts -> String.join(" ", parts));
    }

    @Provide
    Arbitrary<RawPosting> postings() {
        return Combinators.combine(
                        text(),
                        text().map(title -> title.substring(0, Math.min(80, title.length()))),
                        text().injectNull(0.5),
                        Arbitraries.of(TextFormat.class))
                .as((text, title, header, format) -> RawPosting.of(SourceFormat.JSON, "a.json", null)
                        .title(title)
                        .header(header)
                        .description(text, format)
                        .build());
    }

    @Property(seed = SEED)
    void whatIsReadPointsIntoTheTextIsInOrderAndIsReadAgain(@ForAll("postings") RawPosting raw) {
        Posting posting = PARSER.parse(raw);
        assertEquals(posting, PARSER.parse(raw));
        check(posting, posting);
        checkBounds(posting);
        for (Section section : posting.sections()) {
            assertTrue(
                    0 <= section.start()
                            && section.start() <= section.end()
                            && section.end() <= posting.text().length(),
                    section::toString);
        }
        for (PersonalDatum datum : posting.personalData()) {
            if (datum.field() != EvidenceField.MARKUP) {
                assertEquals(datum.words(), string(posting, datum.field()).substring(datum.start(), datum.end()));
            }
        }
    }

    /** Looks through all that was read for evidence, in records and in lists of records. */
    private static void check(Posting posting, Object value) {
        if (value instanceof Evidence evidence) {
            check(posting, evidence);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> check(posting, item));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                try {
                    check(posting, component.getAccessor().invoke(record));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void check(Posting posting, Evidence evidence) {
        assertTrue(evidence.ruleId().matches("[a-z]+(-[a-z]+)*\\.[a-z0-9._-]+"), evidence::toString);
        if (evidence.field() == EvidenceField.MARKUP) {
            assertTrue(evidence.start() == null && evidence.end() == null, evidence::toString);
        } else {
            String text = string(posting, evidence.field());
            assertTrue(
                    0 <= evidence.start() && evidence.start() < evidence.end() && evidence.end() <= text.length(),
                    () -> evidence + " of " + text.length());
        }
    }

    private static String string(Posting posting, EvidenceField field) {
        return switch (field) {
            case TITLE -> posting.title().raw();
            case HEADER -> posting.header();
            default -> posting.text();
        };
    }

    private static void checkBounds(Posting posting) {
        for (PayStatement pay : posting.pay()) {
            assertOrdered(pay.min(), pay.max(), pay);
            assertTrue(pay.min() != null || pay.max() != null || !pay.headline(), pay::toString);
        }
        assertTrue(posting.pay().stream().filter(PayStatement::headline).count() <= 1);
        for (ExperienceDemand years : posting.experience()) {
            assertOrdered(years.min(), years.max(), years);
        }
        assertTrue(posting.places().stream().filter(PlaceMention::primary).count() <= 1);
    }

    private static void assertOrdered(BigDecimal min, BigDecimal max, Object of) {
        assertTrue(min == null || min.signum() >= 0, of::toString);
        assertTrue(max == null || max.signum() >= 0, of::toString);
        assertTrue(min == null || max == null || min.compareTo(max) <= 0, of::toString);
    }
}
