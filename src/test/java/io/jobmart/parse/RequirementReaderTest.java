package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.DegreeLevel;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Requirement;
import io.jobmart.model.RequirementType;
import io.jobmart.model.Skill;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RequirementReaderTest {
    /** Groups are written "(a & b | c)", groups of one row without brackets, in their order. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cases/requirements.csv", delimiter = '\t', numLinesToSkip = 1)
    void aLineBecomesRowsInGroups(String description, String lines, String expected) {
        List<String> text = new ArrayList<>(List.of("## REQUIREMENTS"));
        text.addAll(List.of(lines.split(" // ")));
        assertEquals(expected, groups(read(Texts.view(text.toArray(String[]::new)))), description);
    }

    @Test
    void aLadderOfParagraphsAnswersWhomAPostingWouldTake() {
        PostingView view = Texts.view(
                "## REQUIREMENTS",
                "* Bachelor's degree in Geology, Physics, or related field and 4+ years of drilling or related experience.",
                "OR",
                "Master's degree in Geology, Physics, or related field and 3+ years of drilling or related experience.",
                "OR",
                "PhD in Geology, Physics, or related field and 2+ years of drilling or related experience.",
                "## PREFERRED",
                "* 3 years of experience offshore");
        List<Requirement> rows = read(view);
        List<Requirement> ladder = rows.stream().filter(r -> r.groupNo() == 1).toList();
        assertEquals(6, ladder.size());
        assertEquals(
                List.of(1, 1, 2, 2, 3, 3),
                ladder.stream().map(Requirement::alternativeNo).toList());
        assertEquals(7, rows.size());
        assertTrue(satisfies(ladder, DegreeLevel.BACHELOR, 4));
        assertTrue(!satisfies(ladder, DegreeLevel.BACHELOR, 3));
        assertTrue(satisfies(ladder, DegreeLevel.MASTER, 3));
        assertTrue(!satisfies(ladder, null, 10));
    }

    @Test
    void aLineWithoutAnythingKnownIsKeptAsItIs() {
        Requirement row = read(Texts.view("## REQUIREMENTS", "* Happy to feed the office tortoise."))
                .get(0);
        assertEquals(RequirementType.OTHER, row.type());
        assertEquals("happy to feed the office tortoise", row.label());
        assertEquals("Happy to feed the office tortoise.", row.text());
        assertEquals(1, row.lineNo());
    }

    @Test
    void aHostileTextStaysBounded() {
        String line = "* " + "PhD or 5 years, ".repeat(5_000);
        assertTrue(read(Texts.view("## REQUIREMENTS", line)).size() <= 600);
    }

    private static boolean satisfies(List<Requirement> group, DegreeLevel level, int years) {
        TreeMap<Integer, Boolean> alternatives = new TreeMap<>();
        for (Requirement row : group) {
            boolean met = row.type() == RequirementType.EDUCATION
                    ? level != null && level.compareTo(row.degreeLevel()) >= 0
                    : row.yearsMin().compareTo(BigDecimal.valueOf(years)) <= 0;
            alternatives.merge(row.alternativeNo(), met, Boolean::logicalAnd);
        }
        return alternatives.containsValue(true);
    }

    private static String groups(List<Requirement> rows) {
        TreeMap<Integer, TreeMap<Integer, TreeSet<String>>> groups = new TreeMap<>();
        for (Requirement row : rows) {
            String name = row.type() == RequirementType.SKILL
                    ? row.label()
                    : row.type() == RequirementType.OTHER ? "OTHER" : row.type() + ":" + row.label();
            groups.computeIfAbsent(row.groupNo(), key -> new TreeMap<>())
                    .computeIfAbsent(row.alternativeNo(), key -> new TreeSet<>())
                    .add(name);
        }
        List<String> written = new ArrayList<>();
        for (var group : groups.values()) {
            List<String> alternatives =
                    group.values().stream().map(set -> String.join(" & ", set)).toList();
            String all = String.join(" | ", alternatives);
            written.add(alternatives.size() > 1 || all.contains(" & ") ? "(" + all + ")" : all);
        }
        return String.join("; ", written);
    }

    private static List<Requirement> read(PostingView view) {
        List<SkillHit> hits = new ArrayList<>();
        for (String name : List.of("Java", "Kotlin", "Python", "C++", "TensorFlow", "PyTorch", "Physics", "PMP")) {
            int at = view.text().indexOf(name);
            while (at >= 0) {
                Skill skill =
                        new Skill(name, name, null, name.equals("PMP") ? "CERTIFICATION" : "TOOL", "v", "1", null);
                hits.add(new SkillHit(skill, EvidenceField.TEXT, at, at + name.length(), view.modalityAt(at)));
                at = view.text().indexOf(name, at + 1);
            }
        }
        return RequirementReader.read(
                view, ExperienceReader.read(view), DegreeReader.read(view), LanguageDemandReader.read(view), hits);
    }
}
