package io.jobmart.tables;

import static io.jobmart.tables.PostingFixture.posting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.CompanyRole;
import io.jobmart.model.Posting;
import io.jobmart.pipeline.ParsedRecord;
import io.jobmart.privacy.PersonalData;
import io.jobmart.privacy.PersonalFields;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.spark.SparkSessionExtension;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkSessionExtension.class)
class PersonalTest {
    private static final String TEXT =
            "We build boats. Write to jane@harbour.example. Good tools 😀.\nContact: Jane Miller";

    /** Strings that hold names of jobmart's own lists, keys, or what tables do not show. */
    private static final Set<String> IMPERSONAL = Set.of(
            "contentHash",
            "sourceFile",
            "sourceRecord",
            "source",
            "dialect",
            "language",
            "title.occupation.code",
            "title.occupation.escoUri",
            "title.occupation.socCode",
            "companies.companyId",
            "companies.legalSuffix",
            "companies.domain",
            "places.place.locationId",
            "places.place.name",
            "places.place.city",
            "places.place.regionCode",
            "places.place.region",
            "places.place.countryCode",
            "places.place.country",
            "remoteRegions.code",
            "pay.currency",
            "experience.area",
            "languages.language",
            "skills.skillId",
            "skills.label",
            "requirements.skillId",
            "requirements.humanLanguage",
            "fingerprint.links",
            "fingerprint.requisition",
            "personalData.words");

    @Test
    void everyStringOfAPostingIsEitherSearchedOrKnownToBeImpersonal() {
        Set<String> strings = new TreeSet<>();
        strings(Posting.class, "", strings);
        Set<String> named = new TreeSet<>(IMPERSONAL);
        named.addAll(PersonalFields.TEXTS.keySet());
        named.addAll(PersonalFields.VALUES);
        named.add("postingId");
        PersonalFields.LISTS.forEach((list, names) -> names.forEach(name -> named.add(list + "." + name)));

        assertEquals(strings, named);
    }

    private static void strings(Class<?> type, String path, Set<String> strings) {
        for (RecordComponent component : type.getRecordComponents()) {
            Type of = component.getGenericType() instanceof ParameterizedType list
                    ? list.getActualTypeArguments()[0]
                    : component.getType();
            String name = path + component.getName();
            if (of == String.class) {
                strings.add(name);
            } else if (of instanceof Class<?> nested
                    && nested.isRecord()
                    && !name.toLowerCase(java.util.Locale.ROOT).endsWith("evidence")) {
                strings(nested, name + ".", strings);
            }
        }
    }

    @Test
    void nothingPersonalIsLeftUnlessItIsToBeKept(SparkSession spark) {
        ParsedRecord record = posting("jane@harbour.example")
                .title("Boat builder (ask Jane Miller)")
                .text(TEXT)
                .company("Harbour, jane@harbour.example", CompanyRole.POSTER)
                .in("b1", "2026-02-27", "a.jsonl", "1");
        Dataset<Row> staged = spark.createDataset(List.of(record), RecordEncoder.of(ParsedRecord.class))
                .toDF();

        String masked = json(staged, PersonalData.MASK);
        assertFalse(masked.matches("(?is).*(jane|miller).*"), masked);
        assertTrue(masked.contains("Write to ********************. Good tools 😀.\\nContact: ***********"), masked);
        assertTrue(masked.contains("Boat builder (ask ***********)"), masked);
        assertTrue(masked.contains("\"name\":\"Harbour, ********************\""), masked);

        String dropped = json(staged, PersonalData.DROP);
        assertFalse(dropped.matches("(?is).*(jane|miller|write to|contact).*"), dropped);
        assertTrue(dropped.contains("We build boats. "), dropped);
        assertTrue(dropped.contains("Good tools 😀."), dropped);

        assertEquals(json(staged, null), json(staged, PersonalData.KEEP));
    }

    @Test
    void aTableReadsNoMoreThanItShows(SparkSession spark, @TempDir Path directory) {
        String path = directory.resolve("staged").toString();
        ParsedRecord record = posting("1").text(TEXT).in("b1", "2026-02-27", "a.jsonl", "1");
        spark.createDataset(List.of(record), RecordEncoder.of(ParsedRecord.class))
                .write()
                .parquet(path);

        Dataset<Row> staged = spark.read().parquet(path).where("posting.postingKey IS NOT NULL");
        FileSourceScanExec scan = (FileSourceScanExec) Personal.published(staged, PersonalData.MASK)
                .selectExpr("posting.skills AS skills", "posting.language AS language")
                .queryExecution()
                .sparkPlan()
                .collectLeaves()
                .head();

        assertEquals(
                Set.of("postingKey", "skills", "language", "personalData"),
                Set.of(((StructType) scan.requiredSchema().apply("posting").dataType()).fieldNames()));
    }

    @Test
    void whatWasStagedBeforeAnybodyLookedIsSearched(SparkSession spark) {
        ParsedRecord record = posting("1").text(TEXT).in("b1", "2026-02-27", "a.jsonl", "1");
        Dataset<Row> staged = spark.createDataset(List.of(record), RecordEncoder.of(ParsedRecord.class))
                .toDF()
                .selectExpr("named_struct('postingKey', posting.postingKey) AS k", "posting")
                .withColumn(
                        "posting",
                        org.apache
                                .spark
                                .sql
                                .functions
                                .expr("posting")
                                .withField(
                                        "personalData",
                                        org.apache.spark.sql.functions.expr(
                                                "CAST(NULL AS"
                                                        + " ARRAY<STRUCT<kind: STRING, field: STRING, start: INT, end: INT, words: STRING>>)")));

        String masked = json(staged, PersonalData.MASK);

        assertFalse(masked.matches("(?is).*(jane|miller).*"), masked);
    }

    private static String json(Dataset<Row> staged, PersonalData choice) {
        Dataset<Row> published =
                choice == null ? staged.select("posting.*").as("posting") : Personal.published(staged, choice);
        List<String> columns = new ArrayList<>();
        for (String field : published.schema().fieldNames()) {
            // The natural key of a company is not in reach: it decides what is one company.
            if (field.equals("companies")) {
                columns.add("posting.companies.name AS company_names");
                columns.add("posting.companies.rawText AS company_texts");
                columns.add("to_json(transform(posting.companies, c -> named_struct('name', c.name))) AS named");
            } else if (!field.equals("personalData")) {
                columns.add("posting." + field);
            }
        }
        Dataset<Row> shown = published.selectExpr(columns.toArray(String[]::new));
        return shown.toJSON().first().replace("\\\"", "\"");
    }
}
