package io.jobmart.pipeline;

import io.jobmart.model.Posting;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.parse.ReadingCost;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** Parses the records of one task. Every record that is read gives one row. */
final class Readings {
    /** Amounts from here on do not fit their column once they are taken for a year. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1e12");

    private final RecordParser parser;

    Readings(RecordParser parser) {
        this.parser = parser;
    }

    ParsedRecord parse(ReadRecord record) {
        RawPosting raw = record.raw();
        if (raw == null) {
            return record.rejected(record.rejection());
        }
        long cost = ReadingCost.of(raw);
        if (cost > ReadingCost.LIMIT) {
            return record.rejected(Rejection.of(
                    record.sourceFile(),
                    raw.sourceRecord(),
                    QuarantineReason.TOO_EXPENSIVE,
                    "Reading it would cost " + cost + "; the limit is " + ReadingCost.LIMIT,
                    raw.title()));
        }
        try {
            Posting posting = parser.parse(raw);
            requireAmountsThatFit(posting);
            return record.parsed(posting);
        } catch (RuntimeException | StackOverflowError e) {
            // One posting that the rules did not foresee must not keep the others out of the warehouse.
            StackTraceElement[] trace = e.getStackTrace();
            return record.rejected(Rejection.of(
                    record.sourceFile(),
                    raw.sourceRecord(),
                    QuarantineReason.PARSER_FAILURE,
                    e + (trace.length == 0 ? "" : " at " + trace[0]),
                    raw.title() == null ? raw.description() : raw.title() + "\n" + raw.description()));
        }
    }

    private static void requireAmountsThatFit(Posting posting) {
        Stream<BigDecimal> pay =
                posting.pay() == null ? Stream.of() : posting.pay().stream().flatMap(p -> Stream.of(p.min(), p.max()));
        Stream<BigDecimal> years = posting.experience() == null
                ? Stream.of()
                : posting.experience().stream().flatMap(e -> Stream.of(e.min(), e.max()));
        Stream.concat(pay, years)
                .filter(amount -> amount != null && amount.abs().compareTo(TOO_LARGE) >= 0)
                .findFirst()
                .ifPresent(amount -> {
                    throw new IllegalStateException("The amount " + amount + " is none");
                });
    }
}
