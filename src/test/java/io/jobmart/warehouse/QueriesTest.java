package io.jobmart.warehouse;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.pipeline.LoadOptions;
import io.jobmart.spark.SparkSessionExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions of jobs/queries, each against an answer computed here, in plain Java, from what the postings were written
 * from: parser, tables, views and query must all be right for the two to agree.
 */
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 20);
    private static final List<String> TITLES =
            List.of("Data Engineer", "Backend Developer", "Senior Backend Developer");
    private static final List<String> SKILLS = List.of("Java", "Python", "SQL", "Docker", "Apache Kafka");
    private static final List<String> EVERYTHING = List.of(
            "Java",
            "Python",
            "SQL",
            "Docker",
            "Apache Kafka",
            "Kubernetes",
            "Terraform",
            "Ansible",
            "Jenkins",
            "PostgreSQL",
            "MySQL",
            "MongoDB",
            "Redis",
            "Elasticsearch",
            "Apache Spark",
            "Apache Airflow",
            "Snowflake",
            "Tableau",
            "Power BI",
            "JavaScript",
            "TypeScript",
            "React",
            "Angular",
            "Vue.js",
            "Node.js",
            "PHP",
            "Ruby",
            "Kotlin",
            "Scala",
            "C++",
            "C#",
            "Django",
            "Flask",
            "GraphQL",
            "RabbitMQ",
            "Prometheus",
            "Grafana",
            "Microsoft Excel",
            "SAP",
            "Salesforce",
            "Jira",
            "Confluence",
            "GitLab",
            "Linux",
            "Bash",
            "MATLAB",
            "Oracle Database");

    private final List<Ad> ads = ads();
    private LoadedWarehouse warehouse;

    private static List<Ad> ads() {
        List<Ad> ads = new ArrayList<>();
        for (int i = 0; i < 54; i++) {
            List<String> required = new ArrayList<>();
            for (int skill = 0; skill < SKILLS.size(); skill++) {
                if (((i * 11 + 5) >> skill & 1) == 1) {
                    required.add(SKILLS.get(skill));
                }
            }
            LocalDate posted = i % 9 == 8 ? null : LocalDate.of(2026, 1 + i % 3, 1 + i % 27);
            LocalDate opened = posted == null ? AS_OF : posted;
            int degree = i % 7;
            ads.add(new Ad(
                    i,
                    TITLES.get(i / 3 % 3),
                    posted,
                    // Past, future or not stated.
                    i % 4 == 3 ? null : i % 4 == 2 ? AS_OF.plusDays(40) : opened.plusDays(10 + i % 5 * 3),
                    Ad.City.values()[i / 18],
                    new String[] {"REMOTE", "HYBRID", "ONSITE", null, null}[i % 5],
                    required,
                    i % 4 == 0 ? List.of("Kubernetes") : i % 4 == 1 ? List.of("Terraform", "Kubernetes") : List.of(),
                    i % 3 == 0 ? List.of("PostgreSQL") : List.of(),
                    i % 5 == 4
                            ? null
                            : i % 5 == 3 && i / 18 == 1
                                    ? new Ad.Pay(40 + i, 50 + i, true)
                                    : new Ad.Pay(50_000 + 1_000 * i, 60_000 + 1_500 * i, false),
                    degree < 2
                            ? List.of()
                            : degree < 4
                                    ? List.of("BACHELOR")
                                    : degree == 4
                                            ? List.of("MASTER")
                                            : degree == 5
                                                    ? List.of("BACHELOR", "MASTER", "DOCTORATE")
                                                    : List.of("DOCTORATE"),
                    degree == 3,
                    degree == 5 ? List.of(6, 4, 2) : i % 6 == 0 ? List.of() : List.of(1 + i % 6)));
        }
        // Four of one kind that closed after 10, 20, 30 and 40 days, and two that did not: half are gone at no day but
        // by products of fractions (5/6 * 4/5 * 3/4 = 1/2).
        for (int i = 0; i < 6; i++) {
            LocalDate posted = AS_OF.minusDays(60);
            ads.add(new Ad(
                    60 + i,
                    "Accountant",
                    posted,
                    i < 4 ? posted.plusDays(10L * (i + 1)) : null,
                    Ad.City.LYON,
                    null,
                    List.of("Microsoft Excel"),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    false,
                    List.of()));
        }
        // Of these, too few have closed for a median.
        for (int i = 0; i < 5; i++) {
            LocalDate posted = AS_OF.minusDays(50 + i);
            ads.add(new Ad(
                    70 + i,
                    "Translator",
                    posted,
                    i < 2 ? posted.plusDays(5) : null,
                    Ad.City.BERLIN,
                    "ONSITE",
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    false,
                    List.of()));
        }
        ads.add(new Ad(
                80,
                "Consultant",
                LocalDate.of(2026, 2, 3),
                null,
                Ad.City.AUSTIN,
                null,
                EVERYTHING,
                List.of(),
                List.of(),
                null,
                List.of(),
                false,
                List.of()));
        return ads;
    }

    @BeforeAll
    void load(SparkSession spark, @TempDir Path directory) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (Ad ad : ads) {
            lines.add(ad.json(json, "N-" + ad.number()));
            // The same vacancy, advertised twice: no question may count it twice.
            if (ad.number() % 10 == 0) {
                lines.add(ad.json(json, "COPY-" + ad.number()));
            }
        }
        Files.createDirectories(directory.resolve("dump"));
        Files.write(directory.resolve("dump/ads.jsonl"), lines);
        warehouse = LoadedWarehouse.load(
                spark,
                LoadOptions.of(
                        directory.resolve("warehouse").toString(),
                        List.of(directory.resolve("dump").toString()),
                        "board",
                        AS_OF));
    }

    private static String month(Ad ad) {
        return (ad.posted() == null ? AS_OF : ad.posted()).withDayOfMonth(1).toString();
    }

    private static String share(long part, long whole) {
        return LoadedWarehouse.number(BigDecimal.valueOf(100 * part)
                .divide(BigDecimal.valueOf(whole), 9, RoundingMode.HALF_UP)
                .setScale(1, RoundingMode.HALF_UP));
    }

    private static String number(double value) {
        return LoadedWarehouse.number(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP));
    }

    private static double quantile(List<? extends Number> values, double share) {
        List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    private static Set<String> skills(Ad ad) {
        Set<String> skills = new TreeSet<>(ad.required());
        skills.addAll(ad.preferred());
        skills.addAll(ad.mentioned());
        return skills;
    }

    private Map<String, List<Ad>> by(Function<Ad, String> key) {
        return ads.stream().collect(groupingBy(key, TreeMap::new, java.util.stream.Collectors.toList()));
    }

    private List<String> answer(String query) {
        return warehouse.query(LoadedWarehouse.statements(Path.of("jobs/queries/" + query + ".sql"))
                .get(0));
    }

    /** A row with what it is sorted by. */
    private record Line(double first, double second, String text) {
        static List<String> sorted(List<Line> lines) {
            return lines.stream()
                    .sorted(Comparator.comparingDouble(Line::first)
                            .thenComparingDouble(Line::second)
                            .reversed()
                            .thenComparing(Line::text))
                    .map(Line::text)
                    .toList();
        }
    }

    @Test
    void everyQueryOfTheFolderIsTestedHere() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("jobs/queries"))) {
            assertEquals(
                    List.of(
                            "degree-requirement-over-time.sql",
                            "experience-by-title-and-seniority.sql",
                            "median-pay-by-skill-and-country.sql",
                            "remote-share-over-time.sql",
                            "required-or-preferred.sql",
                            "skills-asked-together.sql",
                            "time-to-close-by-title-and-country.sql",
                            "top-skills-by-month.sql"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void copiesAreLinkedAndVacanciesAreCountedOnce() {
        assertEquals(ads.size(), warehouse.count("vacancy"));
        assertEquals(
                ads.size() + ads.stream().filter(ad -> ad.number() % 10 == 0).count(), warehouse.count("posting"));
    }

    @Test
    void remoteShareOverTime() {
        List<String> expected = new ArrayList<>();
        by(QueriesTest::month).forEach((month, of) -> {
            List<String> cells = new ArrayList<>(List.of(month, "" + of.size()));
            for (String mode : new String[] {"REMOTE", "HYBRID", "ONSITE", null}) {
                cells.add(share(
                        of.stream()
                                .filter(ad -> java.util.Objects.equals(mode, ad.mode()))
                                .count(),
                        of.size()));
            }
            expected.add(String.join(" | ", cells));
        });
        assertEquals(4, expected.size());
        assertEquals(lines(expected), lines(answer("remote-share-over-time")));
    }

    @Test
    void degreeRequirementOverTime() {
        List<String> expected = new ArrayList<>();
        by(QueriesTest::month).forEach((month, ofMonth) -> {
            List<Line> lines = new ArrayList<>();
            ofMonth.stream()
                    .collect(groupingBy(ad ->
                            ad.degrees().isEmpty() ? "NOT_STATED" : ad.degrees().get(0)))
                    .forEach((degree, of) -> lines.add(new Line(
                            of.size(),
                            0,
                            String.join(
                                    " | ",
                                    month,
                                    degree,
                                    "" + of.size(),
                                    share(of.size(), ofMonth.size()),
                                    "" + of.stream().filter(Ad::orEquivalent).count()))));
            expected.addAll(Line.sorted(lines));
        });
        assertEquals(lines(expected), lines(answer("degree-requirement-over-time")));
    }

    @Test
    void experienceByTitleAndSeniority() {
        List<Line> expected = new ArrayList<>();
        by(Ad::title).forEach((title, of) -> {
            List<Integer> years = of.stream()
                    .filter(ad -> !ad.years().isEmpty())
                    .map(ad -> ad.years().get(0))
                    .toList();
            if (years.size() >= 5) {
                expected.add(new Line(
                        of.size(),
                        0,
                        String.join(
                                " | ",
                                title.toLowerCase(java.util.Locale.ROOT),
                                title.startsWith("Senior") ? "SENIOR" : "null",
                                "" + of.size(),
                                share(years.size(), of.size()),
                                number(quantile(years, 0.25)),
                                number(quantile(years, 0.5)),
                                number(quantile(years, 0.75)))));
            }
        });
        assertEquals(3, expected.size());
        assertEquals(lines(Line.sorted(expected)), lines(answer("experience-by-title-and-seniority")));
    }

    @Test
    void medianPayBySkillAndCountry() {
        Map<String, List<Double>> pays = new TreeMap<>();
        for (Ad ad : ads) {
            if (ad.pay() != null) {
                Set<String> asked = new TreeSet<>(ad.required());
                asked.addAll(ad.preferred());
                for (String skill : asked) {
                    pays.computeIfAbsent(
                                    skill + " | " + ad.city().country + " | " + ad.city().currency,
                                    key -> new ArrayList<>())
                            .add(ad.pay().annual());
                }
            }
        }
        List<Line> expected = new ArrayList<>();
        pays.forEach((key, of) -> {
            if (of.size() >= 5) {
                double median = Math.round(quantile(of, 0.5));
                expected.add(new Line(of.size(), median, key + " | " + of.size() + " | " + number(median)));
            }
        });
        assertTrue(pays.size() > expected.size(), "some groups are too small to be shown");
        assertEquals(lines(Line.sorted(expected)), lines(answer("median-pay-by-skill-and-country")));
    }

    @Test
    void requiredOrPreferred() {
        List<Line> expected = new ArrayList<>();
        for (String skill : allSkills()) {
            long required =
                    ads.stream().filter(ad -> ad.required().contains(skill)).count();
            long preferred = ads.stream()
                    .filter(ad ->
                            ad.preferred().contains(skill) && !ad.required().contains(skill))
                    .count();
            long all = ads.stream().filter(ad -> skills(ad).contains(skill)).count();
            if (all >= 5) {
                expected.add(new Line(
                        all,
                        0,
                        String.join(
                                " | ",
                                skill,
                                "" + all,
                                share(required, all),
                                share(preferred, all),
                                share(all - required - preferred, all))));
            }
        }
        assertEquals(lines(Line.sorted(expected)), lines(answer("required-or-preferred")));
    }

    private Collection<String> allSkills() {
        Set<String> skills = new TreeSet<>();
        ads.forEach(ad -> skills.addAll(skills(ad)));
        return skills;
    }

    @Test
    void topSkillsByMonth() {
        List<String> expected = new ArrayList<>();
        Map<String, List<Ad>> months = by(QueriesTest::month);
        new TreeMap<>(months).descendingMap().forEach((month, of) -> {
            Map<String, Long> counts = new TreeMap<>();
            of.forEach(ad -> skills(ad).forEach(skill -> counts.merge(skill, 1L, Long::sum)));
            List<String> order = counts.keySet().stream()
                    .sorted(comparing((String skill) -> -counts.get(skill)).thenComparing(Comparator.naturalOrder()))
                    .toList();
            for (int place = 1; place <= Math.min(20, order.size()); place++) {
                String skill = order.get(place - 1);
                expected.add(String.join(
                        " | ", month, "" + place, skill, "" + counts.get(skill), share(counts.get(skill), of.size())));
            }
        });
        assertEquals(lines(expected), lines(answer("top-skills-by-month")));
    }

    @Test
    void skillsAskedTogether() {
        List<Ad> listed = ads.stream()
                .filter(ad -> !skills(ad).isEmpty() && skills(ad).size() <= 40)
                .toList();
        assertFalse(listed.containsAll(ads));
        assertEquals(1, warehouse.count("vacancy WHERE n_skills > 40"));
        List<String> names = List.copyOf(allSkills());
        List<Line> expected = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                String first = names.get(a);
                String second = names.get(b);
                long both = count(
                        listed, ad -> skills(ad).contains(first) && skills(ad).contains(second));
                long one = count(listed, ad -> skills(ad).contains(first));
                long other = count(listed, ad -> skills(ad).contains(second));
                if (both >= 5) {
                    BigDecimal lift = BigDecimal.valueOf(both * listed.size())
                            .divide(BigDecimal.valueOf(one * other), 9, RoundingMode.HALF_UP)
                            .setScale(2, RoundingMode.HALF_UP);
                    expected.add(new Line(
                            lift.doubleValue(),
                            both,
                            String.join(" | ", first, second, "" + both, LoadedWarehouse.number(lift))));
                }
            }
        }
        assertEquals(lines(Line.sorted(expected)), lines(answer("skills-asked-together")));
    }

    private static long count(List<Ad> ads, Predicate<Ad> which) {
        return ads.stream().filter(which).count();
    }

    @Test
    void timeToCloseByTitleAndCountry() {
        ToDoubleFunction<Ad> life = ad -> {
            LocalDate opened = ad.posted() == null ? AS_OF : ad.posted();
            return ChronoUnit.DAYS.between(opened, isClosed(ad) ? ad.validThrough() : AS_OF);
        };
        List<Line> expected = new ArrayList<>();
        by(ad -> ad.title().toLowerCase(java.util.Locale.ROOT) + " | " + ad.city().country)
                .forEach((key, of) -> {
                    if (of.size() < 5) {
                        return;
                    }
                    // Survival as an exact fraction: one closes after the other.
                    java.math.BigInteger alive = java.math.BigInteger.ONE;
                    java.math.BigInteger all = java.math.BigInteger.ONE;
                    String median = "null";
                    for (double day :
                            of.stream().mapToDouble(life).distinct().sorted().toArray()) {
                        long atRisk = count(of, ad -> life.applyAsDouble(ad) >= day);
                        long closing = count(of, ad -> isClosed(ad) && life.applyAsDouble(ad) == day);
                        alive = alive.multiply(java.math.BigInteger.valueOf(atRisk - closing));
                        all = all.multiply(java.math.BigInteger.valueOf(atRisk));
                        if (median.equals("null") && alive.shiftLeft(1).compareTo(all) <= 0) {
                            median = number(day);
                        }
                    }
                    long closed = count(of, QueriesTest::isClosed);
                    expected.add(new Line(of.size(), 0, String.join(" | ", key, "" + of.size(), "" + closed, median)));
                });
        List<String> sorted = Line.sorted(expected);
        assertTrue(sorted.contains("accountant | FR | 6 | 4 | 30"), sorted.toString());
        assertTrue(sorted.contains("translator | DE | 5 | 2 | null"), sorted.toString());
        assertEquals(lines(sorted), lines(answer("time-to-close-by-title-and-country")));
    }

    private static boolean isClosed(Ad ad) {
        return ad.validThrough() != null && ad.validThrough().isBefore(AS_OF);
    }

    private static String lines(List<String> rows) {
        return String.join("\n", rows) + "\n";
    }
}
