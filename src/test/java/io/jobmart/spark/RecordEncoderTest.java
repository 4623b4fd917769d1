package io.jobmart.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jobmart.model.CompanyMention;
import io.jobmart.model.CompanyRole;
import io.jobmart.model.DegreeDemand;
import io.jobmart.model.DegreeLevel;
import io.jobmart.model.EmploymentType;
import io.jobmart.model.EmploymentTypeReading;
import io.jobmart.model.EncodingFlavour;
import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ExperienceDemand;
import io.jobmart.model.Fingerprint;
import io.jobmart.model.Gone;
import io.jobmart.model.GrossNet;
import io.jobmart.model.Issue;
import io.jobmart.model.Keys;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.LocationPrecision;
import io.jobmart.model.LocationRole;
import io.jobmart.model.Modality;
import io.jobmart.model.PayKind;
import io.jobmart.model.PayPeriod;
import io.jobmart.model.PayStatement;
import io.jobmart.model.PersonalDataKind;
import io.jobmart.model.PersonalDatum;
import io.jobmart.model.Place;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.Posting;
import io.jobmart.model.PostingIssue;
import io.jobmart.model.QuarantineReason;
import io.jobmart.model.Rejection;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.Requirement;
import io.jobmart.model.RequirementType;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.model.Seniority;
import io.jobmart.model.SkillMention;
import io.jobmart.model.SourceFormat;
import io.jobmart.model.TitleReading;
import io.jobmart.model.ValueStatus;
import io.jobmart.model.WorkMode;
import io.jobmart.model.WorkModeReading;
import io.jobmart.pipeline.ParsedRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionExtension.class)
class RecordEncoderTest {
    private static final Encoder<ParsedRecord> ENCODER = RecordEncoder.of(ParsedRecord.class);

    /** A posting in which every component has a value. */
    static Posting full() {
        Evidence text = Evidence.text(3, 9, "pay.range");
        Evidence markup = Evidence.markup("jsonld.baseSalary");
        Place place = new Place(
                "geonames:1", "Bern", "Bern", "BE", "Bern", "CH", "Switzerland", 46.9, 7.4, LocationPrecision.CITY, 1L);
        return new Posting(
                Keys.of("posting", "id:board/1"),
                "id:board/1",
                "0123",
                "https://example.org/1",
                "example.org/1",
                "a/b.json",
                "/0",
                "board",
                SourceFormat.JSON,
                "lever",
                new TitleReading("Data Engineer", "Senior Data Engineer (m/w)", Seniority.SENIOR, text),
                List.of(new CompanyMention(
                        "acme", "Acme", "GmbH", "acme.example", "Software", CompanyRole.HIRING, "ACME GmbH", markup)),
                List.of(
                        new PlaceMention(place, LocationRole.WORK_SITE, true, "Bern", ValueStatus.STRUCTURED, markup),
                        new PlaceMention(
                                null, LocationRole.REMOTE_ALLOWED, false, "Nowhere", ValueStatus.UNPARSED, text)),
                new WorkModeReading(WorkMode.HYBRID, ValueStatus.PARSED, text),
                List.of(new RemoteRegion("EMEA", text)),
                List.of(new EmploymentTypeReading(EmploymentType.FULL_TIME, markup)),
                LocalDate.of(2026, 11, 20),
                LocalDate.of(1969, 12, 31),
                ValueStatus.PARSED,
                List.of(new PayStatement(
                        PayKind.BASE,
                        "EUR",
                        PayPeriod.MONTH,
                        true,
                        new BigDecimal("5000.00"),
                        null,
                        GrossNet.GROSS,
                        true,
                        ValueStatus.PARSED,
                        "ab 5.000 €",
                        text)),
                ValueStatus.PARSED,
                List.of(new ExperienceDemand(
                        new BigDecimal("1.50"), null, "Java", Modality.REQUIRED, ValueStatus.PARSED, text)),
                ValueStatus.PARSED,
                List.of(new DegreeDemand(
                        DegreeLevel.BACHELOR, "physics", true, Modality.PREFERRED, ValueStatus.PARSED, text)),
                List.of(new LanguageDemand("de", "C1", Modality.MENTIONED, text)),
                List.of(new SkillMention(
                        "java", "Java", Modality.REQUIRED, "JAVA", 2, true, new BigDecimal("3.00"), text)),
                List.of(new Requirement(
                        RequirementType.SKILL,
                        "java",
                        "java",
                        new BigDecimal("3.00"),
                        new BigDecimal("5.00"),
                        DegreeLevel.MASTER,
                        "physics",
                        Boolean.TRUE,
                        "de",
                        "C1",
                        7,
                        Modality.REQUIRED,
                        1,
                        2,
                        "3-5 years of Java",
                        SectionKind.REQUIREMENTS,
                        text)),
                List.of(new Section(SectionKind.GENERAL, null, 0, 12), new Section(SectionKind.PAY, "Lohn", 12, 20)),
                "Acme · Bern",
                "😀 Überall\n",
                "de",
                EncodingFlavour.CP1252,
                new Fingerprint(
                        List.of("url:example.org/1"),
                        "r1",
                        true,
                        -1L,
                        Long.MIN_VALUE,
                        List.of(1, -1, Integer.MIN_VALUE)),
                List.of(new PostingIssue(Issue.ENCODING_REPAIRED, "Ã¼"), new PostingIssue(Issue.COMPANY_MISSING, null)),
                List.of(
                        new PersonalDatum(PersonalDataKind.EMAIL, EvidenceField.TEXT, 3, 21, "jane@example.org"),
                        new PersonalDatum(PersonalDataKind.NAME, EvidenceField.MARKUP, null, null, "Jane Miller")));
    }

