package io.jobmart.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes names in a statement: tables after FROM and JOIN, an alias's columns after its dot, else the columns of the
 * tables that the statement names, tables and SQL's words.
 */
final class SqlCompleter implements Completer {
    private static final List<String> WORDS = List.of(
            "AND",
            "AS",
            "ASC",
            "BETWEEN",
            "BY",
            "CASE",
            "CAST",
            "COUNT",
            "CROSS",
            "DESC",
            "DESCRIBE",
            "DISTINCT",
            "ELSE",
            "END",
            "EXCEPT",
            "EXISTS",
            "EXPLAIN",
            "FROM",
            "FULL",
            "GROUP",
            "HAVING",
            "ILIKE",
            "IN",
            "INNER",
            "INTERSECT",
            "IS",
            "JOIN",
            "LEFT",
            "LIKE",
            "LIMIT",
            "NOT",
            "NULL",
            "NULLS",
            "ON",
            "OR",
            "ORDER",
            "OVER",
            "PARTITION",
            "PERCENTILE",
            "QUALIFY",
            "RIGHT",
            "SELECT",
            "SHOW",
            "THEN",
            "UNION",
            "USING",
            "VALUES",
            "WHEN",
            "WHERE",
            "WITH");

    private static final List<String> COMMANDS =
            List.of("\\d", "\\i", "\\o", "\\format", "\\timing", "\\pager", "\\q", "\\?");

    /** A table that a statement names, with its alias. */
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:FROM|JOIN)\\s+(\\w+)(?:\\s+(?:AS\\s+)?(\\w+))?", Pattern.CASE_INSENSITIVE);

    private static final Pattern TABLE_COMES =
            Pattern.compile("(?:\\b(?:FROM|JOIN|DESCRIBE|TABLE)\\s+|^\\s*\\\\d\\s+)$", Pattern.CASE_INSENSITIVE);

    private final Map<String, List<String>> columns;

    /** @param columns by the tables' names */
    SqlCompleter(Map<String, List<String>> columns) {
        this.columns = columns;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        for (String word : candidates(line.line(), line.cursor() - line.wordCursor(), line.word())) {
            candidates.add(new Candidate(word, word, null, null, null, null, !word.endsWith(".")));
        }
    }

    /**
     * What may stand in place of a word.
     *
     * @param text the statement as it is
     * @param start where the word begins
     * @param word what of it is typed already, or all of it
     */
    List<String> candidates(String text, int start, String word) {
        String before = text.substring(0, start);
        if (before.isBlank() && word.startsWith("\\")) {
            return beginningWith(word, COMMANDS);
        }
        if (TABLE_COMES.matcher(before).find()) {
            return beginningWith(word, columns.keySet());
        }
        Map<String, String> aliases = aliases(text);
        int dot = word.lastIndexOf('.');
        // What stands before it in the same word, as in "count(p.tit".
        int from = afterLastNonName(word, dot < 0 ? word.length() : dot);
        String lead = word.substring(0, from);
        if (dot >= from) {
            String alias = word.substring(from, dot).toLowerCase(Locale.ROOT);
            List<String> names = columns.getOrDefault(aliases.getOrDefault(alias, alias), List.of());
            return beginningWith(
                    word,
                    names.stream()
                            .map(name -> word.substring(0, dot + 1) + name)
                            .toList());
        }
        Set<String> names = new TreeSet<>();
        // SELECT comes before FROM: while no table is named, any may be meant.
        Iterable<String> tables = aliases.isEmpty() ? columns.keySet() : aliases.values();
        tables.forEach(table -> names.addAll(columns.getOrDefault(table, List.of())));
        List<String> all = new ArrayList<>(names);
        all.addAll(columns.keySet());
        boolean small = !word.isEmpty() && Character.isLowerCase(word.charAt(word.length() - 1));
        WORDS.forEach(keyword -> all.add(small ? keyword.toLowerCase(Locale.ROOT) : keyword));
        return beginningWith(
                word, all.stream().map(name -> lead + name).distinct().toList());
    }

    private static int afterLastNonName(String word, int end) {
        int i = end;
        while (i > 0 && (Character.isLetterOrDigit(word.charAt(i - 1)) || word.charAt(i - 1) == '_')) {
            i--;
        }
        return i;
    }

    private Map<String, String> aliases(String text) {
        Map<String, String> aliases = new TreeMap<>();
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            String table = named.group(1).toLowerCase(Locale.ROOT);
            aliases.put(table, table);
            if (named.group(2) != null) {
                aliases.put(named.group(2).toLowerCase(Locale.ROOT), table);
            }
        }
        return aliases;
    }

    private static List<String> beginningWith(String start, Iterable<String> names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            if (name.regionMatches(true, 0, start, 0, start.length())) {
                found.add(name);
            }
        }
        return found;
    }
}
