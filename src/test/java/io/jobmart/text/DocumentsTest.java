package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.TextFormat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentsTest {
    @Test
    void htmlBecomesBlocksWithoutTags() {
        Document document = Documents.of(
                "<h2>Your job</h2><p>We build <b>maps</b>.<br>Daily.</p><ul><li>Write code</li><li><p>Test it</p></li></ul>"
                        + "<script>alert(1)</script><style>p{}</style>",
                TextFormat.HTML);
        assertEquals("Your job\n\nWe build maps.\nDaily.\n\n- Write code\n- Test it", document.text());
        assertBlocks(
                document,
                "HEADING 2 Your job",
                "PARAGRAPH 0 We build maps.",
                "PARAGRAPH 0 Daily.",
                "ITEM 1 Write code",
                "ITEM 1 Test it");
    }

    @Test
    void htmlThatIsEscapedSeveralTimesIsUnescaped() {
        String html = "<p>Research &amp; development</p><ul><li>C++</li></ul>";
        String once = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String twice = once.replace("&", "&amp;");
        String thrice = twice.replace("&", "&amp;");
        String expected = "Research & development\n\n- C++";
        for (String form : List.of(html, once, twice, thrice)) {
            assertEquals(expected, Documents.of(form, TextFormat.HTML).text(), form);
        }
    }

    @Test
    void aTagThatATextSpeaksOfStaysText() {
        assertEquals(
                "You know what a <div> is.",
                Documents.of("<p>You know what a &lt;div&gt; is.</p>", TextFormat.HTML)
                        .text());
    }

    @Test
    void tablesAreReadByRows() {
        Document document = Documents.of(
                "<table><tr><th>Place</th><td>Oslo</td></tr><tr><th>Hours</th><td>40</td></tr></table>",
                TextFormat.HTML);
        assertEquals("Place | Oslo\nHours | 40", document.text());
    }

    @Test
    void theBoldBeginningOfABlockIsKnown() {
        Document document = Documents.of(
                "<p><strong>Location:</strong> Oslo</p><p><b>Your profile</b>:</p><p>not <b>bold</b></p>",
                TextFormat.HTML);
        Block runIn = document.blocks().get(0);
        assertEquals("Location:", document.text().substring(runIn.start(), runIn.strongEnd()));
        assertTrue(document.blocks().get(1).strong());
        assertEquals(document.blocks().get(2).start(), document.blocks().get(2).strongEnd());
    }

    @Test
    void markdownOfCrawlersIsReadForWhatWasMeant() {
        Document document = Documents.of("""
                ##\s\s
                **Team:**

                Platform Group

                 _ **General Summary:**_

                We use snake_case and `C#` at [Example](https://example.org/a_b_(c)), 4 * 5 times.

                 **Must have:

                  * A degree
                    * or equal
                  * **Java:** five years

                **

                • Typed bullet\s\s
                · Another

                1. First
                2\\. Second

                1\\. Third &amp; last
                """, TextFormat.MARKDOWN);
        assertBlocks(
                document,
                "HEADING 2 Team:",
                "PARAGRAPH 0 Platform Group",
                "PARAGRAPH 0 General Summary:",
                "PARAGRAPH 0 We use snake_case and C# at Example, 4 * 5 times.",
                "PARAGRAPH 0 Must have:",
                "ITEM 1 A degree",
                "ITEM 2 or equal",
                "ITEM 1 Java: five years",
                "ITEM 1 Typed bullet",
                "ITEM 1 Another",
                "ITEM 1 First",
                "ITEM 1 Second",
                "ITEM 1 Third & last");
        assertTrue(document.blocks().get(2).strong());
        assertTrue(document.blocks().get(4).strong());
        assertTrue(document.text().contains("- A degree\n  - or equal\n- Java: five years"), document.text());
        assertTrue(document.text().contains("1. First"), document.text());
    }

    @Test
    void plainTextStaysAsItIs() {
        String text = "Your tasks:\r\n\r\n  •  Write code\r\n - Test it\r\n3) Ship it\r\n\t5+ years of Java";
        Document document = Documents.of(text, TextFormat.PLAIN);
        assertSame(text, document.text());
        assertBlocks(
                document,
                "PARAGRAPH 0 Your tasks:",
                "ITEM 1 Write code",
                "ITEM 1 Test it",
                "ITEM 1 Ship it",
                "PARAGRAPH 0 5+ years of Java");
    }

    @Test
    void linesOfWrappedTextBelongTogether() {
        String text = """
                You will work with a small group of people on the systems that plan the
                routes of our Lorries, and you will see the results of your work on the
                road within Days. You have worked for at least three years with Java or
                Kotlin, you know SQL well, and you like to talk with the people who use
                what you build. We meet twice a year in the mountains near Innsbruck to
                plan, cook and walk.
                """;
        assertEquals(1, Documents.of(text, TextFormat.PLAIN).blocks().size());
    }

    @Test
    void aFlattenedListIsCutWithoutChangingTheText() {
        String text = "You will join a friendly group of people. Qualifications - Five years of Java - A degree in"
                + " mathematics - Good English We care. We are an equal opportunity employer.";
        Document document = Documents.of(text, TextFormat.PLAIN);
        assertSame(text, document.text());
        assertBlocks(
                document,
                "PARAGRAPH 0 You will join a friendly group of people.",
                "PARAGRAPH 0 Qualifications",
                "ITEM 1 Five years of Java",
                "ITEM 1 A degree in mathematics",
                "ITEM 1 Good English We care.",
                "PARAGRAPH 0 We are an equal opportunity employer.");
    }

    @Test
    void linesThatWereGluedAreCut() {
        String text =
                "Position: Junior Boat BuilderLocation: Porto, PTDuration: 6 monthsWe build boats of wood and sail"
                        + " them.Key Responsibilities:Plan the hull of every boat we sellKeep the yard in orderQualifications"
                        + "Strong skills in carpentryMust be able to lift 20 kgKnowledge of tar and ropes0-5 years at sea";
        Document document = Documents.of(text, TextFormat.PLAIN);
        assertSame(text, document.text());
        assertBlocks(
                document,
                "PARAGRAPH 0 Position: Junior Boat Builder",
                "PARAGRAPH 0 Location: Porto, PT",
                "PARAGRAPH 0 Duration: 6 months",
                "PARAGRAPH 0 We build boats of wood and sail them.",
                "PARAGRAPH 0 Key Responsibilities:Plan the hull of every boat we sell",
                "PARAGRAPH 0 Keep the yard in order",
                "PARAGRAPH 0 Qualifications",
                "PARAGRAPH 0 Strong skills in carpentry",
                "PARAGRAPH 0 Must be able to lift 20 kg",
                "PARAGRAPH 0 Knowledge of tar and ropes",
                "PARAGRAPH 0 0-5 years at sea");
    }

    @Test
    void aNumberedListIsCut() {
        String text = "What the yard needs most of all: 1. Carpenters for hulls (oak, pine) 2. Sailmakers of any age 3."
                + " Painters with a steady hand, from version 3.5 on";
        assertBlocks(
                Documents.of(text, TextFormat.PLAIN),
                "PARAGRAPH 0 What the yard needs most of all:",
                "ITEM 1 Carpenters for hulls (oak, pine)",
                "ITEM 1 Sailmakers of any age",
                "ITEM 1 Painters with a steady hand, from version 3.5 on");
    }

    @Test
    void aSentenceThatLeadsToDemandsIsTheirHeading() {
        String text = "We build boats in a yard by the sea, and have done so for as long as anybody here remembers. To"
                + " qualify for our yard, you should possess the following: A steady hand Knowledge of tar and ropes"
                + " Patience with customers who know boats better than we do, or think so";
        assertBlocks(
                Documents.of(text, TextFormat.PLAIN),
                "PARAGRAPH 0 We build boats in a yard by the sea, and have done so for as long as anybody here"
                        + " remembers.",
                "PARAGRAPH 0 To qualify for our yard, you should possess the following:",
                "PARAGRAPH 0 A steady hand Knowledge of tar and ropes Patience with customers who know boats better than"
                        + " we do, or think so");
    }

    @Test
    void namesWithCapitalsWithinAreNotCut() {
        String text = "We write JavaScript and TypeScript on an iPhone, keep it on GitHub, run it with OpenStack and"
                + " jQuery, sell through eBay, model in powerPoint and javaScript, and call setTimeout(fooBar) or"
                + " mail ann@lakesideBoats.example and see https://lakeside.example/boatYard/allBoats for more.";
        assertEquals(1, Documents.of(text, TextFormat.PLAIN).blocks().size());
    }

    @Test
    void aFlattenedListInSmallLettersIsCutWhereItsItemsBeginAsDemandsDo() {
        String text = "3+ years of work with survey data - experience with R or SAS - knowledge of sampling methods,"
                + " ideally in practice - curious and patient - familiarity with maps";
        Document document = Documents.of(text, TextFormat.PLAIN);
        assertEquals(5, document.blocks().size());
        assertEquals(text, document.text());
        String prose =
                "Our tools - built by a small team - are used daily, and your experience - whatever it is - counts"
                        + " for a lot here, since knowledge grows when it is shared - always.";
        assertEquals(1, Documents.of(prose, TextFormat.PLAIN).blocks().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    5 | Welder for barns. -Experience with arc welding and gas welding -2-4 years in a yard of ships -Knowledge of drawings -Able to travel in the summer
                    4 | Degree in botany or a related field of study.-Several years in a garden with trees.-Skills in pruning and grafting.-Good with children
                    4 | What the job asks for+ Strong knowledge of bees and hives+ Honey of all sorts (acacia, lime)+ Driving with a trailer on ice
                    3 | bull Keeps the accounts of a farm and its shop bull Reads the maps of the land bull Speaks with the neighbours daily
                    4 | Tools and trades: o Lathes of every size and make o Mills and other machines o Drawings on paper, and on screens
                    4 | The job asks for 1) 10+ years of sailing in all weathers2) 5+ years as a mate on a schooner 3) Swimming across a harbour
                    3 | Degree in chemistry (or the like)*Proven work with solvents and acids*Extensive travel by rail in the winter
                    1 | Base + Bonus + Shares + Lunch + Gym + Bus make up what we pay you each month of the year, and we pay it on time.
                    1 | Our back-End and front-End teams work self-Driven in a co-Working space and write in C++ Builder, as well as in other things.
                    1 | We go to Rome in May, to Oslo in June and o Porto no Outono, and nobody has to go who does not like to, of course not.
                    1 | Rooms (A) and (B) 1) are warm, and the meeting with Mr. X is at 4) or later, whatever the clock in the hall may say.
                    """)
    void bulletsWithinAParagraphAreFoundAsTheyAreLeft(int blocks, String text) {
        Document document = Documents.of(text, TextFormat.PLAIN);
        assertEquals(blocks, document.blocks().size(), document::toString);
        assertEquals(text, document.text());
    }

    @Test
    void aNameWithCapitalsInsideIsNotCut() {
        String text =
                "You know Docker, its security and the rest, or learn them fast. Experience in Linux and Azure DevOps"
                        + " or other clouds will help you. Experience in Java and PostgreSQL or other databases will help, too.";
        for (Block block : Documents.of(text, TextFormat.PLAIN).blocks()) {
            assertTrue(
                    block.start() == 0 || !Character.isLetter(text.charAt(block.start() - 1)),
                    text.substring(block.start(), block.end()));
        }
    }

    @Test
    void aHeadingThatIsGluedToAnItemIsCutOff() {
        String text =
                "• Five years of Perl and UNIXWhat's in it for you • Lunch on Fridays • A desk (of oak)What we offer"
                        + " • Two weeks of sailing RESPONSIBILITIES • Answer the telephone";
        assertBlocks(
                Documents.of(text, TextFormat.PLAIN),
                "ITEM 1 Five years of Perl and UNIX",
                "PARAGRAPH 0 What's in it for you",
                "ITEM 1 Lunch on Fridays",
                "ITEM 1 A desk (of oak)",
                "PARAGRAPH 0 What we offer",
                "ITEM 1 Two weeks of sailing",
                "PARAGRAPH 0 RESPONSIBILITIES",
                "ITEM 1 Answer the telephone");
    }

    @Test
    void dashesOfProseMakeNoList() {
        String text = "Our work - and we mean it - is fun. We ship every day - sometimes twice - and we never look back"
                + " in anger, because that helps nobody.";
        assertEquals(1, Documents.of(text, TextFormat.PLAIN).blocks().size());
    }

    @Test
    void itemsMarkedAsHeadingsAreItems() {
        Document document =
                Documents.of("### Skills\n\n### \\- Kotlin\n\n### • Helm\n\n### Tests in Java;\n", TextFormat.MARKDOWN);
        assertEquals(
                List.of(BlockKind.HEADING, BlockKind.ITEM, BlockKind.ITEM, BlockKind.ITEM),
                document.blocks().stream().map(Block::kind).toList());
        assertEquals(
                "Skills\n\n- Kotlin\n- Helm\n- Tests in Java;", document.text().strip());
    }

    @Test
    void headingsWithinAParagraphAreCutOut() {
        String text = "We plan routes for lorries all over the north and have done so for many years now with success."
                + " What You Will Do You will build the planner that our drivers rely on each and every day of the year."
                + " Minimum Qualifications Three years of Java and a degree.";
        assertBlocks(
                Documents.of(text, TextFormat.PLAIN),
                "PARAGRAPH 0 We plan routes for lorries all over the north and have done so for many years now with"
                        + " success.",
                "PARAGRAPH 0 What You Will Do",
                "PARAGRAPH 0 You will build the planner that our drivers rely on each and every day of the year.",
                "PARAGRAPH 0 Minimum Qualifications",
                "PARAGRAPH 0 Three years of Java and a degree.");
    }

    @Test
    void nothingIsTheEmptyDocument() {
        assertSame(Document.EMPTY, Documents.of(null, TextFormat.HTML));
        assertSame(Document.EMPTY, Documents.of(" \n", TextFormat.MARKDOWN));
        assertEquals(List.of(), Documents.of("<p> </p>", TextFormat.HTML).blocks());
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void hostileTextTakesLinearTime(TextFormat format) {
        for (String part : List.of(
                "[", "[a](", "<b", "<div>", "**", "_a", "&amp;", "- ", "* x\n", "[\n", " - A", "<\n", "`", "]")) {
            String text = part.repeat(300_000 / part.length());
            assertTimeout(Duration.ofSeconds(60), () -> Documents.of(text, format), part);
        }
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void blocksLieInOrderWithinTheText(TextFormat format) {
        String text =
                "<h1>A</h1>\n# B\n\n* c\n  * **d** e\n\n<ul><li>f<ul><li>g</li></ul></li></ul>• h • i • j\n\n💰 k";
        Document document = Documents.of(text, format);
        int at = 0;
        for (Block block : document.blocks()) {
            assertTrue(block.start() >= at && block.end() > block.start(), block.toString());
            assertTrue(block.strongEnd() >= block.start() && block.strongEnd() <= block.end(), block.toString());
            at = block.end();
        }
        assertTrue(at <= document.text().length());
    }

    private static void assertBlocks(Document document, String... expected) {
        List<String> found = document.blocks().stream()
                .map(block -> block.kind() + " " + block.level() + " " + document.text(block))
                .toList();
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }
}
