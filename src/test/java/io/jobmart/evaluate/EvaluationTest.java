package io.jobmart.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.DegreeDemand;
import io.jobmart.model.DegreeLevel;
import io.jobmart.model.EmploymentType;
import io.jobmart.model.EmploymentTypeReading;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Evidence;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.Fingerprint;
import io.jobmart.model.GrossNet;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.LocationPrecision;
import io.jobmart.model.LocationRole;
import io.jobmart.model.Modality;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.PayStatement;
import io.jobmart.model.Place;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.Posting;
import io.jobmart.model.RawPosting;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.Requirement;
import io.jobmart.model.RequirementType;
import io.jobmart.model.SectionKind;
import io.jobmart.model.SkillMention;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TitleReading;
import io.jobmart.model.ValueStatus;
import io.jobmart.model.WorkMode;
import io.jobmart.model.WorkModeReading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each measure against an example small enough to count by hand. */
class EvaluationTest {
    private static final double EXACT = 1e-9;
    private static final String TEXT = "We bake bread. You know Sourdough well.";

    @TempDir
    private Path directory;

    /** What the parser of the test reads, to be filled by each test. */
    private String title;

    private final List<CompanyMention> companies = new ArrayList<>();
    private final List<PlaceMention> places = new ArrayList<>();
    private WorkMode mode = WorkMode.NOT_STATED;
    private final List<RemoteRegion> regions = new ArrayList<>();
    private final List<EmploymentTypeReading> types = new ArrayList<>();
    private ValueStatus salaryStatus = ValueStatus.NOT_STATED;
    private final List<PayStatement> pay = new ArrayList<>();
    private final List<ExperienceDemand> experience = new ArrayList<>();
    private final List<DegreeDemand> degrees = new ArrayList<>();
    private final List<LanguageDemand> languages = new ArrayList<>();
    private final List<SkillMention> skills = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private String language;

    @BeforeEach
    void writePosting() throws IOException {
        Files.writeString(directory.resolve("a.txt"), TEXT);
    }

    private Posting parsed(RawPosting raw) {
        return new Posting(
                1,
                "content:1",
                "hash",
                null,
                null,
                raw.sourceFile(),
                raw.sourceRecord(),
                null,
                SourceFormat.PLAIN_TEXT,
                null,
                new TitleReading(title, title, null, null),
                companies,
                places,
                new WorkModeReading(mode, ValueStatus.PARSED, null),
                regions,
                types,
                null,
                null,
                salaryStatus,
                pay,
                ValueStatus.PARSED,
                experience,
                ValueStatus.PARSED,
                degrees,
                languages,
                skills,
                requirements,
                List.of(),
                null,
                raw.description(),
                language,
                EncodingFlavour.NONE,
                Fingerprint.NONE,
                List.of(),
                List.of());
    }

    /** Judges one posting; single quotes in the label stand for double ones. */
    private EvaluationReport judge(String label) {
        return judge(List.of("{'id':'p','file':'a.txt','record':null," + label + "}"), this::parsed);
    }

