package io.jobmart.tables;

import io.jobmart.vocabulary.SkillVocabulary;
import java.util.List;

/** All tables of the warehouse. */
public final class Tables {
    private static final List<Table> ALL = all(SkillVocabulary.standard());

    /** The same, with the skills of another vocabulary. */
    public static List<Table> all(SkillVocabulary vocabulary) {
        return List.of(
                new FactPostingSighting(),
                new DimSource(),
                new DimCompany(),
                new FactPosting(),
                new FactPostingSalary(),
                new BridgePostingSkill(),
                new BridgePostingLocation(),
                new BridgePostingCompany(),
                new BridgePostingRequirement(),
                new DimLocation(),
                new DimRequirement(),
                new DimSkill(vocabulary),
                new BridgePostingDuplicate(),
                new PostingText(),
                new PostingIssueTable(),
                new Quarantine(),
                new LoadFile(),
                new FactOpenPosting(),
                new DimDate(),
                new QualityMetric());
    }

    private Tables() {}

    /** The tables in the order in which they are built: each finds those that it reads already written. */
    public static List<Table> all() {
        return ALL;
    }

    /**
     * The table of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Table named(String name) {
        return named(ALL, name);
    }

    /**
     * The one of these tables that has the name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Table named(List<Table> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no table " + name));
    }
}
