package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://job-boards.greenhouse.io/crumb/jobs/1,crumb",
        "https://boards.eu.greenhouse.io/crumb/jobs/1?gh_jid=1,crumb",
        "https://boards.greenhouse.io/embed/job_app?token=1,",
        "https://jobs.lever.co/crumb/0a1b-2c,crumb",
        "https://jobs.ashbyhq.com/Salt%20Crumb/0a1b-2c,Salt Crumb",
        "HTTPS://Crumb.Recruitee.com/o/baker,crumb",
        "https://crumb.pinpointhq.com/en/postings/1,crumb",
        "https://crumb.wd5.myworkdayjobs.com/en-US/External/job/1,crumb",
        "https://apply.workable.com/j/AB12,",
        "https://apply.workable.com/crumb/j/AB12/,crumb",
        "https://career.teamtailor.com/jobs/1-baker,",
        "https://crumb.example/jobs/1,",
        "jobs,",
    })
    void theAddressOfABoardNamesItsCompany(String url, String company) {
        assertEquals(company, BoardAddress.company(url));
    }
}
