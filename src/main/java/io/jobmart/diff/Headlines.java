package io.jobmart.diff;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.jobmart.diff.Figure.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The few figures that tell at a glance whether a snapshot is what one expects. */
public final class Headlines {
    private static final String POSTINGS = "fact_posting";

    private Headlines() {}

    /** A figure over all postings, and the columns that it needs. */
    private record Measure(String name, Unit unit, List<String> columns, String expression) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("postings", Unit.COUNT, List.of(), "count(*)"),
            new Measure("open", Unit.COUNT, List.of("is_open"), "count_if(is_open)"),
            new Measure("companies", Unit.COUNT, List.of("company_key"), "count(DISTINCT nullif(company_key, 0))"),
            share("with a company", "company_key", "company_key <> 0"),
            share("with a place", "location_key", "location_key <> 0"),
            share("with pay", "salary_status", "salary_status IN ('STRUCTURED', 'PARSED')"),
            share("with years of experience", "experience_status", "experience_status IN ('STRUCTURED', 'PARSED')"),
            share("with a degree", "degree_status", "degree_status IN ('STRUCTURED', 'PARSED')"),
            share("remote", "work_mode", "work_mode = 'REMOTE'"),
            mean("skills per posting", "n_skills"),
            mean("requirements per posting", "n_requirements"),
            mean("days open", "days_open"));

    private static Measure share(String name, String column, String condition) {
        return new Measure("share " + name, Unit.SHARE, List.of(column), "avg(CAST(" + condition + " AS DOUBLE))");
    }

    private static Measure mean(String name, String column) {
        return new Measure(name, Unit.MEAN, List.of(column), "avg(" + column + ")");
    }

    public static List<Figure> of(SparkSession spark, Side before, Side after) {
        List<Figure> figures = new ArrayList<>();
        figures.add(count("batches", batches(before), batches(after)));
        Double[] old = measures(spark, before);
        Double[] now = measures(spark, after);
        Map<String, Double> closedBefore = closed(spark, before);
        Map<String, Double> closedAfter = closed(spark, after);
        for (int i = 0; i < MEASURES.size(); i++) {
            figures.add(new Figure(MEASURES.get(i).name(), MEASURES.get(i).unit(), old[i], now[i]));
            if (MEASURES.get(i).name().equals("open")) {
                TreeSet<String> reasons = new TreeSet<>(closedBefore.keySet());
                reasons.addAll(closedAfter.keySet());
                for (String reason : reasons) {
                    figures.add(count(
                            "closed, " + reason,
                            closedBefore.getOrDefault(reason, 0.0),
                            closedAfter.getOrDefault(reason, 0.0)));
                }
                figures.add(count("vacancies", vacancies(spark, before), vacancies(spark, after)));
            }
        }
        for (String table : List.of("fact_posting_sighting", "posting_text", "quarantine")) {
            figures.add(count("rows of " + table, rows(before, table), rows(after, table)));
        }
        figures.add(count("checks failed", checksFailed(before), checksFailed(after)));
        return List.copyOf(figures);
    }

    private static Figure count(String name, Double before, Double after) {
        return new Figure(name, Unit.COUNT, before, after);
    }

    private static Double batches(Side side) {
        return (double) side.manifest().batches().size();
    }

    private static Double rows(Side side, String table) {
        return side.table(table).map(entry -> (double) entry.rows()).orElse(null);
    }

    private static Double checksFailed(Side side) {
        return (double) side.manifest().checks().stream()
                .filter(check -> !check.passed())
                .count();
    }

    private static Double[] measures(SparkSession spark, Side side) {
        Double[] values = new Double[MEASURES.size()];
        if (side.table(POSTINGS).isEmpty()) {
            return values;
        }
        Column[] columns = MEASURES.stream()
                .map(measure ->
                        (side.has(POSTINGS, measure.columns()) ? expr(measure.expression()) : lit(null)).cast("double"))
                .toArray(Column[]::new);
        Row row = side.read(spark, POSTINGS).agg(lit(0), columns).first();
        for (int i = 0; i < values.length; i++) {
            values[i] = row.isNullAt(i + 1) ? null : row.getDouble(i + 1);
        }
        return values;
    }

    private static Map<String, Double> closed(SparkSession spark, Side side) {
        Map<String, Double> closed = new LinkedHashMap<>();
        if (side.has(POSTINGS, List.of("close_reason"))) {
            for (Row row : side.read(spark, POSTINGS)
                    .where("close_reason IS NOT NULL")
                    .groupBy("close_reason")
                    .count()
                    .collectAsList()) {
                closed.put(row.getString(0), (double) row.getLong(1));
            }
        }
        return closed;
    }

    private static Double vacancies(SparkSession spark, Side side) {
        return side.has("bridge_posting_duplicate", List.of("is_representative"))
                ? (double) side.read(spark, "bridge_posting_duplicate")
                        .where("is_representative")
                        .count()
                : null;
    }
}
