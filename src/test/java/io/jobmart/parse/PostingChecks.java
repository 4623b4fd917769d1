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
import io.jobmart.model.Section;
import io.jobmart.privacy.PersonalData;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;

/** What must hold for the reading of any posting, whatever its text is. */
public final class PostingChecks {
    private PostingChecks() {}

    /** Evidence lies within its text, ranges are in their order, and masking keeps the length. */
    public static void assertSound(Posting posting) {
        check(posting, posting);
        checkBounds(posting);
        int end = 0;
        for (Section section : posting.sections()) {
            assertTrue(end <= section.start() && section.start() <= section.end(), section::toString);
            end = section.end();
        }
        assertTrue(end <= posting.text().length());
        for (PersonalDatum datum : posting.personalData()) {
            if (datum.field() != EvidenceField.MARKUP) {
                assertEquals(datum.words(), string(posting, datum.field()).substring(datum.start(), datum.end()));
            }
        }
        for (PersonalData choice : PersonalData.values()) {
            String published = choice.text(posting.text(), posting.personalData(), EvidenceField.TEXT);
            assertEquals(posting.text().length(), published.length(), choice::toString);
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
            assertTrue(evidence.start() != null && evidence.end() != null, evidence::toString);
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
