package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.GrossNet;
import io.jobmart.model.Issue;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayStatement;
import io.jobmart.model.RawPay;
import io.jobmart.model.SectionKind;
import io.jobmart.model.ValueStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PayReaderTest {
    @TestFactory
    Stream<DynamicTest> readsPay() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PayReaderTest.class.getResourceAsStream("/cases/pay.tsv"), StandardCharsets.UTF_8))) {
            String line;
            while ((line = reader.readLine()) != null) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] fields = line.split("\t", -1);
                tests.add(DynamicTest.dynamicTest(
                        fields[0], () -> assertEquals(fields[4], read(fields[1], fields[2], fields[3]))));
            }
        }
        return tests.stream();
    }

    private static String read(String where, String country, String input) {
        String written = input.replace("\\n", "\n");
        PostingView view = switch (where) {
            case "chip" ->
                Postings.view(
                        Postings.raw().header("Acme · " + written).payChips(List.of(written)), "", SectionKind.GENERAL);
            case "title" -> Postings.view(Postings.raw().title(written), "", SectionKind.GENERAL);
            default -> Postings.text(written);
        };
        Pay pay = PayReader.read(view, country.equals("-") ? null : country);
        StringBuilder found = new StringBuilder(pay.status().name());
        String separator = " ";
        for (PayStatement statement : pay.statements()) {
            found.append(separator).append(show(statement));
            separator = "; ";
            String field = switch (statement.evidence().field()) {
                case HEADER -> view.raw().header();
                case TITLE -> view.raw().title();
                default -> view.text();
            };
            assertEquals(
                    statement.rawText(),
                    field.substring(
                            statement.evidence().start(), statement.evidence().end()));
        }
        return found.toString();
    }

    private static String show(PayStatement statement) {
        return (statement.headline() ? "!" : "")
                + (statement.kind() == PayKind.BASE ? "" : statement.kind() + " ")
                + (statement.currency() == null ? "-" : statement.currency())
                + " "
                + plain(statement.min())
                + ".."
                + plain(statement.max())
                + " "
                + (statement.periodInferred() ? "~" : "")
                + (statement.period() == null ? "-" : statement.period());
    }

    private static String plain(BigDecimal amount) {
        return amount == null
                ? ""
                : amount.stripTrailingZeros().scale() <= 0
                        ? amount.toBigInteger().toString()
                        : amount.toPlainString();
    }

    private static Pay structured(String country, RawPay... pay) {
        return PayReader.read(Postings.view(Postings.raw().pay(List.of(pay)), "", SectionKind.GENERAL), country);
    }

    @Test
    void aStructuredRangeIsTakenAsGiven() {
        Pay pay = structured("US", new RawPay("60000", "80000.00", "usd", "YEAR", null));
        assertEquals(ValueStatus.STRUCTURED, pay.status());
        assertEquals("!USD 60000..80000 YEAR", show(pay.statements().get(0)));
        assertEquals(EvidenceField.MARKUP, pay.statements().get(0).evidence().field());
    }

    @Test
    void anAmountAloneBelowAHeadingOfPayIsPay() {
        String text = "ANNUAL SALARY\n\n$99,347 (flat-rated)\n\nBake.";
        Pay pay = PayReader.read(Postings.view(Postings.raw(), text, SectionKind.PAY), "US");
        assertEquals("!USD 99347..99347 ~YEAR", show(pay.statements().get(0)));
        assertEquals(
                ValueStatus.NOT_STATED,
                PayReader.read(Postings.text(text), "US").status());
    }

    @Test
    void aStructuredZeroIsAbsent() {
        assertEquals(
                ValueStatus.NOT_STATED,
                structured("US", new RawPay("0.0", "0.00", "USD", "PA", null)).status());
        assertEquals(
                "!EUR 40000.. YEAR",
                show(structured("DE", new RawPay("40000", "0", "EUR", "yearly", null))
                        .statements()
                        .get(0)));
    }

    @Test
    void aStructuredNumberWithoutCurrencyTakesThatOfItsCountryAndSaysSo() {
        PostingView view = Postings.view(
                Postings.raw().pay(List.of(new RawPay("100000", "100000", null, null, null))), "", SectionKind.GENERAL);
        Pay pay = PayReader.read(view, "GB");
        assertEquals("!GBP 100000..100000 ~YEAR", show(pay.statements().get(0)));
        assertTrue(view.issues().stream().anyMatch(issue -> issue.issue() == Issue.SALARY_CURRENCY_INFERRED));
        assertTrue(view.issues().stream().anyMatch(issue -> issue.issue() == Issue.SALARY_PERIOD_INFERRED));
    }

    @Test
    void aStructuredTextIsReadLikeAChip() {
        Pay pay = structured("US", new RawPay(null, null, null, null, "$60,000 - $80,000 a year"));
        assertEquals("!USD 60000..80000 YEAR", show(pay.statements().get(0)));
    }

    @Test
    void aHeaderThatCutsTheTextIsKeptAndTheTextIsTheHeadline() {
        PostingView view = Postings.view(
                Postings.raw().header("Acme · USD 156k~234k").payChips(List.of("USD 156k~234k")),
                "The base salary range is $156,500.00 - $234,500.00.",
                SectionKind.PAY);
        Pay pay = PayReader.read(view, "US");
        assertEquals(ValueStatus.PARSED, pay.status());
        assertEquals("USD 156000..234000 ~YEAR", show(pay.statements().get(0)));
        assertEquals("!USD 156500..234500 ~YEAR", show(pay.statements().get(1)));
    }

    @Test
    void aHeaderThatIsTheTextRoundedIsNoStatementOfItsOwn() {
        PostingView view = Postings.view(
                Postings.raw().header("Acme · USD 121k~155k").payChips(List.of("USD 121k~155k")),
                "The base salary range is $121,400 - $154,600.",
                SectionKind.PAY);
        Pay pay = PayReader.read(view, "US");
        assertEquals(1, pay.statements().size());
        assertEquals("!USD 121400..154600 ~YEAR", show(pay.statements().get(0)));
        assertTrue(view.issues().stream()
                .anyMatch(issue ->
                        issue.issue() == Issue.SALARY_ROUNDED && issue.detail().equals("USD 121k~155k")));
    }

    @Test
    void aHeaderThatDisagreesWithTheTextIsAConflict() {
        PostingView view = Postings.view(
                Postings.raw().header("Acme · $60,000 - $70,000").payChips(List.of("$60,000 - $70,000")),
                "The salary range is $150,000 - $180,000 per year.",
                SectionKind.PAY);
        Pay pay = PayReader.read(view, "US");
        assertEquals(ValueStatus.CONFLICT, pay.status());
        assertEquals(2, pay.statements().size());
        assertTrue(view.issues().stream().anyMatch(issue -> issue.issue() == Issue.SALARY_CONFLICT));
    }

    @Test
    void theSameStatementTwiceIsOneAndTheStatedPeriodWins() {
        PostingView view = Postings.text("Salary: $100,000 - $120,000\nThe pay range is $100,000 - $120,000 per year.");
        Pay pay = PayReader.read(view, "US");
        assertEquals(1, pay.statements().size());
        assertEquals("!USD 100000..120000 YEAR", show(pay.statements().get(0)));
    }

    @Test
    void grossAndNetAreKept() {
        Pay pay = PayReader.read(Postings.text("Salary: 4.000 - 5.000 EUR netto per month"), "DE");
        assertEquals(GrossNet.NET, pay.statements().get(0).grossNet());
    }

    @Test
    void swappedBoundsAreReported() {
        PostingView view = Postings.text("Salary: $90,000 - $70,000");
        PayReader.read(view, "US");
        assertTrue(view.issues().stream().anyMatch(issue -> issue.issue() == Issue.SALARY_MIN_MAX_SWAPPED));
    }

    @Test
    void aTextOfNothingButAmountsStaysLinear() {
        String hostile = "between $1,000 and ".repeat(40_000);
        String digits = "1,000,".repeat(100_000) + "$".repeat(100_000) + "9".repeat(200_000);
        assertTimeout(Duration.ofSeconds(60), () -> {
            PayReader.read(Postings.text(hostile), "US");
            PayReader.read(Postings.text(digits), "US");
        });
    }
}
