package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Issue;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.PayStatement;
import io.jobmart.model.ValueStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The statements of one posting while they are gathered, and what they say together. */
final class PayStatements {
    static final int MAX_STATEMENTS = 24;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HALF = BigDecimal.valueOf(500);

    private final PostingView view;
    private final String country;
    private final List<PayStatement> statements = new ArrayList<>();
    private boolean withoutValue;
    private boolean unparsed;

    PayStatements(PostingView view, String country) {
        this.view = view;
        this.country = country;
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    boolean withoutValue() {
        return withoutValue;
    }

    /** Pay is spoken of without a value. */
    void addWithoutValue() {
        withoutValue = true;
    }

    /** Pay is stated in a way that was not understood. */
    void addUnparsed() {
        unparsed = true;
    }

    void add(PayRange range, PayKind kind, ValueStatus status, String written, Evidence evidence) {
        String currency = range.currency();
        ValueStatus kept = status;
        if (Currencies.isShared(currency)) {
            if (!Currencies.certain(currency, country)) {
                view.issue(Issue.SALARY_CURRENCY_INFERRED, written);
            }
            currency = Currencies.resolve(currency, country);
        } else if (currency == null && status != ValueStatus.UNPARSED) {
            currency = Currencies.ofCountry(country);
            if (currency != null) {
                view.issue(Issue.SALARY_CURRENCY_INFERRED, written);
            }
        }
        PayPeriod period = range.period();
        boolean inferred = false;
        int floor = Currencies.yearFloor(currency);
        if (period == null
                && floor > 0
                && kind != PayKind.BONUS
                && kind != PayKind.EQUITY
                && range.low() >= floor * 100L) {
            period = PayPeriod.YEAR;
            inferred = true;
            view.issue(Issue.SALARY_PERIOD_INFERRED, written);
        }
        if (range.swapped()) {
            view.issue(Issue.SALARY_MIN_MAX_SWAPPED, written);
        }
        BigDecimal min = range.min() < 0 ? null : BigDecimal.valueOf(range.min(), 2);
        BigDecimal max = range.max() < 0 ? null : BigDecimal.valueOf(range.max(), 2);
        if (floor > 0
                && period != null
                && kind != PayKind.BONUS
                && kind != PayKind.EQUITY
                && kind != PayKind.COMMISSION) {
            double low = range.low() / 100.0 * period.annualFactor().intValue();
            double high = range.high() / 100.0 * period.annualFactor().intValue();
            if (high < floor * 0.15 || low >= floor * 200.0) {
                view.issue(Issue.SALARY_UNLIKELY, written);
                kept = ValueStatus.UNPARSED;
            }
        }
        if (floor > 0 && period == null && kind == PayKind.BASE && range.high() < 500) {
            // "USD $1~$1": a form that had to be filled in.
            view.issue(Issue.SALARY_UNLIKELY, written);
            kept = ValueStatus.UNPARSED;
        }
        PayStatement statement = new PayStatement(
                kind, currency, period, inferred, min, max, range.grossNet(), false, kept, written, evidence);
        for (int i = 0; i < statements.size(); i++) {
            PayStatement other = statements.get(i);
            if (same(other, statement)) {
                if (other.status() != ValueStatus.STRUCTURED
                        && (other.period() == null || other.periodInferred())
                        && statement.period() != null
                        && !statement.periodInferred()) {
                    statements.set(i, statement);
                } else if (other.status() == ValueStatus.UNPARSED && kept != ValueStatus.UNPARSED) {
                    statements.set(i, statement);
                }
                return;
            }
        }
        if (evidence.field() == EvidenceField.TEXT && kept != ValueStatus.UNPARSED) {
            for (int i = 0; i < statements.size(); i++) {
                PayStatement header = statements.get(i);
                if (header.evidence().field() == EvidenceField.HEADER && isRounded(header, statement)) {
                    // The chip says the same less exactly: kept as an issue, and one statement.
                    view.issue(Issue.SALARY_ROUNDED, header.rawText());
                    statements.set(i, statement);
                    return;
                }
            }
        }
        if (statements.size() == MAX_STATEMENTS) {
            view.issue(Issue.VALUES_TRUNCATED, "salary");
            return;
        }
        if (statements.size() < MAX_STATEMENTS) {
            statements.add(statement);
        }
    }

    private static boolean same(PayStatement a, PayStatement b) {
        return equal(a.min(), b.min())
                && equal(a.max(), b.max())
                && a.kind() == b.kind()
                && (a.currency() == null || b.currency() == null || a.currency().equals(b.currency()))
                && (a.period() == null || b.period() == null || a.period() == b.period());
    }

    private static boolean equal(BigDecimal a, BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }

    Pay pay() {
        Pay pay = conclude();
        return new Pay(
                pay.status(),
                pay.statements().stream()
                        .map(statement ->
                                statement.status() == ValueStatus.UNPARSED ? wordsAlone(statement) : statement)
                        .toList());
    }

    /** What was stated and not understood is kept as written; numbers of unknown meaning are not published. */
    private static PayStatement wordsAlone(PayStatement statement) {
        return new PayStatement(
                statement.kind(),
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                ValueStatus.UNPARSED,
                statement.rawText(),
                statement.evidence());
    }

    private Pay conclude() {
        int headline = -1;
        for (int i = 0; i < statements.size(); i++) {
            if (rank(statements.get(i)) > 0
                    && (headline < 0 || rank(statements.get(i)) > rank(statements.get(headline)))) {
                headline = i;
            }
        }
        if (headline < 0) {
            boolean unread = unparsed || !statements.isEmpty();
            if (unread) {
                view.issue(
                        Issue.SALARY_UNPARSED,
                        statements.isEmpty() ? null : statements.get(0).rawText());
            }
            return new Pay(
                    unread
                            ? ValueStatus.UNPARSED
                            : withoutValue ? ValueStatus.STATED_WITHOUT_VALUE : ValueStatus.NOT_STATED,
                    List.copyOf(statements));
        }
        // A header that rounds the text ("156k~234k" of 156,500 - 234,500): the text says it better.
        PayStatement best = statements.get(headline);
        if (best.evidence().field() == EvidenceField.HEADER) {
            for (int i = 0; i < statements.size(); i++) {
                if (i != headline && rank(statements.get(i)) > 0 && rounds(best, statements.get(i))) {
                    headline = i;
                    break;
                }
            }
        }
        ValueStatus status = statements.get(headline).status();
        PayStatement outer = best;
        if (best.evidence().field() == EvidenceField.HEADER || best.evidence().field() == EvidenceField.MARKUP) {
            boolean agreed = false;
            boolean disagreed = false;
            for (PayStatement other : statements) {
                if (other.evidence().field() == EvidenceField.TEXT
                        && other.kind() == outer.kind()
                        && rank(other) > 0
                        && other.period() == outer.period()
                        && other.currency().equals(outer.currency())) {
                    if (overlaps(outer, other)) {
                        agreed = true;
                    } else {
                        disagreed = true;
                    }
                }
            }
            if (disagreed && !agreed) {
                status = ValueStatus.CONFLICT;
                view.issue(Issue.SALARY_CONFLICT, outer.rawText());
                if (best.evidence().field() == EvidenceField.HEADER) {
                    // The header is the job board's, the text the employer's own.
                    headline = firstInText(outer);
                }
            }
        }
        statements.set(headline, statements.get(headline).withHeadline(true));
        return new Pay(status, List.copyOf(statements));
    }

    private int firstInText(PayStatement like) {
        for (int i = 0; i < statements.size(); i++) {
            PayStatement other = statements.get(i);
            if (other.evidence().field() == EvidenceField.TEXT
                    && other.kind() == like.kind()
                    && rank(other) > 0
                    && other.period() == like.period()) {
                return i;
            }
        }
        return statements.indexOf(like);
    }

    /** How well a statement may stand for the posting; 0 when it may not. */
    private static int rank(PayStatement statement) {
        if (statement.status() == ValueStatus.UNPARSED || statement.currency() == null) {
            return 0;
        }
        int kind = switch (statement.kind()) {
            case BASE -> 8;
            case OTE -> 4;
            default -> 0;
        };
        if (kind == 0) {
            return 0;
        }
        return kind + (statement.status() == ValueStatus.STRUCTURED ? 2 : 0) + (statement.period() != null ? 1 : 0);
    }

    /**
     * Whether a header's range in whole thousands is the text's, rounded: "140k~175k" of 140,300 - 175,300. A number
     * rounded to thousands is less than 500 off; "156k" is not 156,500 rounded but cut, and stays a statement beside it.
     */
    private static boolean isRounded(PayStatement header, PayStatement text) {
        return header.status() == ValueStatus.PARSED
                && header.kind() == text.kind()
                && text.currency() != null
                && text.currency().equals(header.currency())
                && header.period() == text.period()
                && isRounded(header.min(), text.min())
                && isRounded(header.max(), text.max());
    }

    private static boolean isRounded(BigDecimal rounded, BigDecimal exact) {
        return rounded != null
                && exact != null
                && rounded.remainder(THOUSAND).signum() == 0
                && rounded.compareTo(THOUSAND.multiply(BigDecimal.TEN)) > 0
                && rounded.subtract(exact).abs().compareTo(HALF) < 0;
    }

    /** Whether both ends of a header's range are those of another one cut or rounded to thousands. */
    private static boolean rounds(PayStatement header, PayStatement text) {
        return header.kind() == text.kind()
                && header.currency().equals(text.currency())
                && near(header.min(), text.min())
                && near(header.max(), text.max());
    }

    private static boolean near(BigDecimal rounded, BigDecimal exact) {
        return rounded != null
                && exact != null
                && rounded.subtract(exact).abs().compareTo(BigDecimal.valueOf(1000)) < 0
                && rounded.compareTo(exact) != 0;
    }

    private static boolean overlaps(PayStatement a, PayStatement b) {
        BigDecimal aMin = a.min() == null ? BigDecimal.ZERO : a.min();
        BigDecimal bMin = b.min() == null ? BigDecimal.ZERO : b.min();
        return (a.max() == null || a.max().compareTo(bMin) >= 0)
                && (b.max() == null || b.max().compareTo(aMin) >= 0);
    }
}
