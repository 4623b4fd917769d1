package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import io.jobmart.text.Lexicon;
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
        PostingChecks.assertSound(posting);
    }
}
