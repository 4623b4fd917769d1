package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.EmploymentTypeReading;
import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.model.SectionKind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmploymentTypeReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FULL_TIME | FULL_TIME
                    Full-time | FULL_TIME
                    full time | FULL_TIME
                    https://schema.org/FullTime | FULL_TIME
                    FULL_TIME,CONTRACTOR | FULL_TIME CONTRACTOR
                    Full-time, permanent | FULL_TIME PERMANENT
                    fulltime_permanent | FULL_TIME PERMANENT
                    Vollzeit | FULL_TIME
                    Vollzeit oder Teilzeit | FULL_TIME
                    Festanstellung | PERMANENT
                    CDI | PERMANENT
                    CDD | TEMPORARY
                    tempo integral | FULL_TIME
                    Contract | CONTRACTOR
                    Freelance | CONTRACTOR
                    Internship | INTERN
                    Werkstudent | INTERN
                    Per diem | PER_DIEM
                    Temporary | TEMPORARY
                    OTHER | ''
                    """)
    void structuredValuesAreReadInTheirSpellings(String value, String expected) {
        PostingView view = Postings.view(Postings.raw().employmentTypes(List.of(value)), "", SectionKind.GENERAL);
        String found = types(EmploymentTypeReader.read(view));
        assertEquals(value.contains("oder") ? "FULL_TIME PART_TIME" : expected, found);
    }

    @Test
    void anUnknownStructuredValueIsReported() {
        PostingView view = Postings.view(
                Postings.raw().employmentTypes(List.of("Zebra shift", "Full-time")), "", SectionKind.GENERAL);
        assertEquals("FULL_TIME", types(EmploymentTypeReader.read(view)));
        assertEquals(Issue.EMPLOYMENT_TYPE_UNKNOWN, view.issues().get(0).issue());
        assertEquals("Zebra shift", view.issues().get(0).detail());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Acme · Freelancer, Full-time · Remote | CONTRACTOR FULL_TIME
                    Acme · 🌎 Freelancer, Full-time · Remote | CONTRACTOR FULL_TIME
                    Acme Full Circle · Berlin | ''
                    Contract Logistics AG · Remote | ''
                    """)
    void headerPartsThatAreATypeCount(String header, String expected) {
        PostingView view = Postings.view(Postings.raw().header(header), "", SectionKind.GENERAL);
        assertEquals(expected, types(EmploymentTypeReader.read(view)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The position is full-time and remote. | FULL_TIME
                    This position is for a full-time, senior Linux engineer on the kernel team. | FULL_TIME
                    Our health plan is for a full-time employee and the family. | ''
                    This is a full-time W-2 position. | FULL_TIME
                    This is a direct-hire position. | PERMANENT
                    We offer direct hire services to insurers. | ''
                    Everybody on the team is full-time. | ''
                    """)
    void sentencesStateTypes(String text, String expected) {
        assertEquals(expected, types(EmploymentTypeReader.read(Postings.text(text))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Java Developer (Contract) | CONTRACTOR
                    Data Engineer - 6 month contract | CONTRACTOR
                    Smart Contract Engineer | ''
                    Contract Manager | ''
                    Software Engineering Internship | INTERN
                    Backend Intern | INTERN
                    Full Stack Engineer | ''
                    Support Engineer (Part-Time) | PART_TIME
                    Freelance Copywriter | CONTRACTOR
                    Technical Writer, Contractor | CONTRACTOR
                    Product Manager - Internal Tools | ''
                    Software Engineer COOP | INTERN
                    Data Science Co-op, Summer 2025 | INTERN
                    Data Science Co-op 2031 | INTERN
                    Co-op Bank Cashier | ''
                    Installer of 20 ft Containers | ''
                    Junior Developer - Maternity Leave Cover | TEMPORARY
                    Parental Leave Specialist | ''
                    """)
    void titlesNameTypes(String title, String expected) {
        PostingView view = Postings.view(Postings.raw().title(title), "", SectionKind.GENERAL);
        assertEquals(expected, types(EmploymentTypeReader.read(view)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Employment type: Full-time | FULL_TIME
                    Job type: Part time, temporary | PART_TIME TEMPORARY
                    Hours: Full time, 40 hours a week | FULL_TIME
                    Duration: FT | FULL_TIME
                    You climb masts of 30 ft and more. | ''
                    We support flexible working - full or part time. | FULL_TIME PART_TIME
                    Full or part time employees receive a boat. | ''
                    The yearly salary for this full-time position depends on where you live. | FULL_TIME
                    Full-time work up to 40 hours per week | FULL_TIME
                    { Tiempo completo } | FULL_TIME
                    This is a full-time position in our Lisbon office. | FULL_TIME
                    This is a full-time, permanent role. | FULL_TIME PERMANENT
                    Full-time, permanent role | FULL_TIME PERMANENT
                    Permanent employment | PERMANENT
                    We are looking for a developer for a 6 month contract position. | CONTRACTOR
                    Full-time | FULL_TIME
                    Vertragsart: Festanstellung | PERMANENT
                    Unbefristeter Arbeitsvertrag in Vollzeit | PERMANENT FULL_TIME
                    Full-time employees receive 20 days of leave. | ''
                    All full-time hourly employees accrue leave. | ''
                    Experience in contract negotiation | ''
                    You write smart contracts in a safe language. | ''
                    Open to citizens and permanent residents only. | ''
                    The role may become a full-time position. | ''
                    40 hours of volunteer time a year | ''
                    Full time employees | ''
                    Contract of employment or B2B | ''
                    We build tools for the CDI department. | ''
                    3 years of full-time experience | ''
                    A 6 month contract with an option to stay | CONTRACTOR
                    12-month contract in Leeds | CONTRACTOR
                    Long term contract opportunity, two days in the office | CONTRACTOR
                    Contract to hire | CONTRACTOR
                    Contract duration: about 9 months | CONTRACTOR
                    Rate: 80 an hour on C2C | CONTRACTOR
                    We cannot work with corp to corp candidates | ''
                    No C2C please | ''
                    The role is offered on a fixed term for 6 months. | TEMPORARY
                    Remote - Full-time / | FULL_TIME
                    Full-time, exempt | FULL_TIME
                    Our client is hiring a full-time permanent bookkeeper. | FULL_TIME PERMANENT
                    Zapfel seeks a part-time translator in Graz. | PART_TIME
                    We are looking for freelancers who write well. | CONTRACTOR
                    Are you looking for a full-time job? | ''
                    You will join us on a permanent contract. | PERMANENT
                    - [ ] Part time | ''
                    - [x] Contract | CONTRACTOR
                    Full-time | FULL_TIME
                    Working pattern: Part-time/permanent | PART_TIME PERMANENT
                    Regime CLT - 40h semanais | FULL_TIME
                    """)
    void onlyPlainStatementsOfTheTextCount(String text, String expected) {
        assertEquals(expected, types(EmploymentTypeReader.read(Postings.text(text))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Type de contrat : CDI | PERMANENT
                    Nous recherchons un développeur en CDI, à Lyon. | PERMANENT
                    De nombreuses opportunités en CDI vous attendent après le stage. | ''
                    """)
    void frenchContractsCountInFrenchTexts(String text, String expected) {
        assertEquals(expected, types(EmploymentTypeReader.read(Postings.text(text, "fr"))));
    }

    @Test
    void evidencePointsToTheWords() {
        String text = "About us\nThis is a full-time position.";
        Evidence evidence =
                EmploymentTypeReader.read(Postings.text(text)).get(0).evidence();
        assertEquals("full-time", text.substring(evidence.start(), evidence.end()));
    }

    private static String types(List<EmploymentTypeReading> readings) {
        return readings.stream().map(reading -> reading.type().name()).collect(Collectors.joining(" "));
    }

    @Test
    void aHeadingAboveMakesAShortWordAType() {
        assertEquals("CONTRACTOR", types(EmploymentTypeReader.read(Postings.text("Contratação\n\nPJ a combinar"))));
        assertEquals(
                "CONTRACTOR",
                types(EmploymentTypeReader.read(
                        Postings.text("Tipo de contratação\n\nCLT ou PJ, conforme a preferência de cada pessoa."))));
        assertEquals("CONTRACTOR", types(EmploymentTypeReader.read(Postings.text("Regime\n\nCLT\nPJ"))));
        assertEquals("", types(EmploymentTypeReader.read(Postings.text("Nossa empresa\n\nPJ a combinar"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Java DeveloperHartford, CTFULL TIMERequirements: five years                | FULL_TIME
                    Java DeveloperFull-time/direct hireLisle, IL                               | FULL_TIME
                    The tester looks after all the functionsCareFull of the time               | ''
                    """)
    void aTypeIsGluedToTheHeadOfAFlattenedText(String text, String expected) {
        String whole = text + " " + "and works with the team on all that the customers of the house ask for.".repeat(4);
        assertEquals(
                expected, types(EmploymentTypeReader.read(Postings.view(Postings.raw(), whole, SectionKind.GENERAL))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    We have an opening for a developer to fill a full-time position of up to 35 hours. | FULL_TIME
                    Indefinite period employment or B2B contract.                                | PERMANENT CONTRACTOR
                    For B2B contract: between 20 000 and 24 000 PLN                              | CONTRACTOR
                    You know B2B contract negotiations.                                          | ``
                    This is a permanent, full-time, fully remote position.                       | PERMANENT FULL_TIME
                    This is a full-time, Denver-based role at a good salary.                     | FULL_TIME
                    Remote, LATAM ¦ Full Time ¦ 5+ years experience ¦ English                    | FULL_TIME
                    Full-time role with a hybrid policy in the middle of sunny Lisbon, Portugal  | FULL_TIME
                    Full Time Role: Monday to Friday (09:00 AM to 06:00 PM in the time of Perth, Australia) | FULL_TIME
                    Este puesto es full time.                                                    | FULL_TIME
                    Indefinite contract position to be filled as soon as possible.               | PERMANENT
                    Full-time employees and part-time staff enjoy the same pool.                 | ``
                    """)
    void anOfferIsReadInASentence(String text, String expected) {
        // "|" parts the columns of the table
        String offer = text.replace('¦', '|');
        assertEquals(
                expected, types(EmploymentTypeReader.read(Postings.view(Postings.raw(), offer, SectionKind.GENERAL))));
    }
}
