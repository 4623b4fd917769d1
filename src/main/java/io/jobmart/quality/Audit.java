package io.jobmart.quality;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

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
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Checks the tables of a snapshot, read back from where they were written, against their declarations: Parquet keeps
 * neither keys nor references nor NOT NULL, so nothing else would.
 *
 * <p>What can be told row by row (nulls, accepted values, rules) is told in one pass over each table: a row that breaks a
 * check gives a bit set with that check's bit, and all such rows of all tables are counted together. Keys, references and
 * the reach of evidence are told by one shuffle of all tables' keys, grouped by the table that a key belongs to. So the
 * audit is two queries that read every table once each: a small load would otherwise spend most of its time on a hundred
 * little ones.
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
        RowChecks rowChecks = new RowChecks(inputs, tables);
        Map<Check, Long> broken = new LinkedHashMap<>(rowChecks.run());
        broken.putAll(new KeyChecks(inputs, tables).run());

        List<String> order = tables.stream().map(Table::name).toList();
        return broken.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> order.indexOf(entry.getKey().table())))
                .map(entry -> result(
                        entry.getKey(), entry.getValue(), rowChecks.findings.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static CheckResult result(Check check, long broken, List<String> findings) {
        String what = findings.isEmpty() ? "row" : "finding";
        String finding =
                broken == 0 ? "Holds: " : broken + " " + what + (broken == 1 ? " breaks it: " : "s break it: ");
        String which = findings.isEmpty() ? "" : ": " + String.join("; ", findings);
        return new CheckResult(
                check.table(), check.name(), check.level(), broken == 0, broken, 0, finding + check.message() + which);
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

    private static final Check VOLUME =
            new Check("load_file", "volume_near_trailing_mean", CheckLevel.WARN, TrailingVolume.RULE + ", by source");

    private static final Check NULLS =
            new Check("fact_posting", "null_shares_near_last_snapshot", CheckLevel.WARN, KnownShare.RULE);

    /** Checks of single rows, and of the books of the loads: against the tables that hold the records, and from day to day. */
    private static final class RowChecks {
        /** Checks that one bit set holds. */
        private static final int BITS = 62;

        private static final List<Check> ACCOUNTS = List.of(
                new Check(
                        "load_file",
                        "sightings_account_for_records",
                        CheckLevel.ERROR,
                        "the records behind the sightings are the postings and the repeated records of the files, by source"),
                new Check(
                        "load_file",
                        "quarantine_accounts_for_records",
                        CheckLevel.ERROR,
                        "the quarantined records of a file stand in quarantine"),
                VOLUME,
                NULLS);

        private final TableInputs inputs;
        private final List<Table> tables;
        /** The checks by the number of their bit set, then of their bit. */
        private final List<List<Check>> sets = new ArrayList<>();

        /** What is out of the ordinary, in words. */
        private final Map<Check, List<String>> findings = new LinkedHashMap<>();

        private Dataset<Row> rows;

        RowChecks(TableInputs inputs, List<Table> tables) {
            this.inputs = inputs;
            this.tables = tables;
        }

        Map<Check, Long> run() {
            for (Table table : tables) {
                List<Check> checks = rowChecks(table);
                for (int from = 0; from < checks.size(); from += BITS) {
                    add(table, checks.subList(from, Math.min(checks.size(), from + BITS)));
                }
            }
            Map<Check, Long> broken = new LinkedHashMap<>();
            sets.forEach(checks -> checks.forEach(check -> broken.put(check, 0L)));
            ACCOUNTS.forEach(check -> broken.put(check, 0L));
            Dataset<Row> counts = rows.groupBy("set", "bits")
                    .agg(expr("count(*) AS broken"))
                    .selectExpr("set", "bits", "broken", "NULL AS source_key", "NULL AS days")
                    .union(accounts());
            Map<Long, List<Row>> days = new HashMap<>();
            for (Row row : counts.collectAsList()) {
                if (!row.isNullAt(4)) {
                    days.put(Long.valueOf(row.getString(3)), row.getList(4));
                    continue;
                }
                int set = row.getInt(0);
                List<Check> checks = set < 0 ? ACCOUNTS : sets.get(set);
                for (int i = 0; i < checks.size(); i++) {
                    if ((row.getLong(1) >> i & 1) != 0) {
                        broken.merge(checks.get(i), row.getLong(2), Long::sum);
                    }
                }
            }
            PastChecks past = new PastChecks(inputs, days);
            findings.put(VOLUME, past.volumes());
            findings.put(NULLS, past.nulls());
            findings.forEach((check, found) -> broken.put(check, (long) found.size()));
            return broken;
        }

        /**
         * What must hold holds for the rows that are as they were, or the snapshot before would not be there; what only
         * should hold is counted over all rows.
         */
        private void add(Table table, List<Check> checks) {
            Dataset<Row> touched = inputs.touched(table.name());
            if (touched == null) {
                add(inputs.table(table.name()), checks);
                return;
            }
            for (CheckLevel level : CheckLevel.values()) {
                List<Check> ofLevel =
                        checks.stream().filter(check -> check.level() == level).toList();
                if (!ofLevel.isEmpty()) {
                    add(level == CheckLevel.ERROR ? touched : inputs.table(table.name()), ofLevel);
                }
            }
        }

        private void add(Dataset<Row> checked, List<Check> checks) {
            StringBuilder bits = new StringBuilder("0L");
            for (int i = 0; i < checks.size(); i++) {
                bits.append(" | IF(NOT (")
                        .append(checks.get(i).condition())
                        .append("), ")
                        .append(1L << i)
                        .append("L, 0L)");
            }
            Dataset<Row> breaking = checked.selectExpr(sets.size() + " AS set", bits + " AS bits")
                    .where("bits <> 0");
            rows = rows == null ? breaking : rows.union(breaking);
            sets.add(checks);
        }

        /**
         * For each account the number of its entries that the two sides disagree about; and of each source the last days on
         * which anything was read, with their records.
         */
        private Dataset<Row> accounts() {
            // Not by day: a file may say itself when it saw each of its postings, as a web archive does.
            String bySource = "CAST(source_key AS STRING) AS first";
            return inputs.table("load_file")
                    .selectExpr(
                            "1L AS bits", bySource, "'' AS second", "CAST(postings + repeated AS BIGINT) AS records")
                    .union(inputs.table(SEEN).selectExpr("1L", bySource, "''", "CAST(-n_records AS BIGINT)"))
                    .union(inputs.table("load_file")
                            .selectExpr("2L", "CAST(file_key AS STRING)", "''", "CAST(quarantined AS BIGINT)"))
                    .union(inputs.table("quarantine").selectExpr("2L", "CAST(file_key AS STRING)", "''", "-1L"))
                    .union(inputs.table("load_file")
                            .selectExpr("4L", bySource, "CAST(as_of_date AS STRING)", "CAST(records_read AS BIGINT)"))
                    .groupBy("bits", "first", "second")
                    .agg(expr("sum(records) AS records"))
                    .where("records <> 0")
                    .groupBy(expr("bits"), expr("IF(bits = 4, first, NULL) AS source_key"))
                    .agg(
                            expr("count(*) AS broken"),
                            expr("collect_list(IF(bits = 4, struct(second AS day, records), NULL)) AS days"))
                    .selectExpr(
                            "-1 AS set",
                            "bits",
                            "broken",
                            "source_key",
                            "IF(bits = 4, slice(sort_array(days, false), 1, " + TrailingVolume.DAYS
                                    + "), NULL) AS days");
        }
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
        /** What each table tells of keys, as structs in SQL. */
        private final Map<Table, List<String>> keys = new LinkedHashMap<>();
        /**
         * Likewise, what a posting's rows tell of that posting alone: where they are as they were, so is what they tell.
         */
        private final Map<Table, List<String>> keysWithinPostings = new LinkedHashMap<>();
        /**
         * Likewise, references by the table that they lead to: they hold for rows that are as they were as long as all members
         * that were there are there still.
         */
        private final Map<Table, Map<String, List<String>>> keysOfOthers = new LinkedHashMap<>();

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
            Dataset<Row> grouped = told().where("key IS NOT NULL")
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

        private Dataset<Row> told() {
            Set<String> shrunken = shrunken();
            Dataset<Row> all = null;
            for (Table table : tables) {
                List<String> ofAll = new ArrayList<>(keys.getOrDefault(table, List.of()));
                List<String> within = new ArrayList<>(keysWithinPostings.getOrDefault(table, List.of()));
                keysOfOthers
                        .getOrDefault(table, Map.of())
                        .forEach((target, structs) -> (shrunken.contains(target) ? ofAll : within).addAll(structs));
                Dataset<Row> touched = within.isEmpty() ? null : inputs.touched(table.name());
                if (touched == null) {
                    ofAll.addAll(within);
                } else {
                    all = with(all, touched, within);
                }
                all = with(all, inputs.table(table.name()), ofAll);
            }
            return all;
        }

        /** The tables that postings' rows refer to and that lack a member which the snapshot before had. */
        private Set<String> shrunken() {
            Dataset<Row> lost = null;
            for (String target : keysOfOthers.entrySet().stream()
                    .filter(told -> told.getKey().perPosting())
                    .flatMap(told -> told.getValue().keySet().stream())
                    .collect(toCollection(TreeSet::new))) {
                Dataset<Row> before = inputs.unchanged(target);
                if (before == null) {
                    return Set.of();
                }
                String[] key = Tables.named(target).key().toArray(String[]::new);
                Dataset<Row> gone = before.join(inputs.table(target), key, "left_anti")
                        .selectExpr("'" + target + "' AS target")
                        .limit(1);
                lost = lost == null ? gone : lost.union(gone);
            }
            return lost == null
                    ? Set.of()
                    : lost.collectAsList().stream().map(row -> row.getString(0)).collect(toSet());
        }

        private static Dataset<Row> with(Dataset<Row> all, Dataset<Row> rows, List<String> structs) {
            if (structs.isEmpty()) {
                return all;
            }
            Dataset<Row> told = rows.selectExpr("inline(array(" + String.join(", ", structs) + "))");
            return all == null ? told : all.union(told);
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
            put(
                    key.contains("posting_key") ? keysWithinPostings : keys,
                    table,
                    struct(domain, value, 1, 0, "CAST(NULL AS INT)", "CAST(NULL AS INT)"));
            if (texts) {
                put(
                        keys,
                        table,
                        struct(
                                domain("fact_posting"),
                                "posting_key",
                                0,
                                0,
                                "CAST(NULL AS INT)",
                                "IF(is_current, text_length, NULL)"));
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
            String struct =
                    struct(domain, column, 0, bit, posting ? lastEnd(table) : "CAST(NULL AS INT)", "CAST(NULL AS INT)");
            if (posting) {
                put(keysWithinPostings, table, struct);
            } else {
                put(keysOfOthers.computeIfAbsent(table, none -> new LinkedHashMap<>()), reference.target(), struct);
            }
        }

        private void addEvidence() {
            Table postings = Tables.named("fact_posting");
            int domain = domain(postings.name());
            put(keys, postings, struct(domain, "posting_key", 0, 0, lastEnd(postings), "CAST(NULL AS INT)"));
            conditions.put(
                    new Check(
                            "posting_text",
                            "evidence_within_text",
                            CheckLevel.ERROR,
                            "evidence of field TEXT lies within the text of the version shown"),
                    "domain = " + domain + " AND last_end > coalesce(text_length, 0)");
        }

        private static <K> void put(Map<K, List<String>> keys, K of, String struct) {
            keys.computeIfAbsent(of, none -> new ArrayList<>()).add(struct);
        }

        private static String struct(
                int domain, String key, int member, long refers, String lastEnd, String textLength) {
            return ("named_struct('domain', %d, 'key', CAST(%s AS BIGINT), 'member', %d, 'refers', %dL,"
                            + " 'last_end', %s, 'text_length', %s)")
                    .formatted(domain, key, member, refers, lastEnd, textLength);
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
