package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Issue;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.RawPay;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.Rejection;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TextFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
    private static RawPlace place(String locality, String region, String country) {
        return new RawPlace(locality, region, country, null);
    }

    private static RawPlace place(String text) {
        return new RawPlace(null, null, null, text);
    }

    private static RawPosting posting(List<SourceRecord> records, int index) {
        return Read.posting(records.get(index));
    }

    // ---------------------------------------------------------------- files of dialects

    @Test
    void everyDialectOfTheFolderIsInTheOrder() throws IOException {
        List<String> order = Files.readAllLines(Path.of("conf/dialects/order.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        try (Stream<Path> files = Files.list(Path.of("conf/dialects"))) {
            assertEquals(
                    new TreeSet<>(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".json"))
                            .toList()),
                    new TreeSet<>(order));
        }
        assertEquals(
                order.stream().map(name -> name.replace(".json", "")).toList(),
                Dialects.standard().names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'name':'x',~'posting':{'title':'a'}}#requires is missing: a list of the paths",
                "{'name':'x','requires':[],'posting':{'title':'a'}}#requires is missing",
                "{'requires':'a','posting':{'title':'a'}}#name is missing",
                "{'name':'x','requires':'a'}#posting is missing",
                "{'name':'x','requires':'a','posting':{'id':'a'}}#posting has neither title nor text",
                "{'name':'x','requires':['a..b'],'posting':{'title':'a'}}#at \"requires[0]\" (line 1): Not a path: \"a..b\"",
                "{'name':'x','requires':'a',~'posting':{'titel':'a'}}#at \"posting.titel\" (line 2): there is no such key; expected is one of",
                "{'name':'x','requires':'a','posting':{'title':{'path':'a','slit':','}}}#at \"posting.title[0].slit\" (line 1): there is no such key",
                "{'name':'x','requires':'a','posting':{'title':{'split':','}}}#at \"posting.title[0]\" (line 1): A rule has one of path,",
                "{'name':'x','requires':'a','posting':{'title':7}}#expected is a path in quotation marks, or an object with path",
                "{'name':'x','requires':'a','posting':{'title':{'path':'a','as':'pence'}}}#\"pence\" is none of cents, epoch-seconds",
                "{'name':'x','requires':'a','posting':{'title':{'path':'a','remove':'('}}}#\"(\" is no regular expression: Unclosed group",
                "{'name':'x','requires':'a','posting':{'title':{'path':'a','pieces':'1'}}}#there is no split",
                "{'name':'x','requires':'a','posting':{'title':{'path':'a','split':',','pieces':'one'}}}#Not a range of pieces",
                "{'name':'x','shape':'yaml','requires':'a','posting':{'title':'a'}}#at \"shape[0]\" (line 1): \"yaml\" is none of json, csv, xml",
                "{'name':'x','requires':'a','looseNames':'maybe','posting':{'title':'a'}}#\"maybe\" is not true or false",
                "{'name':'x','requires':'a','posting':'title'}#expected is an object of fields",
                "{'name':#is no JSON: Unexpected end-of-input",
                "[]#expected is an object with name, requires and posting",
            })
    void aFileThatIsNoDialectIsAnErrorThatSaysWhere(String file, String message) {
        var failure = assertThrows(
                IllegalArgumentException.class,
                () -> Dialects.parse(
                        "mine.json", file.replace('\'', '"').replace('~', '\n').getBytes(StandardCharsets.UTF_8)));
        assertTrue(failure.getMessage().startsWith("The dialect mine.json is "), failure.getMessage());
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }

    @Test
    void aDialectOfTheUserIsTriedFirst() {
        DialectFile file = new DialectFile("mine.json", """
                // The bakery's own export.
                {
                  "name": "mine",
                  "records": "ovens.open[]",
                  "requires": ["craft"],
                  "posting": {
                    "title": "craft",
                    "company": "^bakery",
                    "text": ["words", {"heading": {"constant": "Duties"}, "text": "duties[]"}],
                    "skills": {"path": "needs", "split": ";"},
                    "pay": {"min": {"path": "cents", "as": "cents"}, "currency": {"constant": "CHF"}},
                    "datePosted": {"path": "since", "as": "epoch-seconds"}
                  }
                }
                """);
        ReadOptions options =
                ReadOptions.standard().withDialects(Dialects.standard().with(List.of(file)));
        String text = "{\"bakery\":\"Crumb\",\"ovens\":{\"open\":[{\"craft\":\"Baker\",\"words\":\"We bake.\","
                + "\"duties\":[\"Knead\",\"Bake\"],\"needs\":\"Rye; Wheat\",\"cents\":250050,\"since\":1700000000}]}}";
        RawPosting posting = Read.posting(Read.only(Read.all(text.getBytes(StandardCharsets.UTF_8), options)));
        assertEquals("Baker", posting.title());
        assertEquals("Crumb", posting.company());
        assertEquals("We bake.\n\nDuties\nKnead\nBake", posting.description());
        assertEquals(List.of("Rye", "Wheat"), posting.skills());
        assertEquals(List.of(new RawPay("2500.5", null, "CHF", null, null)), posting.pay());
        assertEquals("2023-11-14T22:13:20Z", posting.datePosted());
        assertEquals("/ovens/open/0", posting.sourceRecord());
        assertEquals(QuarantineReason.NOT_A_JOB_POSTING, Read.rejection(text).reason());
    }

    // ---------------------------------------------------------------- names that are obvious

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"Baker\",\"company\":\"Crumb\",\"location\":\"Salem, OR\",\"description\":\"We bake.\",\"url\":\"https://a.example/1\"}",
                "{\"job_title\":\"Baker\",\"company_name\":\"Crumb\",\"location\":{\"name\":\"Salem, OR\"},\"job_description\":\"We bake.\",\"job_url\":\"https://a.example/1\"}",
                "{\"Position Title\":\"Baker\",\"employer\":{\"name\":\"Crumb\"},\"job_location\":\"Salem, OR\",\"text\":\"We bake.\",\"apply_url\":\"https://a.example/1\"}"
            })
    void obviousNamesNeedNoDialect(String line) {
        RawPosting posting = Read.one(line);
        assertEquals("Baker", posting.title());
        assertEquals("Crumb", posting.company());
        assertEquals("We bake.", posting.description());
        assertEquals("https://a.example/1", posting.url());
        assertEquals(List.of(place("Salem, OR")), posting.places());
        assertEquals(SourceFormat.JSON, posting.format());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{'Job Title':'Baker','employer':{'Name':'Crumb'},'job_location':'Salem','text':'We bake.'}"
                        + "#title=Job Title, company=employer.Name, places=job_location, text=text",
                "{'title':'Baker','companyName':'Crumb','City':'Bern','country':'CH','Description':'We bake.',"
                        + "'salary':{'min':5,'max':6},'jobTypes':['Full-time']}"
                        + "#title=title, company=companyName, places=City+country, employmentTypes=jobTypes,"
                        + " pay=salary.min+salary.max, text=Description",
                "{'title':'Baker','company':'Crumb','text':'We bake.','more':{'Employment Type':'Part-time','salary_min':4,'salary_max':5}}"
                        + "#title=title, company=company, employmentTypes=more.Employment Type,"
                        + " pay=more.salary_min+more.salary_max, text=text",
                "{'name':'Baker','company':'Crumb','locations':[{'city':'Bern'},{'city':'Basel'}],'content':'We bake.'}"
                        + "#title=name, company=company, places=locations.city, text=content",
            })
    void whatWasTakenForWhatIsSaid(String record, String guesses) {
        RawPosting posting = Read.one(record.replace('\'', '"'));
        assertEquals(List.of(new PostingIssue(Issue.FIELDS_GUESSED, guesses)), posting.issues());
        assertEquals("obvious-names", posting.dialect());
    }

    @Test
    void aTableSaysWhatItsColumnsWereTakenFor() {
        RawPosting posting = Read.one("Job Title,Company,City,Description\nBaker,Crumb,Bern,We bake.\n");
        assertEquals(
                "title=Job Title, company=Company, places=City, text=Description",
                posting.issues().get(0).detail());
    }

    @Test
    void linesOfObviousNamesHaveTheirOffset() {
        String line = "{\"title\":\"Baker\",\"company\":\"Crumb\",\"description\":\"We bake.\"}\n";
        List<SourceRecord> records = Read.all(line + line);
        assertEquals(SourceFormat.JSON_LINES, posting(records, 1).format());
        assertEquals("offset:" + line.length(), posting(records, 1).sourceRecord());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"How to bake\",\"description\":\"With flour.\",\"url\":\"https://a.example\"}",
                "{\"name\":\"oven\",\"version\":\"1.0\",\"description\":\"A package.\",\"license\":\"MIT\"}",
                "{\"@type\":\"Product\",\"name\":\"Oven\",\"description\":\"Hot.\",\"company\":\"Crumb\"}",
                "{\"title\":\"Baker\",\"company\":\"Crumb\"}",
                "{\"title\":\"\",\"company\":\"Crumb\",\"description\":\"We bake.\"}",
                "{\"jobs\":[1,2,3]}",
                "{\"jobs\":[],\"title\":\"Oven\"}",
                "{\"jobs\":{\"a\":{}}}",
                "{}"
            })
    void whatIsNotObviouslyAPostingIsRejected(String line) {
        assertEquals(QuarantineReason.NOT_A_JOB_POSTING, Read.rejection(line).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void aTableOfObviousNamesIsReadWhateverPartsItsColumns(String delimiter) {
        String table = String.join(
                "\n",
                String.join(delimiter, "Job ID", "Job Title", "Company", "City", "Country", "Description", "Salary"),
                String.join(delimiter, "7", "Baker", "Crumb", "Basel", "CH", "\"Bake\nwell" + delimiter + "\"", "5000"),
                delimiter.repeat(6),
                String.join(delimiter, "8", "Cook", "Pan"),
                String.join(delimiter, "9", "", "Pan", "", "", "A text of nobody", ""));
        List<SourceRecord> records = Read.all(table);
        assertEquals(3, records.size());
        RawPosting baker = posting(records, 0);
        assertEquals(SourceFormat.CSV, baker.format());
        assertEquals("1", baker.sourceRecord());
        assertEquals("7", baker.id());
        assertEquals("Bake\nwell" + delimiter, baker.description() + (delimiter.equals("\t") ? "\t" : ""));
        assertEquals(List.of(place("Basel", null, "CH")), baker.places());
        assertEquals(List.of(new RawPay(null, null, null, null, "5000")), baker.pay());
        assertEquals("3", posting(records, 1).sourceRecord());
        assertNull(posting(records, 1).description());
        assertEquals("4", Read.rejection(records.get(2)).sourceRecord());
    }

    @Test
    void proseWithCommasIsNoTable() {
        assertEquals(
                SourceFormat.PLAIN_TEXT,
                Read.one("Title, description, company: we have all three\nBaker, bakes, Crumb")
                        .format());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jobs\":[]}",
                "{\"name\":\"Crumb\",\"description\":\"We bake.\",\"jobs\":[]}",
                "{\n\"data\": [],\n\"links\": {\"first\": null}\n}",
                "{\"SearchResult\":{\"SearchResultItems\":[]}}",
                "[]"
            })
    void anEmptyBoardHasNoRecord(String document) {
        assertEquals(List.of(), Read.all(document));
    }

    // ---------------------------------------------------------------- applicant tracking systems and boards

    @Test
    void aBoardOfGreenhouseIsRead() {
        List<SourceRecord> records = Read.all("""
                {"jobs": [
                  {"id": 11, "internal_job_id": 5, "title": "Baker &amp; Cook", "absolute_url": "https://a.example/11",
                   "location": {"name": "Bern, Switzerland"}, "content": "&lt;p&gt;We bake.&lt;/p&gt;", "company_name": "Crumb ",
                   "updated_at": "2026-03-02T08:00:00-05:00", "first_published": "2026-03-01T08:00:00-05:00",
                   "pay_input_ranges": [
                     {"min_cents": 5000000, "max_cents": 6000050, "currency_type": "USD", "title": "Zone A"},
                     {"min_cents": 4000000, "max_cents": 5000000, "currency_type": "USD", "title": "Zone B"}]},
                  {"id": 12, "internal_job_id": 6, "title": "Cook", "absolute_url": "https://a.example/12",
                   "location": {"name": "Remote"}, "content": "", "updated_at": "2026-03-02T08:00:00-05:00"}
                ], "meta": {"total": 2}}
                """);
        RawPosting baker = posting(records, 0);
        assertEquals("/jobs/0", baker.sourceRecord());
        assertEquals("11", baker.id());
        assertEquals("Baker & Cook", baker.title());
        assertEquals("Crumb", baker.company());
        assertEquals(TextFormat.HTML, baker.descriptionFormat());
        assertEquals(
                List.of(
                        new RawPay("50000", "60000.5", "USD", null, null),
                        new RawPay("40000", "50000", "USD", null, null)),
                baker.pay());
        assertEquals("2026-03-01T08:00:00-05:00", baker.datePosted());
        assertNull(posting(records, 1).datePosted());
        assertEquals(2, records.size());
    }

    @Test
    void theListsOfLeverBecomePartsOfTheTextWithTheirHeadings() {
        RawPosting posting = Read.one("""
                [{"id": "a-1", "text": "Baker", "hostedUrl": "https://a.example/a-1", "createdAt": 1700000000000,
                  "categories": {"location": "Bern", "commitment": "Full-time", "allLocations": ["Bern", "Basel"]},
                  "description": "<div>We bake.</div>", "descriptionPlain": "We bake.", "workplaceType": "unspecified",
                  "lists": [{"text": "You & we", "content": "<li>Knead</li>"}, {"text": "Empty", "content": ""}],
                  "additional": "Fair < pay",
                  "salaryRange": {"min": 5000, "max": 6000, "currency": "CHF", "interval": "per-month-salary"}}]
                """);
        assertEquals("/0", posting.sourceRecord());
        assertEquals(
                "<div>We bake.</div>\n\n<h3>You &amp; we</h3>\n<li>Knead</li>\n\n<p>Fair &lt; pay</p>",
                posting.description());
        assertEquals(List.of(place("Bern"), place("Basel")), posting.places());
        assertEquals(List.of(), posting.workModes());
        assertEquals(List.of(new RawPay("5000", "6000", "CHF", "MONTH", null)), posting.pay());
        assertEquals("2023-11-14T22:13:20Z", posting.datePosted());
    }

    @Test
    void aBoardOfAshbyIsReadWithoutWhatIsNotListed() {
        List<SourceRecord> records = Read.all("""
                {"apiVersion": "1", "jobs": [
                  {"id": "x", "title": "Baker", "jobUrl": "https://a.example/x", "isListed": true, "isRemote": true,
                   "location": "Bern", "address": {"postalAddress": {"addressLocality": "Bern", "addressRegion": "",
                   "addressCountry": "Switzerland"}}, "secondaryLocations": [{"location": "Basel", "address": null}],
                   "employmentType": "FullTime", "descriptionHtml": "<p>We bake.</p>", "publishedAt": "2026-02-03",
                   "compensation": {"summaryComponents": [
                     {"compensationType": "EquityPercentage", "minValue": 1, "maxValue": 2},
                     {"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "CHF", "minValue": 70000, "maxValue": 80000}]}},
                  {"id": "y", "title": "Cook", "jobUrl": "https://a.example/y", "isListed": false, "employmentType": "FullTime"}]}
                """);
        RawPosting baker = posting(records, 0);
        assertEquals(List.of(place("Bern", null, "Switzerland"), place("Basel")), baker.places());
        assertEquals(List.of("Remote"), baker.workModes());
        assertEquals(List.of(new RawPay("70000", "80000", "CHF", "YEAR", null)), baker.pay());
        Rejection unlisted = Read.rejection(records.get(1));
        assertEquals(QuarantineReason.NOT_A_JOB_POSTING, unlisted.reason());
        assertEquals("/jobs/1", unlisted.sourceRecord());
        assertTrue(unlisted.detail().contains("isListed"), unlisted.detail());
    }

    @Test
    void recruiteeAndSmartRecruitersAndWorkableAreRead() {
        RawPosting offer = Read.one("""
                {"offers": [{"id": 3, "slug": "baker", "careers_url": "https://a.example/baker", "department": "Oven",
                  "title": null, "translations": {"de": {"title": "Bäckerin", "description": "<p>Wir backen.</p>"}},
                  "requirements": "<ul><li>Mehl</li></ul>", "city": "Bern", "country": "Switzerland", "state_name": "Bern",
                  "employment_type_code": "fulltime_permanent", "hybrid": false, "remote": true,
                  "salary": {"min": "60000", "max": 70000, "period": "year", "currency": "CHF"}, "published_at": "2026-08-05 10:10:39 UTC"}]}
                """);
        assertEquals("Bäckerin", offer.title());
        assertEquals("<p>Wir backen.</p>\n\n<ul><li>Mehl</li></ul>", offer.description());
        assertEquals(List.of("Remote"), offer.workModes());
        assertEquals(List.of(new RawPay("60000", "70000", "CHF", "year", null)), offer.pay());

        RawPosting detail = Read.one("""
                {"id": "744", "name": "Baker", "refNumber": "R1", "company": {"identifier": "crumb", "name": "Crumb"},
                 "releasedDate": "2026-06-08T02:11:28.000Z", "location": {"city": "Bern", "region": "BE", "country": "ch", "remote": false},
                 "typeOfEmployment": {"label": "Part-time"},
                 "jobAd": {"sections": {"companyDescription": {"title": "About us", "text": "<p>Crumb.</p>"},
                   "qualifications": {"text": "<p>Flour.</p>"}, "additionalInformation": {"title": "More", "text": ""}}}}
                """);
        assertEquals(
                "<h3>About us</h3>\n<p>Crumb.</p>\n\n<h3>Qualifications</h3>\n<p>Flour.</p>", detail.description());
        assertEquals(List.of(place("Bern", "BE", "ch")), detail.places());
        assertNull(detail.sourceRecord());

        RawPosting widget = Read.one("""
                {"name": "Crumb", "description": null, "jobs": [{"title": "Baker", "shortcode": "AB12", "url": "https://a.example/AB12",
                  "telecommuting": true, "published_on": "2026-08-05", "country": "Spain", "city": "", "state": "",
                  "locations": [{"country": "Spain", "countryCode": "ES", "city": "Vigo", "region": null}]}]}
                """);
        assertEquals("Crumb", widget.company());
        assertEquals(List.of(place("Vigo", null, "Spain")), widget.places());
        assertEquals(List.of("Remote"), widget.workModes());
    }

    @Test
    void aCompanyThatIsNamedBehindItsListIsKnown() {
        String job = "{\"title\":\"Baker\",\"shortcode\":\"A\",\"url\":\"https://a.example\",\"x\":\""
                + "x".repeat(2_000) + "\"}";
        List<SourceRecord> few = Read.all("{\"jobs\":[" + job + "," + job + "],\n\"name\":\"Crumb\"}");
        assertEquals("Crumb", posting(few, 0).company());
        assertEquals("/jobs/1", posting(few, 1).sourceRecord());
        // No more than a bounded part of a list waits.
        String many = "{\"jobs\":[" + (job + ",").repeat(800) + job + "],\"name\":\"Crumb\"}";
        List<SourceRecord> all = Read.all(many);
        assertEquals(801, all.size());
        assertNull(posting(all, 0).company());
        assertEquals(SourceFormat.JSON, posting(all, 0).format());
        assertEquals("/jobs/800", posting(all, 800).sourceRecord());
        List<SourceRecord> cut = Read.all("{\"jobs\":[" + job + "," + job + ",{\"a\" 1}");
        assertEquals(3, cut.size());
        assertNull(posting(cut, 1).company());
    }

    @Test
    void listsOfOtherSystemsAreRead() {
        List<SourceRecord> oracle = Read.all("""
                {"items": [{"TotalJobsCount": 2, "requisitionList": [
                  {"Id": "1", "Title": "Baker", "PrimaryLocation": "Bern, Switzerland", "PostedDate": "2026-08-07"},
                  {"Id": "2", "Title": "Cook", "PrimaryLocation": "Basel, Switzerland", "PostedDate": "2026-08-07"}]}]}
                """);
        assertEquals("/items/0/requisitionList/1", posting(oracle, 1).sourceRecord());
        assertEquals("Cook", posting(oracle, 1).title());
        RawPosting pinpoint = Read.one("""
                {"data": [{"id": "p1", "title": "Baker", "path": "/p1", "url": "https://a.example/p1", "description": "<p>Crumb.</p>",
                  "key_responsibilities_header": "What you do", "key_responsibilities": "<p>Bake.</p>", "workplace_type": "onsite",
                  "compensation": "20 an hour", "compensation_minimum": null, "location": {"name": "Bern"}}]}
                """);
        assertEquals("<p>Crumb.</p>\n\n<h3>What you do</h3>\n<p>Bake.</p>", pinpoint.description());
        assertEquals(List.of(new RawPay(null, null, null, null, "20 an hour")), pinpoint.pay());
        RawPosting bamboo = Read.one(
                "{\"result\":[{\"id\":\"8\",\"jobOpeningName\":\"Baker\",\"location\":{\"city\":\"Bern\",\"state\":null}}],\"meta\":{}}");
        assertEquals(List.of(place("Bern", null, null)), bamboo.places());
        RawPosting workday = Read.one(
                "{\"total\":1,\"jobPostings\":[{\"title\":\"Baker\",\"externalPath\":\"/job/Bern/Baker_JR12\",\"locationsText\":\"3 Locations\"}]}");
        assertEquals("JR12", workday.id());
        assertEquals(List.of(), workday.places());
        RawPosting rippling = Read.one(
                "[{\"uuid\":\"u\",\"name\":\"Baker\",\"url\":\"https://a.example/u\",\"workLocation\":{\"label\":\"Bern\"}}]");
        assertEquals(List.of(place("Bern")), rippling.places());
        RawPosting eightfold = Read.one(
                "{\"positions\":[{\"id\":1,\"name\":\"Baker\",\"canonicalPositionUrl\":\"https://a.example/1\",\"t_create\":1700000000,\"location\":\"Bern\"}]}");
        assertEquals("2023-11-14T22:13:20Z", eightfold.datePosted());
    }

    @Test
    void aFeedIsReadAlikeFromJsonAndFromXml() {
        RawPosting json = Read.one(
                "{\"offers\":[{\"id\":\"9\",\"cities\":[\"Brno\"],\"position\":\"Baker\",\"jobtypes\":[\"Full-time\",\"Remote\"],\"description\":\"<p>Bake.</p>\",\"startup\":\"Crumb\"}]}");
        RawPosting xml = Read.one(
                "<?xml version=\"1.0\"?><offers><offer><id>9</id><cities><city>Brno</city></cities><position>Baker</position><jobtypes><jobtype>Full-time</jobtype>"
                        + "<jobtype>Remote</jobtype></jobtypes><description><![CDATA[<p>Bake.</p>]]></description><startup>Crumb</startup></offer></offers>");
        for (RawPosting posting : List.of(json, xml)) {
            assertEquals("Baker", posting.title());
            assertEquals("Crumb", posting.company());
            assertEquals(List.of(place("Brno")), posting.places());
            assertEquals(List.of("Full-time"), posting.employmentTypes());
            assertEquals(List.of("Remote"), posting.workModes());
        }
    }

    @Test
    void boardsOfRemoteWorkAreRead() {
        RawPosting arbeitnow = Read.one(
                "{\"data\":[{\"slug\":\"b-1\",\"company_name\":\"Crumb\",\"title\":\"Baker\",\"description\":\"<p>Bake.</p>\",\"remote\":false,"
                        + "\"url\":\"https://a.example/b-1\",\"tags\":[],\"job_types\":[\"Full Time\"],\"location\":\"Bern\",\"created_at\":1700000000}],\"links\":{}}");
        assertEquals("2023-11-14T22:13:20Z", arbeitnow.datePosted());
        assertEquals(List.of(), arbeitnow.workModes());
        RawPosting remotive = Read.one(
                "{\"job-count\":1,\"jobs\":[{\"id\":1,\"url\":\"https://a.example/1\",\"title\":\"Baker\",\"company_name\":\"Crumb\",\"salary\":\"$90k\","
                        + "\"candidate_required_location\":\"Peru, Chile\",\"publication_date\":\"2026-09-18T16:43:22\",\"description\":\"<p>Bake.</p>\"}]}");
        assertEquals(List.of(place("Peru"), place("Chile")), remotive.applicantPlaces());
        assertEquals(List.of(), remotive.places());
        List<SourceRecord> remoteok = Read.all(
                "[{\"legal\":\"Link back.\"},{\"id\":\"1\",\"slug\":\"b\",\"epoch\":1700000000,\"date\":\"2023-11-14T22:13:20+00:00\",\"company\":\"Crumb\","
                        + "\"position\":\"Baker\",\"description\":\"Bake.\",\"location\":\"\",\"salary_min\":0,\"salary_max\":0,\"url\":\"https://a.example/1\"}]");
        assertEquals(
                QuarantineReason.NOT_A_JOB_POSTING,
                Read.rejection(remoteok.get(0)).reason());
        assertEquals("Baker", posting(remoteok, 1).title());
        assertEquals(List.of(), posting(remoteok, 1).pay());
    }

    /** The first line of a comment, and what is read of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "-",
            value = {
                "Crumb | Baker Engineer | Bern, Switzerland | REMOTE (EU) | Full-time | $120k-$150k"
                        + "~Crumb~Baker Engineer~Bern, Switzerland~EU~REMOTE~Full-time~$120k-$150k",
                "Crumb (YC S21) | Remote or Bern | Contract | Oven Developer, Salt Developer"
                        + "~Crumb~Oven Developer~-~-~Remote~Contract~-",
                "Crumb (https:&#x2F;&#x2F;crumb.example) | Founding Engineer | San Francisco or Remote | Visa | €60k"
                        + "~Crumb~Founding Engineer~San Francisco~-~Remote~-~€60k",
                "Salt &amp; Crumb | Multiple roles | Berlin | ONSITE | https:&#x2F;&#x2F;crumb.example"
                        + "~Salt & Crumb~Multiple roles~Berlin~-~ONSITE~-~-",
                "Crumb | Bern | Hybrid | Part time~Crumb~-~Bern~-~Hybrid~Part time~-",
            })
    void theFirstLineOfACommentIsTakenApart(
            String line,
            String company,
            String title,
            String place,
            String applicants,
            String mode,
            String type,
            String pay) {
        RawPosting posting = Read.one("{\"by\":\"a\",\"id\":7,\"parent\":6,\"text\":\"" + line
                + "<p>We bake | a lot &amp; gladly.\",\"time\":1700000000,\"type\":\"comment\"}");
        assertEquals(company, posting.company());
        assertEquals(title, posting.title());
        assertEquals(place == null ? List.of() : List.of(place(place)), posting.places());
        assertEquals(applicants == null ? List.of() : List.of(place(applicants)), posting.applicantPlaces());
        assertEquals(mode == null ? List.of() : List.of(mode), posting.workModes());
        assertEquals(type == null ? List.of() : List.of(type), posting.employmentTypes());
        assertEquals(pay == null ? List.of() : List.of(new RawPay(null, null, null, null, pay)), posting.pay());
        assertEquals("https://news.ycombinator.com/item?id=7", posting.url());
        assertEquals("2023-11-14T22:13:20Z", posting.datePosted());
    }

    @Test
    void threadsOfHiringAreReadWithoutReplies() {
        String line = "Crumb | Baker | Bern | ONSITE | Full-time<p>We bake.";
        List<SourceRecord> hits = Read.all("{\"hits\":["
                + "{\"objectID\":\"1\",\"created_at\":\"2026-09-01T15:00:00Z\",\"comment_text\":\"Is it remote?\",\"parent_id\":9,\"story_id\":5},"
                + "{\"objectID\":\"2\",\"created_at\":\"2026-09-01T15:00:00Z\",\"comment_text\":\"" + line
                + "\",\"parent_id\":5,\"story_id\":5},"
                + "{\"objectID\":\"3\",\"created_at\":\"2026-09-01T15:00:00Z\",\"comment_text\":\"" + line
                + "\",\"parent_id\":2,\"story_id\":5}],\"nbHits\":3}");
        assertEquals(
                QuarantineReason.NOT_A_JOB_POSTING, Read.rejection(hits.get(0)).reason());
        assertEquals("Crumb", posting(hits, 1).company());
        assertEquals("/hits/1", posting(hits, 1).sourceRecord());
        assertEquals(
                "No posting: parent_id is not story_id",
                Read.rejection(hits.get(2)).detail());
        RawPosting child = Read.one("{\"id\":5,\"title\":\"Ask HN: Who is hiring?\",\"children\":[{\"id\":6,\"text\":\""
                + line + "\",\"created_at\":\"2026-09-01T15:00:00Z\",\"children\":[{\"id\":7,\"text\":\"Nice\"}]}]}");
        assertEquals("/children/0", child.sourceRecord());
        assertEquals("hackernews", child.dialect());
        for (String other : new String[] {"SEEKING WORK | Baker | Remote", "Any news | on that?", "Bake | <p>remote"}) {
            Read.rejection("{\"id\":7,\"text\":\"" + other + "\",\"time\":1700000000}");
        }
    }

    @Test
    void fieldsOfYesAndNoBecomeValues() {
        RawPosting posting = Read.one(
                "[{\"title\":\"Baker\",\"short_code\":\"ab1\",\"description_html\":\"<p>Bake.</p>\",\"org_name\":\"Crumb\",\"cities\":[\"Brno\",\"Zlín\"],"
                        + "\"is_full_time\":true,\"is_part_time\":\"1\",\"is_remote\":false,\"is_contract_freelance\":true,\"date_start\":\"2021-01-30\"}]");
        assertEquals(List.of("FULL_TIME", "PART_TIME", "CONTRACTOR"), posting.employmentTypes());
        assertEquals(List.of(), posting.workModes());
        assertEquals(List.of(place("Brno"), place("Zlín")), posting.places());
    }

    @Test
    void aPostingInAWidgetIsRead() {
        RawPosting posting = Read.one(
                "{\"data\":{\"widget\":{\"config\":{},\"jobAd\":{\"id\":\"3\",\"title\":\"Pekař\",\"content\":{\"htmlContent\":\"<p>Pečeme.</p>\"},"
                        + "\"locations\":[{\"city\":\"Brno\",\"country\":\"Česká republika\"}],\"parameters\":{\"employmentTypes\":[\"Práce na plný úvazek\"]},"
                        + "\"salary\":{\"min\":30000,\"max\":40000,\"period\":\"měsíc\",\"currency\":\"Kč\"},\"employer\":{\"companyName\":\"Drobek\"}}}}}");
        assertEquals("/data/widget/jobAd", posting.sourceRecord());
        assertEquals(List.of("FULL_TIME"), posting.employmentTypes());
        assertEquals(List.of(new RawPay("30000", "40000", "CZK", "MONTH", null)), posting.pay());
    }

    @Test
    void publicServicesAreRead() {
        RawPosting usajobs = Read.one("""
                {"SearchResult": {"SearchResultCount": 1, "SearchResultItems": [{"MatchedObjectId": "44", "MatchedObjectDescriptor": {
                  "PositionTitle": "Baker", "PositionURI": "https://a.example/44", "OrganizationName": "Navy",
                  "PositionLocation": [{"LocationName": "Salem, Oregon"}], "PositionSchedule": [{"Name": "Full Time"}],
                  "QualificationSummary": "A year of bread.", "UserArea": {"Details": {"JobSummary": "We bake.", "MajorDuties": ["Knead.", "Bake."]}},
                  "PositionRemuneration": [{"MinimumRange": "20.5", "MaximumRange": "0.00", "RateIntervalCode": "PH"}],
                  "PublicationStartDate": "2026-06-08", "ApplicationCloseDate": "2026-06-15"}}]}}
                """);
        assertEquals("/SearchResult/SearchResultItems/0", usajobs.sourceRecord());
        assertEquals(
                "Summary\nWe bake.\n\nResponsibilities\nKnead.\nBake.\n\nQualifications\nA year of bread.",
                usajobs.description());
        assertEquals(List.of(new RawPay("20.5", null, "USD", "HOUR", null)), usajobs.pay());
        RawPosting swedish = Read.one("""
                {"annonsId": 7, "annonsrubrik": "Bagare", "annonstext": "Vi bakar.", "arbetsgivareNamn": "Smula AB",
                 "arbetsplatsadress": {"postort": "Kiruna", "land": null, "lan": {"namn": "Norrbottens län"}}, "publiceringsdatum": "2026-10-19 00:00:00"}
                """);
        assertEquals(List.of(place("Kiruna", "Norrbottens län", "SE")), swedish.places());
    }

    @Test
    void issuesAndGatheredPostingsAndListingsAreRead() {
        RawPosting issue = Read.one(
                "{\"id\":\"gh_1\",\"sourceId\":\"a/b#1\",\"title\":\"Baker\",\"description\":\"# Baker\\n\\n- Bread\",\"issueState\":\"open\","
                        + "\"repository\":\"a/b\",\"salary\":{\"currency\":\"BRL\",\"min\":8540},\"createdAt\":\"2025-05-01T19:38:03Z\",\"url\":\"https://a.example/1\"}");
        assertEquals(TextFormat.MARKDOWN, issue.descriptionFormat());
        assertEquals(List.of(), issue.pay());
        RawPosting gathered = Read.one(
                "{\"id\":\"job-1\",\"externalId\":\"5\",\"title\":\"Baker\",\"company\":\"Crumb\",\"location\":\"US\",\"workMode\":\"Hybrid\",\"employmentType\":\"Unknown\","
                        + "\"salaryMin\":110000,\"salaryMax\":110000,\"salaryText\":\"$110,000 USD\",\"sourceAdapter\":\"x\",\"description\":\"Bake.\",\"applyUrl\":\"https://a.example\"}");
        assertEquals(List.of(), gathered.employmentTypes());
        assertEquals(List.of(new RawPay(null, null, null, null, "$110,000 USD")), gathered.pay());
        RawPosting listed = Read.one(
                "[{\"company\":\"crumb\",\"company_slug\":\"crumb\",\"title\":\"Baker\",\"location\":\"Bern\",\"absolute_url\":\"https://a.example/1\",\"id\":1,\"updated_at\":\"2025-12-30\"}]");
        assertEquals("crumb", listed.company());
        assertNull(listed.datePosted());
    }

    @Test
    void aLongListWithinAnObjectIsReadElementByElement() {
        StringBuilder text = new StringBuilder("{\"name\": \"Crumb\", \"jobs\": [");
        for (int i = 0; i < 2_000; i++) {
            text.append(i == 0 ? "" : ",\n")
                    .append("{\"title\": \"Baker ")
                    .append(i)
                    .append("\", \"shortcode\": \"S")
                    .append(i)
                    .append("\", \"url\": \"https://a.example/")
                    .append(i)
                    .append("\"}");
        }
        text.append("], \"total\": 2000}\n{\"jobs\": [7]}");
        List<SourceRecord> records = Read.all(
                text.toString().getBytes(StandardCharsets.UTF_8),
                ReadOptions.standard().withMaxRecordBytes(2_000));
        assertEquals(2_001, records.size());
        assertEquals("Baker 1999", posting(records, 1_999).title());
        assertEquals("/jobs/1999", posting(records, 1_999).sourceRecord());
        assertEquals(
                QuarantineReason.NOT_A_JOB_POSTING,
                Read.rejection(records.get(2_000)).reason());
    }

    @Test
    void aListThatBreaksOffKeepsWhatWasReadBefore() {
        List<SourceRecord> records = Read.all(
                "{\"name\": \"Crumb\", \"jobs\": [{\"title\": \"A\", \"shortcode\": \"S\", \"url\": \"https://a.example\"},\n {\"title\": ");
        assertEquals("A", posting(records, 0).title());
        assertEquals(
                QuarantineReason.JSON_SYNTAX, Read.rejection(records.get(1)).reason());
        assertEquals("/jobs/1", Read.rejection(records.get(1)).sourceRecord());
    }

    // ---------------------------------------------------------------- XML

    @Test
    void aFeedOfIndeedIsRead() {
        List<SourceRecord> records = Read.all("""
                <?xml version="1.0" encoding="UTF-8"?>
                <source><publisher>Crumb</publisher>
                  <job><title><![CDATA[Baker & Cook]]></title><date>Mon, 02 Mar 2026 08:00:00 GMT</date>
                    <referencenumber><![CDATA[C-1]]></referencenumber><url>https://a.example/1</url><company></company>
                    <city>Portugal</city><state>Portugal</state><country>PT</country>
                    <description><![CDATA[<p>We bake.</p>]]></description><salary>1000 - 1200</salary><jobtype>FULL_TIME</jobtype></job>
                  <job><title/><description/><url>https://a.example/2</url><referencenumber/></job>
                </source>
                """);
        RawPosting baker = posting(records, 0);
        assertEquals(SourceFormat.XML, baker.format());
        assertEquals("/source/job[1]", baker.sourceRecord());
        assertEquals("Baker & Cook", baker.title());
        assertEquals("Crumb", baker.company());
        assertEquals(List.of(place(null, null, "PT")), baker.places());
        assertEquals("<p>We bake.</p>", baker.description());
        assertEquals(QuarantineReason.NO_CONTENT, Read.rejection(records.get(1)).reason());
        assertEquals("/source/job[2]", Read.rejection(records.get(1)).sourceRecord());
    }

    @Test
    void otherFeedsAreRead() {
        RawPosting jooble = Read.one(
                "<?xml version='1.0'?>\n<jobs><job id=\"C-1\"><link>https://a.example/1</link><name>Baker</name><region>Bern</region>"
                        + "<country>CH</country><description>Bake.</description><pubdate>2026-03-02</pubdate><expire>2026-04-02</expire></job></jobs>");
        assertEquals("C-1", jooble.reference());
        assertEquals(List.of(place(null, "Bern", "CH")), jooble.places());
        RawPosting talent = Read.one(
                "<source><job><title>Baker</title><referencenumber>C-1</referencenumber><url>https://a.example/1</url><isremote>yes</isremote><salary>"
                        + "<salary_min>1000</salary_min><salary_max>1200</salary_max><salary_currency>EUR</salary_currency><period>month</period></salary>"
                        + "<description>Bake.</description></job></source>");
        assertEquals(List.of(new RawPay("1000", "1200", "EUR", "month", null)), talent.pay());
        assertEquals(List.of("Remote"), talent.workModes());
        RawPosting personio = Read.one(
                "<?xml version='1.0'?><workzag-jobs><position><id>18</id><subcompany>Crumb</subcompany><office>Bern</office><additionalOffices><office>Basel</office>"
                        + "<office>Genf</office></additionalOffices><name>Baker</name><jobDescriptions><jobDescription><name>Duties</name><value><![CDATA[<p>Bake</p>]]></value>"
                        + "</jobDescription></jobDescriptions><employmentType>permanent</employmentType><schedule>part-time</schedule></position></workzag-jobs>");
        assertEquals(List.of(place("Bern"), place("Basel"), place("Genf")), personio.places());
        assertEquals("<h3>Duties</h3>\n<p>Bake</p>", personio.description());
        assertEquals(List.of("part-time"), personio.employmentTypes());
        RawPosting unknown = Read.one(
                "<?xml version='1.0'?><crumb><list><vacancy><JobTitle>Baker</JobTitle><Description>Bake.</Description></vacancy></list></crumb>");
        assertEquals("Baker", unknown.title());
        assertEquals("/crumb/list/vacancy[1]", unknown.sourceRecord());
    }

    @Test
    void anElementOfWordsAloneIsNoRecord() {
        RawPosting posting = Read.one(
                "<?xml version=\"1.0\"?><board><position>Head of feeds</position><vacancy><position>Baker</position><company>Crumb</company>"
                        + "<text>Bake.</text></vacancy></board>");
        assertEquals("Baker", posting.title());
    }

    @Test
    void aFeedWhoseTitlesNameTheCompanyFirstIsTakenApart() {
        RawPosting posting = Read.one("<rss version=\"2.0\"><channel><title>We Work Remotely</title><item>"
                + "<title>Crumb &amp; Co: Baker: Nights</title><region>Europe Only</region><description>Bake.</description>"
                + "<guid>https://weworkremotely.com/remote-jobs/crumb-baker</guid></item></channel></rss>");
        assertEquals("weworkremotely", posting.dialect());
        assertEquals("Crumb & Co", posting.company());
        assertEquals("Baker: Nights", posting.title());
        assertEquals(List.of(new RawPlace(null, null, null, "Europe")), posting.applicantPlaces());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Crumb: open jobs", "News of Crumb"})
    void aNewsFeedIsReadWhenItSaysThatItIsAboutJobs(String title) {
        List<SourceRecord> records = Read.all("<rss version=\"2.0\"><channel><title>" + title
                + "</title><link>https://a.example</link><item><title>Baker</title><link>https://a.example/1</link>"
                + "<description>Bake.</description></item></channel></rss>");
        if (title.contains("jobs")) {
            assertEquals("https://a.example/1", Read.posting(Read.only(records)).url());
        } else {
            assertEquals(
                    QuarantineReason.NOT_A_JOB_POSTING,
                    Read.rejection(Read.only(records)).reason());
        }
    }

    @Test
    void neitherFilesOfTheMachineNorGrowingEntitiesGetIn(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String job =
                "<source><job><title>Baker&x;</title><url>https://a.example</url><description>We bake.&x;</description></job></source>";
        List<String> hostile = List.of(
                "<!DOCTYPE source [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE source [<!ENTITY a \"lol\"><!ENTITY b \"" + "&a;".repeat(1_000) + "\"><!ENTITY x \""
                        + "&b;".repeat(100_000) + "\">]>");
        for (String type : hostile) {
            for (SourceRecord record : Read.all("<?xml version=\"1.0\"?>\n" + type + job)) {
                String all = record.toString();
                assertTrue(!all.contains("SECRET") && !all.contains("lollol"), "An entity was read");
            }
        }
    }

    @Test
    void anElementBeyondTheLimitIsRejected() {
        String job = "<job><title>Baker</title><url>https://a.example</url><description>%s</description></job>";
        List<SourceRecord> records = Read.all(
                ("<source>" + String.format(job, "Bake.") + String.format(job, "x".repeat(1_500))
                                + String.format(job, "Bake.") + "</source>")
                        .getBytes(StandardCharsets.UTF_8),
                ReadOptions.standard().withMaxRecordBytes(1_000));
        assertEquals("Baker", posting(records, 0).title());
        assertEquals(QuarantineReason.TOO_LARGE, Read.rejection(records.get(1)).reason());
        assertEquals("/source/job[2]", Read.rejection(records.get(1)).sourceRecord());
        assertEquals("/source/job[3]", posting(records, 2).sourceRecord());
    }

    @Test
    void xmlThatBreaksOffKeepsWhatWasReadBefore() {
        List<SourceRecord> records = Read.all(
                "<source><job><title>Baker</title><url>https://a.example</url><company>Crumb</company></job><job><title>Co");
        assertEquals("Baker", posting(records, 0).title());
        assertEquals(QuarantineReason.UNREADABLE, Read.rejection(records.get(1)).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252"})
    void theEncodingThatAFeedDeclaresCounts(String encoding) {
        String feed = "<?xml version=\"1.0\" encoding=\"" + encoding
                + "\"?><source><job><title>Bäcker</title><url>https://a.example</url><company>Crumb</company></job></source>";
        List<SourceRecord> records = Read.all(feed.getBytes(Charset.forName(encoding)), ReadOptions.standard());
        assertEquals("Bäcker", Read.posting(Read.only(records)).title());
    }

    @Test
    void deepXmlIsRejected() {
        List<SourceRecord> records = Read.all("<source><job>" + "<a>".repeat(100_000));
        assertEquals(
                QuarantineReason.NOT_A_POSTING_FORMAT,
                Read.rejection(Read.only(records)).reason());
    }

    // ---------------------------------------------------------------- tables

    @Test
    void tablesOfCitiesAndBoardsAreRead() {
        RawPosting city = Read.one(
                "Job ID,Civil Service Title,Agency,Posting Type,Salary Range From,Salary Range To\n42,BAKER,DEPT OF BREAD,External,15.0,17.5\n");
        assertEquals("42", city.id());
        assertEquals(List.of(new RawPay("15.0", "17.5", "USD", null, null)), city.pay());
        RawPosting board = Read.one(
                "job_title,job_location,job_via,job_posted_date,job_work_from_home,salary_year_avg,salary_hour_avg,company_name,job_skills\n"
                        + "Baker,\"Bern, CH\",via Crumb,2026-03-02 10:00:00,True,,20.5,Crumb,\"['rye', 'wheat']\"\n");
        assertEquals(List.of("rye", "wheat"), board.skills());
        assertEquals(List.of(new RawPay("20.5", "20.5", "USD", "HOUR", null)), board.pay());
        RawPosting texts = Read.one(",jobdescription,jobtitle\n0,\"We bake.\",Baker\n");
        assertEquals("Baker", texts.title());
    }

    @Test
    void everyDialectThatIsShippedIsNamedOnce() {
        List<String> names = new ArrayList<>(Dialects.standard().names());
        assertEquals(new TreeSet<>(names).size(), names.size());
    }
}