    private EvaluationReport judge(List<String> labels, Function<RawPosting, Posting> parser) {
        Map<String, String> names = Map.of("ML", "ml", "machine learning", "ml", "Java", "java", "Sourdough", "sour");
        try {
            Path file = directory.resolve("labels.jsonl");
            Files.writeString(file, String.join("\n", labels).replace('\'', '"') + "\n\n");
            return Evaluation.run(file, directory, parser, names::get);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertCounts(Measure measure, int right, int predicted, int found, int labelled) {
        assertEquals(
                List.of(right, predicted, found, labelled),
                List.of(measure.right(), measure.predicted(), measure.found(), measure.labelled()),
                measure.field());
    }

    private static Evidence sourdough() {
        int at = TEXT.indexOf("Sourdough");
        return Evidence.text(at, at + 9, "skill.name");
    }

    private void skill(String surface, String label, String skillId, Modality modality) {
        skills.add(new SkillMention(skillId, label, modality, surface, 1, false, null, sourdough()));
    }

    private void pays(String min, String max, String currency, PayPeriod period, boolean inferred) {
        pay.add(new PayStatement(
                PayKind.BASE,
                currency,
                period,
                inferred,
                min == null ? null : new BigDecimal(min),
                max == null ? null : new BigDecimal(max),
                GrossNet.values()[0],
                false,
                ValueStatus.PARSED,
                "raw",
                null));
    }

    private void demand(int lineNo, String text, Modality modality) {
        requirements.add(new Requirement(
                RequirementType.OTHER,
                text,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                lineNo,
                modality,
                1,
                1,
                text,
                SectionKind.GENERAL,
                null));
    }

    private void works(String city, String country, LocationRole role) {
        Place place = new Place("x", city, city, null, null, country, null, null, null, LocationPrecision.CITY, null);
        places.add(new PlaceMention(place, role, false, city, ValueStatus.PARSED, null));
    }

    @Test
    void titlesAreComparedWithoutCaseAndSigns() {
        title = "senior baker / night";
        Measure measure = judge("'title':'Senior Baker, Night'").measure("title");
        assertCounts(measure, 1, 1, 1, 1);
        assertEquals(1.0, measure.precision(), EXACT);
        title = "Baker";
        assertCounts(judge("'title':'Senior Baker'").measure("title"), 0, 1, 0, 1);
    }

    @Test
    void aCompanyMatchesWithOrWithoutItsLegalForm() {
        companies.add(new CompanyMention("agent", "Agent", null, null, null, CompanyRole.AGENCY, "Agent", null));
        companies.add(new CompanyMention("crumb", "Crumb", "Ltd", null, null, CompanyRole.POSTER, "Crumb, Ltd", null));
        assertCounts(judge("'company':'Crumb'").measure("company"), 1, 1, 1, 1);
        assertCounts(judge("'company':'CRUMB Ltd'").measure("company"), 1, 1, 1, 1);
        assertCounts(judge("'company':'Agent'").measure("company"), 0, 1, 0, 1);
        assertCounts(judge("'company':null").measure("company"), 0, 1, 0, 1);
    }

    @Test
    void noCompanyIsRightWhereThereIsNone() {
        assertCounts(judge("'company':null").measure("company"), 1, 1, 1, 1);
    }

    @Test
    void workSitesAreCitiesAndCountriesAreCountedApart() {
        works("Graz", "AT", LocationRole.WORK_SITE);
        works("Salem", "US", LocationRole.WORK_SITE);
        works("Oslo", "NO", LocationRole.REMOTE_ALLOWED);
        EvaluationReport report = judge("'work_sites':[{'city':'graz','country':'AT'},{'city':'Linz','country':'AT'},"
                + "{'city':null,'country':'DE'}]");
        // Graz right, Salem wrong, Linz missed.
        assertCounts(report.measure("work sites"), 1, 2, 1, 2);
        assertEquals(0.5, report.measure("work sites").f1(), EXACT);
        // AT right, US wrong, DE missed.
        assertCounts(report.measure("countries"), 1, 2, 1, 2);
    }

    @Test
    void aNullLabelOfWorkModeIsNotScored() {
        mode = WorkMode.REMOTE;
        assertCounts(judge("'work_mode':null").measure("work mode"), 0, 0, 0, 0);
        assertCounts(judge("'work_mode':'REMOTE'").measure("work mode"), 1, 1, 1, 1);
        assertCounts(judge("'work_mode':'HYBRID'").measure("work mode"), 0, 1, 0, 1);
    }

    @Test
    void aFieldThatALabelLacksIsNotScored() {
        title = "Baker";
        skill("Sourdough", "Sourdough", "sour", Modality.REQUIRED);
        regions.add(new RemoteRegion("US", null));
        works("Graz", "AT", LocationRole.WORK_SITE);
        pays("20", "20", "USD", PayPeriod.HOUR, false);
        demand(1, "You bake", Modality.REQUIRED);
        EvaluationReport report = judge("'work_mode':'NOT_STATED'");
        for (Measure measure : report.measures()) {
            int judged = measure.field().equals("work mode") ? 1 : 0;
            assertCounts(measure, judged, judged, judged, judged);
        }
    }

    @Test
    void aBrokenLabelIsNamedByItsLine() {
        String good = "{'id':'1','file':'a.txt','record':null}";
        for (String[] broken : new String[][] {
            {"{'id':'2','file':", "Line 2 of the labels: Unexpected end"},
            {"{'id':'2','file':'none.txt'}", "Line 2 of the labels: There is no file 'none.txt'"},
            {"{'id':'2','file':'a.txt','record':'7'}", "Line 2 of the labels: There is no record 7 in a.txt"},
            {
                "{'id':'2','file':'a.txt','skills':[{'surface':'x','modality':'MUST'}]}",
                "Line 2 of the labels: No enum constant"
            }
        }) {
            Exception thrown =
                    assertThrows(IllegalArgumentException.class, () -> judge(List.of(good, broken[0]), this::parsed));
            assertTrue(thrown.getMessage().startsWith(broken[1]), thrown.getMessage());
        }
    }

    @Test
    void codesAreComparedAsSets() {
        regions.add(new RemoteRegion("US", null));
        regions.add(new RemoteRegion("US", null));
        regions.add(new RemoteRegion("CA", null));
        types.add(new EmploymentTypeReading(EmploymentType.FULL_TIME, null));
        languages.add(new LanguageDemand("en", null, Modality.REQUIRED, null));
        EvaluationReport report = judge("'remote_regions':['US','EU','WORLD'],'employment_types':['FULL_TIME'],"
                + "'languages':[{'language':'en','modality':'REQUIRED'},{'language':'de','modality':'PREFERRED'}]");
        Measure measure = report.measure("remote regions");
        assertCounts(measure, 1, 2, 1, 3);
        assertEquals(0.5, measure.precision(), EXACT);
        assertEquals(1.0 / 3, measure.recall(), EXACT);
        assertEquals(0.4, measure.f1(), EXACT);
        assertCounts(report.measure("employment types"), 1, 1, 1, 1);
        assertCounts(report.measure("human languages"), 1, 1, 1, 2);
    }

    @Test
    void aSalaryIsRightWhenAllFourPartsAgree() {
        pays("60000.00", "80000", "USD", PayPeriod.YEAR, false);
        pays("60000", "80000", "EUR", PayPeriod.YEAR, false);
        pays("20", null, "USD", PayPeriod.HOUR, false);
        EvaluationReport report =
                judge("'salaries':[{'min':60000,'max':80000,'currency':'USD','period':'YEAR','kind':'BASE'},"
                        + "{'min':20,'max':25,'currency':'USD','period':'HOUR','kind':'BASE'}]");
        assertCounts(report.measure("salaries"), 1, 3, 1, 2);
    }

    @Test
    void aPeriodThatIsNotLabelledMayBeAnInferredYear() {
        String label = "'salaries':[{'min':60000,'max':80000,'currency':'USD','period':null}]";
        pays("60000", "80000", "USD", PayPeriod.YEAR, true);
        assertCounts(judge(label).measure("salaries"), 1, 1, 1, 1);
        pay.clear();
        pays("60000", "80000", "USD", null, false);
        assertCounts(judge(label).measure("salaries"), 1, 1, 1, 1);
        pay.clear();
        pays("60000", "80000", "USD", PayPeriod.YEAR, false);
        assertCounts(judge(label).measure("salaries"), 0, 1, 0, 1);
        pay.clear();
        pays("60000", "80000", "USD", PayPeriod.MONTH, true);
        assertCounts(judge(label).measure("salaries"), 0, 1, 0, 1);
    }

    @Test
    void optionalAndRepeatedSalariesDoNotCount() {
        pays("90000", "90000", null, PayPeriod.YEAR, true);
        pays("20", "20", "USD", PayPeriod.HOUR, false);
        pays("20.0", "20", "USD", PayPeriod.HOUR, false);
        EvaluationReport report = judge("'salaries':[{'min':20,'max':20,'currency':'USD','period':'HOUR'}],"
                + "'optional_salaries':[{'min':null,'max':90000,'currency':'USD','period':null}]");
        assertCounts(report.measure("salaries"), 1, 1, 1, 1);
    }

    @Test
    void anUnparsedSalaryIsNotStatedWithoutValue() {
        salaryStatus = ValueStatus.CONFLICT;
        assertCounts(judge("'salary_status':'STATED'").measure("salary status"), 1, 1, 1, 1);
        salaryStatus = ValueStatus.UNPARSED;
        assertCounts(judge("'salary_status':'STATED_WITHOUT_VALUE'").measure("salary status"), 0, 1, 0, 1);
        assertCounts(judge("'salary_status':null").measure("salary status"), 0, 0, 0, 0);
    }

    @Test
    void yearsAreComparedAsNumbersAndDegreesByLevel() {
        for (String[] range : new String[][] {{"5.0", null}, {"1.50", "3"}, {"5", null}}) {
            experience.add(new ExperienceDemand(
                    new BigDecimal(range[0]),
                    range[1] == null ? null : new BigDecimal(range[1]),
                    null,
                    Modality.REQUIRED,
                    ValueStatus.PARSED,
                    null));
        }
        degrees.add(new DegreeDemand(null, null, false, Modality.REQUIRED, ValueStatus.PARSED, null));
        degrees.add(new DegreeDemand(DegreeLevel.MASTER, null, false, Modality.REQUIRED, ValueStatus.PARSED, null));
        EvaluationReport report = judge("'experience':[{'min':5,'max':null},{'min':1.5,'max':2}],"
                + "'degrees':[{'level':'UNSPECIFIED'},{'level':'BACHELOR'}]");
        assertCounts(report.measure("experience"), 1, 2, 1, 2);
        assertCounts(report.measure("degree levels"), 1, 2, 1, 2);
    }

    @Test
    void aSkillIsRightBySurfaceLabelOrVocabularyEntry() {
        skill("Java", "Java", "java", Modality.REQUIRED);
        skill("js", "JavaScript", "js", Modality.REQUIRED);
        skill("ML", "Machine learning", "ml", Modality.PREFERRED);
        skill("Cobol", "COBOL", "cobol", Modality.REQUIRED);
        EvaluationReport report = judge("'skills':[{'surface':'java','modality':'REQUIRED'},"
                + "{'surface':'JavaScript','modality':'MENTIONED'},{'surface':'machine learning','modality':'PREFERRED'},"
                + "{'surface':'Rust','modality':'PREFERRED'},{'surface':'Ada','modality':'MENTIONED'}]");
        assertCounts(report.measure("skills"), 3, 4, 3, 5);
        assertEquals(0.75, report.measure("skills").precision(), EXACT);
        assertEquals(0.6, report.measure("skills").recall(), EXACT);
        // Asked for: java, machine learning, Rust.
        assertEquals(2.0 / 3, report.measure("skills asked for").recall(), EXACT);
        // js is MENTIONED in the labels.
        assertEquals(2.0 / 3, report.measure("modality of skills").precision(), EXACT);
    }

    @Test
    void twoSurfacesOfOneSkillAreBothFoundByOneMention() {
        skill("ML", "Machine learning", "ml", Modality.REQUIRED);
        EvaluationReport report = judge("'skills':[{'surface':'machine learning','modality':'MENTIONED'},"
                + "{'surface':'ML','modality':'REQUIRED'}]");
        assertCounts(report.measure("skills"), 1, 1, 2, 2);
        assertEquals(1.0, report.measure("modality of skills").precision(), EXACT);
    }

    @Test
    void aLineIsTheSameWhenFourFifthsOfTheWordsAreCommonBothWays() {
        demand(1, "You can bake bread at night", Modality.REQUIRED);
        demand(1, "You can bake bread at night", Modality.PREFERRED);
        demand(2, "You can bake", Modality.REQUIRED);
        demand(3, "A licence to drive would be a plus", Modality.REQUIRED);
        EvaluationReport report =
                judge("'requirement_lines':[{'text':'* can bake bread at night','modality':'REQUIRED'},"
                        + "{'text':'You can bake very well indeed','modality':'REQUIRED'},"
                        + "{'text':'A licence to drive would be a plus!','modality':'PREFERRED'}]");
        assertCounts(report.measure("requirement lines"), 2, 3, 2, 3);
        assertEquals(0.5, report.measure("modality of lines").precision(), EXACT);
        assertEquals(0.5, report.measure("modality").precision(), EXACT);
    }

    @Test
    void eachLabelledLineIsUsedOnce() {
        demand(1, "You bake bread", Modality.REQUIRED);
        demand(2, "You bake bread", Modality.REQUIRED);
        EvaluationReport report = judge("'requirement_lines':[{'text':'You bake bread','modality':'REQUIRED'}]");
        assertCounts(report.measure("requirement lines"), 1, 2, 1, 1);
    }

    @Test
    void wordsThatRepeatAreCountedAsOftenAsBothHaveThem() {
        assertEquals(0.5, Evaluation.share(List.of("a", "a", "a", "b"), List.of("a", "b")), EXACT);
        assertEquals(0.0, Evaluation.share(List.of(), List.of()), EXACT);
    }

    @Test
    void theMainLanguageAndTheRepairAreAccuracies() {
        language = "en";
        EvaluationReport report = judge("'language':'en','encoding_repair':'CP1252'");
        assertCounts(report.measure("main language"), 1, 1, 1, 1);
        assertCounts(report.measure("encoding repair"), 0, 1, 0, 1);
    }

    @Test
    void aWrongValueIsListedWithTheWordsItWasReadFrom() {
        skill("Sourdough", "Sourdough", "sour", Modality.REQUIRED);
        EvaluationReport report = judge("'title':null,'skills':[{'surface':'Java','modality':'REQUIRED'}]");
        Judgement wrong = report.errors().get(0);
        assertEquals(Judgement.Verdict.WRONG, wrong.verdict());
        assertEquals("p", wrong.posting());
        assertEquals("TEXT skill.name: We bake bread. You know [Sourdough] well.", wrong.evidence());
        assertEquals(
                new Judgement("p", "skills", Judgement.Verdict.MISSED, "Java (REQUIRED)", null),
                report.errors().get(1));
    }

    @Test
    void countsAreSummedOverPostingsAndFailuresCountAsNothingRead() throws IOException {
        Files.writeString(directory.resolve("b.json"), "{\"@type\":\"Event\"}");
        title = "Baker";
        regions.add(new RemoteRegion("US", null));
        String rest = ",'title':'Baker','remote_regions':['US'],'work_mode':'NOT_STATED'}";
        List<String> labels = List.of(
                "{'id':'1','file':'a.txt'" + rest,
                "{'id':'2','file':'b.json'" + rest,
                "{'id':'3','file':'a.txt'" + rest);
        int[] calls = {0};
        EvaluationReport report = judge(labels, raw -> {
            if (++calls[0] == 2) {
                throw new IllegalStateException("defect");
            }
            return parsed(raw);
        });
        assertEquals(3, report.postings());
        assertCounts(report.measure("remote regions"), 1, 1, 1, 3);
        assertCounts(report.measure("title"), 1, 3, 1, 3);
        assertCounts(report.measure("work mode"), 1, 3, 1, 3);
        assertEquals(
                List.of("rejected", "parser failed"),
                report.errors().stream()
                        .filter(error -> error.field().equals("posting"))
                        .map(Judgement::value)
                        .toList());
    }

    @Test
    void aRowOfATableIsFoundByItsNumber() throws IOException {
        Files.writeString(
                directory.resolve("t.csv"),
                "Job Title,Salary Estimate,Job Description,Company Name\nBaker,-1,Bake.,A\nCook,-1,Cook.,B\n");
        EvaluationReport report = judge(List.of("{'id':'2','file':'t.csv','record':2,'title':'Cook'}"), raw -> {
            title = raw.title();
            return parsed(raw);
        });
        assertCounts(report.measure("title"), 1, 1, 1, 1);
        assertThrows(
                IllegalArgumentException.class,
                () -> judge(List.of("{'id':'3','file':'t.csv','record':3,'title':'Cook'}"), this::parsed));
    }

    @Test
    void targetsAreJudged() {
        assertEquals(true, new Measure("x", Measure.Kind.PRECISION_AND_RECALL, 97, 100, 95, 100, 0.97, 0.95).reached());
        assertEquals(
                false, new Measure("x", Measure.Kind.PRECISION_AND_RECALL, 97, 100, 94, 100, 0.97, 0.95).reached());
        assertEquals(false, new Measure("x", Measure.Kind.F1, 0, 0, 0, 5, 0.9, null).reached());
        assertNull(new Measure("x", Measure.Kind.F1, 0, 0, 0, 0, 0.9, null).reached());
        assertNull(new Measure("x", Measure.Kind.F1, 1, 1, 1, 1, null, null).reached());
    }

    @Test
    void theReportIsATableAndJson() throws IOException {
        title = "Baker";
        EvaluationReport report = judge("'title':'Baker','remote_regions':['US']");
        String row = report.toText()
                .lines()
                .filter(line -> line.startsWith("title"))
                .findFirst()
                .orElseThrow();
        assertTrue(row.matches("title +1\\.000 +1 +1 +1 +0\\.98 +yes"), row);
        String missed = report.toText()
                .lines()
                .filter(line -> line.startsWith("remote"))
                .findFirst()
                .orElseThrow();
        assertTrue(missed.matches("remote regions +- +0\\.000 +0\\.000 +0 +0 +1 +0\\.92 +NO"), missed);
        assertEquals("p\tremote regions\tMISSED\tUS\n", report.errorsToText());
        JsonNode json = new JsonMapper().readTree(report.toJson().toString());
        assertEquals(1, json.path("postings").asInt());
        assertEquals("title", json.path("measures").get(0).path("field").asText());
        assertEquals(1.0, json.path("measures").get(0).path("precision").asDouble(), EXACT);
        assertEquals("p", json.at("/results/0/posting").asText());
        assertEquals("RIGHT", json.at("/results/0/values/0/verdict").asText());
        assertEquals("US", json.at("/results/0/values/1/value").asText());
        assertEquals(report, EvaluationReport.ofJson(json));
        assertThrows(IllegalArgumentException.class, () -> EvaluationReport.ofJson(json.path("measures")));
    }
}
