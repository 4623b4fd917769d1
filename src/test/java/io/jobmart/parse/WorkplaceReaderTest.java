package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.model.EvidenceField;
import io.jobmart.model.LocationRole;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.SectionKind;
import io.jobmart.model.ValueStatus;
import io.jobmart.model.WorkMode;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.vocabulary.Gazetteer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkplaceReaderTest {
    private static final Lexicon LEXICON = lexicon();
    private final WorkplaceReader reader = new WorkplaceReader(Gazetteer.standard());

    private static Lexicon lexicon() {
        Lexicon.Builder builder = Lexicon.builder();
        WorkplaceReader.addTriggers(builder);
        return builder.build();
    }

    private Workplace read(RawPosting.Builder raw, SectionKind section, String text) {
        PostingView lines = Postings.view(raw, text, section);
        return reader.read(new PostingView(
                lines.raw(),
                lines.document(),
                Tokens.of(text, LEXICON),
                lines.title(),
                lines.header(),
                lines.sections(),
                lines.lines(),
                "en"));
    }

    private static RawPosting.Builder chip(String chip) {
        return Postings.raw().header("Lakeside · " + chip).placeChips(List.of(chip));
    }

    private static List<String> regions(Workplace workplace) {
        return workplace.remoteRegions().stream().map(RemoteRegion::code).toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/cases/workplaces.tsv", delimiter = '\t', quoteCharacter = '`', emptyValue = "")
    void theTextAloneSaysWhereAndHowOneWorks(
            String description, String text, WorkMode mode, String sites, String regions) {
        Workplace read = read(Postings.raw(), SectionKind.GENERAL, text);
        assertEquals(mode, read.mode().mode(), description);
        String found = read.places().stream()
                .filter(place -> place.role() == LocationRole.WORK_SITE)
                .map(PlaceMention::place)
                .map(place -> place.city() + "/" + place.regionCode() + "/" + place.countryCode())
                .collect(Collectors.joining("; "));
        assertEquals(sites == null ? "" : sites, found, description);
        assertEquals(regions == null ? "" : regions, String.join(" ", regions(read)), description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Georgia|Our teams work across all U.S. time zones.|US",
                "Georgia|Our teams sit in Tbilisi.|GE",
                "Peru|Our teams work across all U.S. time zones.|PE",
            })
    void aNameThatACountrySharesWithAStateIsTheStateWhereTheTextIsAmerican(String chip, String text, String country) {
        Workplace read = read(chip(chip), SectionKind.GENERAL, text);
        assertEquals(
                List.of(country),
                read.places().stream().map(place -> place.place().countryCode()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Albania, Austria, Belgium, Chile, Denmark|A job.|",
                "Albania, Austria, Belgium, Chile, Denmark|A job in Chile.|CL",
                "Chile, Albania, Austria, Belgium, Denmark|A job.|CL",
                "Austria, Belgium|A job.|AT",
            })
    void theFirstOfManyCountriesByTheAlphabetIsNotThePrimaryOne(String chip, String text, String primary) {
        assertEquals(
                primary,
                read(chip(chip), SectionKind.GENERAL, text).places().stream()
                        .filter(PlaceMention::primary)
                        .map(place -> place.place().countryCode())
                        .findFirst()
                        .orElse(null));
    }

    @Test
    void remoteAndHybridInOneBreathIsHybrid() {
        assertEquals(
                WorkMode.HYBRID,
                read(chip("Remote Hybrid"), SectionKind.GENERAL, "Text.").mode().mode());
        assertEquals(
                WorkMode.HYBRID,
                read(chip("Ankara, Turkey,Remote,Remote Hybrid"), SectionKind.GENERAL, "Text.")
                        .mode()
                        .mode());
        assertEquals(
                WorkMode.REMOTE,
                read(chip("Remote, Hybrid"), SectionKind.GENERAL, "Text.")
                        .mode()
                        .mode());
    }

    @Test
    void bothRemoteAndACityIsRemoteInThatCountry() {
        String header = "Lakeside · US,Remote,Santa Clara, CA";
        Workplace read = read(chip("US,Remote,Santa Clara, CA"), SectionKind.GENERAL, "Text.");
        assertEquals(WorkMode.REMOTE, read.mode().mode());
        assertEquals(List.of("US"), regions(read));
        assertEquals(2, read.places().size());
        PlaceMention city = read.places().get(1);
        assertEquals("Santa Clara", city.place().city());
        assertEquals(true, city.primary());
        assertEquals(EvidenceField.HEADER, city.evidence().field());
        assertEquals(
                "Santa Clara, CA",
                header.substring(city.evidence().start(), city.evidence().end()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Germany|The job is fully remote.|REMOTE",
                "Germany|This is a hybrid role.|HYBRID",
                "Germany|{ Remote possible }|REMOTE",
                "Germany|Fully remote team - choose where you live|REMOTE",
                "Germany|You spend 3 days a week in our Berlin office.|HYBRID",
                "Germany|You are in the office 5 days a week.|NOT_STATED",
                "Germany|You spend five days per week in the office.|ONSITE",
                "Germany|We build hybrid cloud software for remote teams.|NOT_STATED",
                "Germany|A finance/data hybrid role.|NOT_STATED",
                "Germany|There is a stipend for fully remote roles.|NOT_STATED",
                "Germany|Opportunity to work from home|NOT_STATED",
                "Germany|This is not a remote position.|NOT_STATED",
                "Remote|This is a hybrid role with two days in the office.|HYBRID",
                "Remote|We offer hybrid working to some.|REMOTE",
                "Germany|Location: Remote|REMOTE",
                "Germany|You may choose to work remotely (in Germany).|REMOTE",
            })
    void theModeIsWhatThePostingSaysOfThisJob(String chip, String text, WorkMode mode) {
        assertEquals(mode, read(chip(chip), SectionKind.GENERAL, text).mode().mode(), text);
    }

    @Test
    void workFromAnywhereAddsTheWorld() {
        Workplace read = read(chip("Australia"), SectionKind.BENEFITS, "A fully remote position: work from anywhere.");
        assertEquals(List.of("AU", "WORLD"), regions(read));
    }

    @Test
    void thePlacesOfALabelAreRead() {
        Workplace read =
                read(Postings.raw(), SectionKind.GENERAL, "Location: Berlin, Germany; Budapest, Hungary\nText.");
        assertEquals(
                List.of("Berlin", "Budapest"),
                read.places().stream().map(place -> place.place().city()).toList());
    }

    @Test
    void headquartersAreNoPlaceOfWork() {
        Workplace read = read(
                Postings.raw(), SectionKind.ABOUT_COMPANY, "We are headquartered in Berlin with an office in Paris.");
        assertEquals(List.of(), read.places());
    }

    @Test
    void structuredFieldsAreTakenAsTheyAre() {
        Workplace read = read(
                Postings.raw()
                        .places(List.of(new RawPlace("München", null, "de", null)))
                        .workModes(List.of("TELECOMMUTE"))
                        .applicantPlaces(List.of(new RawPlace(null, null, "AT", null))),
                SectionKind.GENERAL,
                "Text.");
        assertEquals(ValueStatus.STRUCTURED, read.mode().status());
        assertEquals("geonames:2867714", read.places().get(0).place().locationId());
        assertEquals(LocationRole.REMOTE_ALLOWED, read.places().get(1).role());
        assertEquals(List.of("DE", "AT"), regions(read));
    }

    @Test
    void aTownThatTheGazetteerLacksKeepsItsName() {
        Workplace read = read(chip("Nowhereville, VT"), SectionKind.GENERAL, "Text.");
        assertEquals("name:US-VT/nowhereville", read.places().get(0).place().locationId());
        assertEquals("Nowhereville", read.places().get(0).place().city());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Find out more on our page. #LI-Remote            | REMOTE
                    Benefits: a Remote Workspace Stipend.            | NOT_STATED
                    We are a remote-first company.                   | REMOTE
                    We’re a fully remote team with people in many countries. | REMOTE
                    We're a remote-first company.                    | REMOTE
                    This posting is for a full-time, remote, salaried position. | REMOTE
                    Today 33% work in a hybrid model.                | NOT_STATED
                    Our customers are remote-first companies.        | NOT_STATED
                    We pride ourselves on a remote-friendly culture. | NOT_STATED
                    This is a remote, contract role of six months.   | REMOTE
                    Clearance needed. Location: Remote within the US | REMOTE
                    The role can be based in our Lyon office or remotely in the EMEA region. | REMOTE
                    You can work 100% remotely.                      | REMOTE
                    The position is full-time and remote within India. | REMOTE
                    You will lead a remote team.                     | NOT_STATED
                    """)
    void theTextSaysHowOneWorks(String text, WorkMode mode) {
        assertEquals(
                mode, read(Postings.raw(), SectionKind.GENERAL, text).mode().mode());
    }

    @ParameterizedTest
    @CsvSource({"Anywhere in the World, WORLD", "Anywhere (EMEA), EMEA", "Worldwide, WORLD"})
    void aChipThatSaysAnywhereIsRemote(String chip, String region) {
        Workplace read = read(chip(chip), SectionKind.GENERAL, "Text.");
        assertEquals(WorkMode.REMOTE, read.mode().mode());
        assertEquals(List.of(region), regions(read));
    }

    @Test
    void aTitleThatNamesRemoteWorkInPassingIsRemote() {
        Workplace read =
                read(Postings.raw().title("Engineering Manager - Search (ANZ remote)"), SectionKind.GENERAL, "Text.");
        assertEquals(WorkMode.REMOTE, read.mode().mode());
        Workplace sensing = read(Postings.raw().title("Remote Sensing Scientist"), SectionKind.GENERAL, "Text.");
        assertEquals(WorkMode.NOT_STATED, sensing.mode().mode());
    }

    @Test
    void whomAPayRangeIsForIsNoPlaceOfWork() {
        Workplace read = read(
                chip("United States"),
                SectionKind.GENERAL,
                "The salary range for candidates located in Denver is $120,000 to $140,000.");
        assertEquals(
                List.of("United States"),
                read.places().stream().map(place -> place.place().name()).toList());
    }

    @Test
    void anOfficeToVisitIsNoPlaceOfWork() {
        Workplace read =
                read(chip("Germany"), SectionKind.GENERAL, "You are willing to visit our Munich office twice a year.");
        assertEquals(
                List.of("Germany"),
                read.places().stream().map(place -> place.place().name()).toList());
    }

    @Test
    void severalOfficesCompleteACountry() {
        Workplace read = read(
                chip("United States"),
                SectionKind.GENERAL,
                "You will work at our Santa Clara, CA headquarters, or at our Seattle, WA office.");
        assertEquals(
                List.of("United States", "Santa Clara", "Seattle"),
                read.places().stream().map(place -> place.place().name()).toList());
    }

    @Test
    void whereTheCompanyIsAndWhereCandidatesMayBeAreTwoThings() {
        Workplace read = read(
                Postings.raw(),
                SectionKind.GENERAL,
                "Company location: Toronto, Canada (remote)\nCandidates location: Latin America");
        assertEquals(WorkMode.REMOTE, read.mode().mode());
        assertEquals(List.of("LATAM"), regions(read));
        assertEquals(
                List.of(LocationRole.REMOTE_ALLOWED),
                read.places().stream().map(PlaceMention::role).toList());
    }

    @Test
    void aListOfCountriesThatHoldsTheStatedOneCompletesIt() {
        String text = "This is a remote role. The role can be based in Finland, Greece or Poland.";
        assertEquals(List.of("FI", "GR", "PL"), regions(read(chip("Finland"), SectionKind.GENERAL, text)));
        assertEquals(List.of("CL"), regions(read(chip("Chile"), SectionKind.GENERAL, text)));
    }

    @Test
    void theListOfCountriesMayStandBelow() {
        String text = "This is a remote role.\nWe can hire people in these countries:\n- Chile\n- Kenya\n- Patience";
        assertEquals(List.of("CL", "KE"), regions(read(Postings.raw(), SectionKind.GENERAL, text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a list with the header's city       | Helsinki, Finland | This role can be based in one of our tech hubs in Helsinki, Berlin or Stockholm. | Helsinki; Berlin; Stockholm
                    a list in the header's country      | Germany | Enjoy an office in the middle of Munich, Berlin or Vienna. | null; Munich; Berlin; Vienna
                    a list without the header's city    | Helsinki, Finland | We have an office in Berlin or Stockholm. | Helsinki
                    a label that repeats the header     | San Jose, CA | Location: San Jose, CA (or) New York, NY | San Jose; New York
                    a label that goes into detail       | New York, NY | Location: Soho, Manhattan, NYC | New York
                    a label with the name of an office  | Alabaster, AL | Job Location: Birmingham Office - Alabaster, AL | Alabaster
                    """)
    void aListCompletesTheHeaderThatItRepeats(String description, String chip, String text, String cities) {
        Workplace read = read(Postings.raw().header(chip).placeChips(List.of(chip)), SectionKind.GENERAL, text);
        String found = read.places().stream()
                .filter(place -> place.role() == LocationRole.WORK_SITE)
                .map(place -> String.valueOf(place.place().city()))
                .collect(Collectors.joining("; "));
        assertEquals(cities, found, description);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Python Engineer - Remote 3 days a week | HYBRID
                    Python Engineer (2 days onsite)        | HYBRID
                    Python Engineer - Remote               | REMOTE
                    Support Engineer, 5 days, remote       | REMOTE
                    """)
    void daysInATitleAreSomeOfTheWeek(String title, WorkMode mode) {
        assertEquals(
                mode,
                read(Postings.raw().title(title), SectionKind.GENERAL, "")
                        .mode()
                        .mode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    behind the title        | Java Developer        | Java DeveloperHartford, CTFULL TIMERequirements: five years of experience | Hartford
                    below the title         | Java Developer        | Java Developer⏎⏎Java DeveloperHartford, CTFULL TIMERequirements: five years | Hartford
                    the title is a line     | ``                    | Java Developer⏎⏎Java DeveloperHartford, CTFULL TIMERequirements: five years | Hartford
                    behind a number         | Program Manager       | Program Manager BD102816New Britain, CT 1 Year Contract or longer | New Britain
                    behind a roman number   | Systems Engineer II X | Systems Engineer IIHanscomb Village, MassFull-time The engineer maintains | Hanscomb Village
                    a skill before another  | Engineer              | Minimum Required Skills:C#, JavaScript, MS-SQL, and more | ``
                    where somebody began    | Engineer              | Minimum Required Skills: JiraFounded in Watertown, MA over 75 years ago | ``
                    a title cut elsewhere   | Disaster Project Lead | DISASTER PM NEEDED FOR BOSTON, MA! | ``
                    """)
    void aPlaceIsGluedToTheHeadOfAFlattenedText(String description, String title, String text, String city) {
        String whole = text.replace('⏎', '\n') + " "
                + "and works with the team on all that the customers of the house ask for.".repeat(4);
        Workplace read = read(Postings.raw().title(title.isEmpty() ? null : title), SectionKind.GENERAL, whole);
        assertEquals(
                city,
                read.places().stream().map(place -> place.place().city()).collect(Collectors.joining("; ")),
                description);
    }

    @Test
    void anOfficeAbroadIsNoRemoteRegion() {
        Workplace read = read(
                Postings.raw().header("Poland, Remote").placeChips(List.of("Poland, Remote")),
                SectionKind.GENERAL,
                "You can work from our offices in Dublin, Poznan or Ghent.");
        assertEquals(List.of("PL"), regions(read));
    }
}
