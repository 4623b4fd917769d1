package io.jobmart.quality;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.jobmart.tables.Column;
import io.jobmart.tables.Reference;
import io.jobmart.tables.Rule;
import io.jobmart.tables.Table;
import io.jobmart.tables.TableInputs;
import io.jobmart.tables.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Checks the tables of a snapshot, read back from where they were written, against their declarations: Parquet keeps
 * neither keys nor references nor NOT NULL, so nothing else would.
 *
 * <p>What can be told row by row (nulls, accepted values, rules) is counted for a table in one pass. Keys, references and
 * the reach of evidence are told by one shuffle of all tables' keys, grouped by the table that a key belongs to: a small
 * load would otherwise spend most of its time on a hundred little queries.
 */
public final class Audit {
    /** Built from the audit's own results. */
    private static final String METRICS = "quality_metric";

    private static final String SEEN = "fact_posting_sighting";

    private Audit() {}

    /** The results of all checks, in the order of the tables; the tables are all written but {@code quality_metric}. */
    public static List<CheckResult> run(TableInputs inputs) {
        List<Table> tables = Tables.all().stream()
                .filter(table -> !table.name().equals(METRICS))
                .toList();
        Map<Check, Long> broken = new LinkedHashMap<>();
        Dataset<Row> counts = null;
        for (Table table : tables) {
            List<Check> checks = rowChecks(table);
            checks.forEach(check -> broken.put(check, 0L));
            Dataset<Row> query = countOf(inputs, table, checks);
            counts = counts == null ? query : counts.union(query);
        }
        for (Map.Entry<Check, Dataset<Row>> check : accounts(inputs).entrySet()) {
            broken.put(check.getKey(), 0L);
            counts = counts.union(named(check.getKey(), check.getValue()));
        }
        Map<String, Long> found = new HashMap<>();
        for (Row row : counts.collectAsList()) {
            found.put(row.getString(0) + " " + row.getString(1), row.getLong(2));
        }
        broken.replaceAll((check, none) -> found.get(check.table() + " " + check.name()));
        broken.putAll(new KeyChecks(inputs, tables).run());

        List<String> order = tables.stream().map(Table::name).toList();
        return broken.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> order.indexOf(entry.getKey().table())))
                .map(entry -> result(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static CheckResult result(Check check, long broken) {
        String finding = broken == 0 ? "Holds: " : broken + (broken == 1 ? " row breaks it: " : " rows break it: ");
        return new CheckResult(
                check.table(), check.name(), check.level(), broken == 0, broken, 0, finding + check.message());
    }

    private record Check(String table, String name, CheckLevel level, String message, String condition) {
        Check(String table, String name, CheckLevel level, String message) {
            this(table, name, level, message, null);
        }
    }

    private static List<Check> rowChecks(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!column.nullable()) {
                checks.add(new Check(
                        table.name(),
                        "not_null(" + column.name() + ")",
                        CheckLevel.ERROR,
                        column.name() + " is never null",
                        "`" + column.name() + "` IS NOT NULL"));
            }
            if (!column.values().isEmpty()) {
                checks.add(new Check(
                        table.name(),
                        "accepted_values(" + column.name() + ")",
                        CheckLevel.ERROR,
                        column.name() + " is one of " + String.join(", ", column.values()),
                        column.values().stream()
                                .map(value -> "'" + value + "'")
                                .collect(joining(", ", "`" + column.name() + "` IN (", ")"))));
            }
        }
        for (Rule rule : table.rules()) {
            checks.add(new Check(table.name(), rule.name(), rule.level(), rule.message(), rule.condition()));
        }
        return checks;
    }

    /** All checks of single rows in one pass: columns {@code table, check, broken}. */
    private static Dataset<Row> countOf(TableInputs inputs, Table table, List<Check> checks) {
        String stack = checks.stream()
                .map(check -> "'" + check.name().replace("'", "\\'") + "', c" + checks.indexOf(check))
                .collect(joining(", ", "stack(" + checks.size() + ", ", ") AS (check, broken)"));
        org.apache.spark.sql.Column[] sums = new org.apache.spark.sql.Column[checks.size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = expr("count_if(NOT (" + checks.get(i).condition() + "))").as("c" + i);
        }
        Dataset<Row> rows = inputs.table(table.name());
        return rows.agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
                .select(lit(table.name()).as("table"), expr(stack));
    }

    /** The books of the loads against the tables that hold the records. */
    private static Map<Check, Dataset<Row>> accounts(TableInputs inputs) {
        Map<Check, Dataset<Row>> checks = new LinkedHashMap<>();
        checks.put(
                new Check(
                        "load_file",
                        "sightings_account_for_records",
                        CheckLevel.ERROR,
                        "the records behind the sightings are the postings and the repeated records of the files, by load"),
                inputs.table("load_file")
                        .groupBy("as_of_date", "source_key")
                        .agg(expr("sum(postings + repeated) AS records"))
                        .alias("loaded")
                        .join(
                                inputs.table("fact_posting_sighting")
                                        .groupBy("as_of_date", "source_key")
                                        .agg(expr("sum(n_records) AS records"))
                                        .alias("seen"),
                                expr("loaded.as_of_date = seen.as_of_date AND loaded.source_key = seen.source_key"),
                                "full")
                        .where("coalesce(loaded.records, 0) <> coalesce(seen.records, 0)")
                        .agg(expr("count(*) AS broken")));
        checks.put(
                new Check(
                        "load_file",
                        "quarantine_accounts_for_records",
                        CheckLevel.ERROR,
                        "the quarantined records of a file stand in quarantine"),
                inputs.table("load_file")
                        .alias("file")
                        .join(
                                inputs.table("quarantine")
                                        .groupBy("batch_id", "source_file")
                                        .agg(expr("count(*) AS records"))
                                        .alias("kept"),
                                expr("file.batch_id = kept.batch_id AND file.source_file = kept.source_file"),
                                "full")
                        .where("coalesce(file.quarantined, 0) <> coalesce(kept.records, 0)")
                        .agg(expr("count(*) AS broken")));
        return checks;
    }

    private static Dataset<Row> named(Check check, Dataset<Row> broken) {
        return broken.select(lit(check.table()).as("table"), lit(check.name()).as("check"), col("broken"));
    }

    /**
     * Keys, references and evidence, told from one list of keys: each row has the key, the table that it belongs to, and
     * either stands for the member itself or for a reference to it.
     */
    private static final class KeyChecks {
        private final TableInputs inputs;
        private final List<Table> tables;
        private final Map<Check, String> conditions = new LinkedHashMap<>();
        private final Map<Check, List<String>> hashed = new LinkedHashMap<>();
        private final List<String> domains = new ArrayList<>();
        private Dataset<Row> keys;
        private int references;

        KeyChecks(TableInputs inputs, List<Table> tables) {
            this.inputs = inputs;
            this.tables = tables;
        }

        Map<Check, Long> run() {
            for (Table table : tables) {
                addKey(table, table.key());
                addKey(table, table.naturalKey());
            }
            for (Table table : tables) {
                table.references().forEach(reference -> addReference(table, reference));
            }
            addEvidence();
            Dataset<Row> grouped = keys.where("key IS NOT NULL")
                    .groupBy("domain", "key")
                    .agg(
                            expr("sum(member) AS members"),
                            expr("bit_or(refers) AS refers"),
                            expr("max(last_end) AS last_end"),
                            expr("max(text_length) AS text_length"));
            org.apache.spark.sql.Column[] sums = conditions.values().stream()
                    .map(condition -> expr("count_if(" + condition + ")"))
                    .toArray(org.apache.spark.sql.Column[]::new);
            Row found = grouped.agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
                    .head();
            Map<Check, Long> broken = new LinkedHashMap<>();
            int i = 0;
            for (Check check : conditions.keySet()) {
                long count = found.getLong(i++);
                // Keys of several columns were compared by a hash: a collision must not stop a snapshot.
                broken.put(check, count > 0 && hashed.containsKey(check) ? repeated(check) : count);
            }
            return broken;
        }

        private void addKey(Table table, List<String> key) {
            if (key.isEmpty()) {
                return;
            }
            String names = String.join(", ", key);
            boolean plain = key.equals(table.key()) && key.size() == 1;
            int domain = domain(plain ? table.name() : table.name() + "(" + names + ")");
            Check check = new Check(
                    table.name(), "unique(" + names + ")", CheckLevel.ERROR, names + " together stand in one row only");
            String value = plain
                    ? "CAST(" + names + " AS BIGINT)"
                    : "xxhash64(" + names + ", "
                            + key.stream().map(name -> name + " IS NULL").collect(joining(", ")) + ")";
            if (!plain) {
                hashed.put(check, key);
            }
            conditions.put(check, "domain = " + domain + " AND members > 1");
            boolean texts = table.name().equals("posting_text");
            add(table, domain, value, 1, 0, "CAST(NULL AS INT)", "CAST(NULL AS INT)");
            if (texts) {
                add(
                        table,
                        domain("fact_posting"),
                        "posting_key",
                        0,
                        0,
                        "CAST(NULL AS INT)",
                        "IF(is_current, text_length, NULL)");
            }
        }

        private void addReference(Table table, Reference reference) {
            String column = String.join(", ", reference.columns());
            int domain = domain(reference.target());
            long bit = 1L << references++;
            if (bit <= 0 || !Tables.named(reference.target()).key().equals(reference.targetColumns())) {
                throw new IllegalStateException("References are by the target's one key, and at most 63 of them: "
                        + table.name() + "." + column);
            }
            conditions.put(
                    new Check(
                            table.name(),
                            "reference(" + column + " -> " + reference.target() + ")",
                            CheckLevel.ERROR,
                            column + " stands in " + reference.target()),
                    "domain = " + domain + " AND members = 0 AND refers & " + bit + "L <> 0");
            if (table.name().equals(SEEN) && reference.target().equals("fact_posting")) {
                conditions.put(
                        new Check("fact_posting", "was_seen", CheckLevel.ERROR, "every posting has a sighting"),
                        "domain = " + domain + " AND members > 0 AND refers & " + bit + "L = 0");
            }
            boolean posting = column.equals("posting_key") && reference.target().equals("fact_posting");
            add(table, domain, column, 0, bit, posting ? lastEnd(table) : "CAST(NULL AS INT)", "CAST(NULL AS INT)");
        }

        private void addEvidence() {
            Table postings = Tables.named("fact_posting");
            int domain = domain(postings.name());
            add(postings, domain, "posting_key", 0, 0, lastEnd(postings), "CAST(NULL AS INT)");
            conditions.put(
                    new Check(
                            "posting_text",
                            "evidence_within_text",
                            CheckLevel.ERROR,
                            "evidence of field TEXT lies within the text of the version shown"),
                    "domain = " + domain + " AND last_end > coalesce(text_length, 0)");
        }

        private void add(
                Table table, int domain, String key, int member, long refers, String lastEnd, String textLength) {
            Dataset<Row> rows = inputs.table(table.name())
                    .selectExpr(
                            domain + " AS domain",
                            key + " AS key",
                            member + " AS member",
                            refers + "L AS refers",
                            lastEnd + " AS last_end",
                            textLength + " AS text_length");
            keys = keys == null ? rows : keys.union(rows);
        }

        private int domain(String name) {
            if (!domains.contains(name)) {
                domains.add(name);
            }
            return domains.indexOf(name);
        }

        /** The largest end of a row's evidence in the text, null when it has none. */
        private static String lastEnd(Table table) {
            List<String> ends = new ArrayList<>(List.of("CAST(NULL AS INT)", "CAST(NULL AS INT)"));
            for (Column column : table.columns()) {
                if (column.name().equals("evidence_end")) {
                    ends.add("IF(evidence_field = 'TEXT', evidence_end, NULL)");
                } else if (column.name().endsWith("_evidence")) {
                    ends.add("IF(%1$s.field = 'TEXT', %1$s.end, NULL)".formatted(column.name()));
                }
            }
            return "greatest(" + String.join(", ", ends) + ")";
        }

        private long repeated(Check check) {
            return inputs.table(check.table())
                    .groupBy(hashed.get(check).stream()
                            .map(name -> col(name))
                            .toArray(org.apache.spark.sql.Column[]::new))
                    .count()
                    .where("count > 1")
                    .count();
        }
    }
}
