package io.jobmart.warehouse;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.pipeline.LoadOptions;
import io.jobmart.spark.SparkSessionExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Questions of jobs/queries, each in Spark and in DuckDB against an answer computed in plain Java from what the postings
 * were written from: parser, tables, views and query must all be right for the two to agree. All such tests share one
 * warehouse, which is loaded for the first of them.
 */
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuestionTest {
    static final LocalDate AS_OF = Advertisements.AS_OF;
    private static BothEngines shared;

    final Advertisements advertisements = new Advertisements();

    /** One a vacancy. */
    final List<Ad> ads = advertisements.vacancies();

    BothEngines engines;

    @BeforeAll
    void load(SparkSession spark) throws Exception {
        engines = shared(spark);
    }

    private static synchronized BothEngines shared(SparkSession spark) throws Exception {
        if (shared == null) {
            // Other classes ask it after this one: a temporary folder of one class would be gone by then.
            Path directory = Path.of("target/questions");
            FileUtil.fullyDelete(directory.toFile());
            new Advertisements().write(directory.resolve("dumps"));
            shared = BothEngines.of(LoadedWarehouse.load(
                    spark,
                    LoadOptions.of(
                                    directory.resolve("warehouse").toString(),
                                    List.of(directory.resolve("dumps").toString()),
                                    "board",
                                    AS_OF)
                            .withDaysOfNames()));
        }
        return shared;
    }

    /** The answer of a query, of which both engines give the same. */
    List<String> answer(String query) throws Exception {
        return engines.rows(BothEngines.text(query));
    }

    void assertAnswer(List<String> expected, String query) throws Exception {
        assertEquals(lines(expected), lines(answer(query)));
    }

    static String lines(List<String> rows) {
        return String.join("\n", rows) + "\n";
    }

    static LocalDate opened(Ad ad) {
        return ad.posted() == null ? AS_OF : ad.posted();
    }

    static String month(Ad ad) {
        return opened(ad).withDayOfMonth(1).toString();
    }

    static boolean isClosed(Ad ad) {
        return ad.validThrough() != null && ad.validThrough().isBefore(AS_OF);
    }

    static long daysOpen(Ad ad) {
        return ChronoUnit.DAYS.between(opened(ad), isClosed(ad) ? ad.validThrough() : AS_OF);
    }

    static String share(long part, long whole) {
        return LoadedWarehouse.number(BigDecimal.valueOf(100 * part)
                .divide(BigDecimal.valueOf(whole), 9, RoundingMode.HALF_UP)
                .setScale(1, RoundingMode.HALF_UP));
    }

    static String number(double value) {
        return LoadedWarehouse.number(BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP));
    }

    static double rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }

    static double quantile(List<? extends Number> values, double share) {
        List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    static Set<String> skills(Ad ad) {
        Set<String> skills = asked(ad);
        skills.addAll(ad.mentioned());
        return skills;
    }

    /** What is required or preferred. */
    static Set<String> asked(Ad ad) {
        Set<String> skills = new TreeSet<>(ad.required());
        skills.addAll(ad.preferred());
        return skills;
    }

    Collection<String> allSkills() {
        Set<String> skills = new TreeSet<>();
        ads.forEach(ad -> skills.addAll(skills(ad)));
        return skills;
    }

    Map<String, List<Ad>> by(Function<Ad, String> key) {
        return ads.stream().collect(groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    static long count(Collection<Ad> ads, Predicate<Ad> which) {
        return ads.stream().filter(which).count();
    }

    /** A row with what it is sorted by: two numbers from the largest, then its text. */
    record Line(double first, double second, String text) {
        static Line of(double first, Object... cells) {
            return then(first, 0, cells);
        }

        static Line then(double first, double second, Object... cells) {
            return new Line(
                    first,
                    second,
                    java.util.Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ")));
        }

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
}
