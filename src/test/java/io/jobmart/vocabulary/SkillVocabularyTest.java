package io.jobmart.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Skill;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillVocabularyTest {
    private static final String HEADER = "skill_id\tlabel\tkind\tcategory\taliases\tmatch\n";

    @Test
    void theStandardVocabularyLoadsWithDistinctIdsAndLabels() {
        List<Skill> skills = SkillVocabulary.standard().skills();
        Set<String> ids = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (Skill skill : skills) {
            assertTrue(ids.add(skill.skillId()), skill.skillId());
            assertTrue(labels.add(skill.label()), skill.label());
        }
        assertTrue(skills.size() > 9000, "skills: " + skills.size());
    }

    @Test
    void everyNameFindsItsOwnSkill() {
        SkillVocabulary vocabulary = SkillVocabulary.standard();
        vocabulary.allNames().forEach(name -> assertEquals(name.skill(), vocabulary.find(name.text()), name.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "Node JS, node-js",
        "NodeJS, node-js",
        "node.js, node-js",
        "Scikit Learn, scikit-learn",
        "CI-CD, ci-cd",
        "CICD, ci-cd",
        "microservice, microservices",
        "C++, c-plus-plus",
        "c#, c-sharp",
        ".net, dot-net",
        "ASP.NET, asp-net",
        "k8s, kubernetes",
        "REST APIs, rest-apis",
        "PowerBI, power-bi",
        "App Dynamics, appdynamics",
        "Open Stack, openstack"
    })
    void spellingVariantsAreOne(String name, String id) {
        assertEquals(id, SkillVocabulary.standard().find(name).skillId());
    }

    @ParameterizedTest
    @CsvSource({"AppDynamics, App Dynamics", "OpenCV, Open CV", "InDesign, ", "iOS, ", "Kafka, ", "ES6Lint, ", "FooB, "
    })
    void aNameWithCapitalsInsideIsAlsoWrittenApart(String name, String apart) {
        assertEquals(apart, SkillVocabulary.apart(name));
    }

    @Test
    void anUnknownNameIsNoSkill() {
        assertNull(SkillVocabulary.standard().find("teamwork"));
        assertNull(SkillVocabulary.standard().find(""));
    }

    @Test
    void theVersionFollowsTheContent() {
        SkillVocabulary one = parse("a\tAlpha\tTOOL\tx\t\tany\n");
        assertEquals(one.version(), parse("a\tAlpha\tTOOL\tx\t\tany\n").version());
        assertNotEquals(one.version(), parse("a\tAlpha\tTOOL\tx\tAlfa\tany\n").version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a~Alpha~TOOL~x~~any/a~Beta~TOOL~x~~any; v.tsv:3: skill_id a is there already",
                "a~Alpha~TOOL~x~~any/b~Beta~TOOL~x~alpha~any; v.tsv:3: \"alpha\" is already a name of a at v.tsv:2",
                "a~ ~TOOL~x~~any; v.tsv:2: blank label",
                "a~Alpha~GADGET~x~~any; v.tsv:2: unknown kind GADGET",
                "a~Alpha~TOOL~x~~maybe; v.tsv:2: match must be any, demand, job, alone, case, context or list, not \"maybe\"",
                "a~Alpha~TOOL~x~Alfa||Alef~any; v.tsv:2: blank name",
                "a~Alpha~TOOL; v.tsv:2: 3 columns instead of 6"
            })
    void aBrokenFileIsRefusedWithItsLine(String rows, String message) {
        SkillVocabularyException thrown = assertThrows(
                SkillVocabularyException.class,
                () -> parse(rows.replace('~', '\t').replace('/', '\n')));
        assertEquals(message, thrown.getMessage());
    }

    @Test
    void aFileWithoutItsHeaderIsRefused() {
        assertThrows(
                SkillVocabularyException.class,
                () -> SkillVocabulary.parse("mine", Map.of("v.tsv", "a\tb\tc\td\te\tf")));
    }

    @Test
    void aSkillThatTwoVocabulariesNameIsOneWithTheNamesOfBoth() {
        SkillVocabulary both = parse("a\tAlpha\tTOOL\tx\t\tany\n")
                .with(SkillVocabulary.parse("other", Map.of("o.tsv", HEADER + "o1\talpha\tTOOL\tx\tOmega\tany\n")));
        assertEquals("a", both.find("Alpha").skillId());
        assertEquals("a", both.find("omega").skillId());
        assertEquals(1, both.skills().size());
        assertEquals("mine", both.find("omega").vocabulary());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "React Native and React developer; React Native|React",
                "HTML/CSS, JavaScript/TypeScript; HTML|CSS|JavaScript|TypeScript",
                "python,c,java; python|c|java",
                "Node.js, NodeJS, Node JS; Node.js|NodeJS|Node JS",
                "C++/C#/.NET; C++|C#|.NET",
                "Java 17, Python 3.x, Angular 2+; Java 17|Python|Angular 2+",
                "We moved to Azure. SQL is a must; Azure|SQL",
                "Azure/SQL; Azure|SQL",
                "scikit learn & scikit-learn; scikit learn|scikit-learn"
            })
    void theLongestNameWinsAndListsSplit(String text, String names) {
        Lexicon.Builder builder = Lexicon.builder();
        SkillVocabulary vocabulary = SkillVocabulary.standard();
        vocabulary.addTo(builder);
        Lexicon lexicon = builder.build();
        SkillMatches matches = new SkillMatcher(vocabulary, lexicon).match(Tokens.of(text, lexicon));
        List<String> found = new ArrayList<>();
        for (int i = 0; i < matches.count(); i++) {
            found.add(text.substring(matches.start(i), matches.stop(i)));
        }
        assertEquals(names, String.join("|", found));
    }

    private static SkillVocabulary parse(String rows) {
        return SkillVocabulary.parse("mine", Map.of("v.tsv", HEADER + rows));
    }
}