    /** A posting in which everything that may be null is null. */
    static Posting empty() {
        return new Posting(
                7, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Test
    void aPostingComesBackFromParquetAsItWas(SparkSession spark, @TempDir Path directory) {
        LocalDate day = LocalDate.of(2026, 11, 21);
        Gone gone = new Gone("a.warc", "offset:7", "https://example.org/1", "example.org/1", 410, day);
        Rejection rejection = new Rejection("x.png", null, QuarantineReason.NOT_A_POSTING_FORMAT, "PNG image", null);
        List<ParsedRecord> rows = List.of(
                new ParsedRecord(1, day, day, "board", "a/b.json", "2", 7L, 8L, "c0ffee", full(), null, null),
                new ParsedRecord(1, day, day, "board", "a/b.json", null, 7L, 8L, "c0ffee", empty(), null, null),
                new ParsedRecord(2, day, day, "board", "a.warc", "offset:7", null, null, null, null, null, gone),
                new ParsedRecord(3, day, day, "board", "x.png", null, null, null, null, null, rejection, null));
        String path = directory.resolve("rows").toString();

        spark.createDataset(rows, ENCODER).coalesce(1).write().parquet(path);

        assertEquals(rows, spark.read().parquet(path).as(ENCODER).collectAsList());
    }

    @Test
    void columnsAreNamedAndTypedAsTheComponents() {
        StructType posting = (StructType) ENCODER.schema().apply("posting").dataType();
        StructType expected = StructType.fromDDL("kind string, currency string, period string, periodInferred boolean"
                + " not null, min decimal(18,2), max decimal(18,2), grossNet string, headline boolean not null, status"
                + " string, rawText string, evidence struct<field: string, start: int, end: int, ruleId: string>");
        assertEquals(
                expected,
                ((org.apache.spark.sql.types.ArrayType) posting.apply("pay").dataType()).elementType());
        assertEquals("bigint", posting.apply("postingKey").dataType().simpleString());
        assertEquals(
                "array<int>",
                ((StructType) posting.apply("fingerprint").dataType())
                        .apply("sketch")
                        .dataType()
                        .simpleString());
        assertEquals("date", posting.apply("postedDate").dataType().simpleString());
    }

    public record Unsupported(Map<String, String> entries) {}

    @Test
    void aComponentWithoutColumnTypeIsNamed() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> RecordEncoder.of(Unsupported.class));
        assertEquals(
                "No column type for java.util.Map<java.lang.String, java.lang.String>, component entries of "
                        + Unsupported.class.getName(),
                refused.getMessage());
    }
}
