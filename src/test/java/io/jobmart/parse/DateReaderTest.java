package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.jobmart.model.Issue;
import io.jobmart.model.SectionKind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2024-05-01 | 2024-05-01
                    2024-05-01T23:59:59.123+09:00 | 2024-05-01
                    2024-05-01T00:00:00.000Z | 2024-05-01
                    2024-05-01 10:00:00 UTC | 2024-05-01
                    2024/5/1 | 2024-05-01
                    20240501 | 2024-05-01
                    Wed, 01 May 2024 23:30:00 -0800 | 2024-05-01
                    1714521600 | 2024-05-01
                    1714521600000 | 2024-05-01
                    May 1, 2024 | 2024-05-01
                    1. Mai 2024 | 2024-05-01
                    1er mai 2024 |
                    13/02/2024 | 2024-02-13
                    02/13/2024 | 2024-02-13
                    """)
    void structuredDatesAreTheDayAsWritten(String value, LocalDate expected) {
        PostingView view = Postings.view(Postings.raw().datePosted(value), "", SectionKind.GENERAL);
        assertEquals(expected, DateReader.read(view).posted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00",
                "3 days ago",
                "today",
                "1970-01-01",
                "2199-01-01",
                "2024-13-01",
                "02/03/2024",
                "0",
                "n/a",
                "2023-02-29"
            })
    void whatIsNoDateIsNullAndReported(String value) {
        PostingView view = Postings.view(Postings.raw().datePosted(value), "", SectionKind.GENERAL);
        assertNull(DateReader.read(view).posted());
        assertEquals(Issue.DATE_INVALID, view.issues().get(0).issue());
    }

    @ParameterizedTest
    @CsvSource({
        "3 days ago,2024-05-28",
        "Posted 3 Days Ago,2024-05-28",
        "posted yesterday,2024-05-30",
        "Just posted,2024-05-31",
        "5 hours ago,2024-05-31",
        "20 minutes ago,2024-05-31",
        "2 weeks ago,2024-05-17",
        "a month ago,2024-04-30",
        "vor 3 Tagen,2024-05-28",
        "vor 5 Stunden,2024-05-31",
        "vor einem Monat,2024-04-30",
        "il y a 2 semaines,2024-05-17",
        "hace 3 días,2024-05-28",
        "há 1 mês,2024-04-30",
        "30+ days ago,",
        "Posted 30+ Days Ago,",
        "days ago,",
        "soon,",
    })
    void aRelativeDayCountsFromTheDayOfTheCapture(String value, LocalDate expected) {
        PostingView view = Postings.view(
                Postings.raw().datePosted(value).captured(LocalDate.of(2024, 5, 31)), "", SectionKind.GENERAL);
        assertEquals(expected, DateReader.read(view).posted());
        assertEquals(expected == null, !view.issues().isEmpty());
    }

    @Test
    void anEndBeforeTheBeginningIsDropped() {
        PostingView view = Postings.view(
                Postings.raw().datePosted("2024-05-01").validThrough("2024-04-01"), "", SectionKind.GENERAL);
        Dates dates = DateReader.read(view);
        assertEquals(LocalDate.of(2024, 5, 1), dates.posted());
        assertNull(dates.validThrough());
        assertEquals(Issue.VALID_THROUGH_BEFORE_POSTED, view.issues().get(0).issue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Posted: 2024-05-01 | 2024-05-01 |
                    Date posted: March 5, 2024 | 2024-03-05 |
                    Posted on 15 May 2024 | 2024-05-15 |
                    Apply by March 5, 2024 | | 2024-03-05
                    Apply by: Thursday, March 7, 2024 | | 2024-03-07
                    Closing date: 2024-05-01 | | 2024-05-01
                    Application Deadline: 15 March 2024 | | 2024-03-15
                    Application window is anticipated to close on: 03/19/24. | | 2024-03-19
                    Application window is anticipated to close on: 03/09/24. | |
                    Open Date:  07-21-17 | 2017-07-21 |
                    Open Date: 07-05-18 | |
                    Open date: 17-07-21 | |
                    Posted: 10:30:15 | |
                    We are open date: 07-21-17 fits. | |
                    The application window for this job posting is expected to end by 05/31/2024 | | 2024-05-31
                    We were founded on May 1, 2010 and posted record growth. | |
                    Meet deadlines and apply best practices by 2024. | |
                    """)
    void onlyPlainStatementsOfTheTextCount(String text, LocalDate posted, LocalDate validThrough) {
        Dates dates = DateReader.read(Postings.text(text));
        assertEquals(posted, dates.posted());
        assertEquals(validThrough, dates.validThrough());
    }
}
