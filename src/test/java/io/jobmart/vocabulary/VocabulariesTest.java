package io.jobmart.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Skill;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabulariesTest {
    private static final String ESCO_HEADER =
            "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,description\n";
    private static final String ONET_HEADER =
            "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n";

    @TempDir
    private Path folder;

    @Test
    void nothingChosenIsWhatComesWithTheWarehouse() throws IOException {
        assertEquals(Vocabularies.standard().version(), read().version());
        assertEquals(Vocabularies.standard().version(), read("builtin").version());
    }

    @Test
    void anEscoLabelOfASkillThatIsThereGivesItsReference() throws IOException {
        esco(
                "skills_en.csv",
                row("u:1", "knowledge", "Python (computer programming)", ""),
                row("u:2", "knowledge", "beekeeping law", ""));
        SkillVocabulary skills = read("builtin", "esco:" + folder).skills();
        Skill python = skills.find("python");
        assertEquals("python", python.skillId());
        assertEquals("u:1", python.escoUri());
        assertEquals("u:1", python.externalUri());
        assertEquals("u:2", skills.find("beekeeping law").skillId());
        assertEquals(
                SkillVocabulary.standard().skills().size() + 1, skills.skills().size());
    }

    @Test
    void theBuiltInVocabularyComesFirstWhereverItIsNamed() throws IOException {
        esco("skills_en.csv", row("u:1", "knowledge", "Python", ""));
        assertEquals(
                read("builtin", "esco:" + folder).version(),
                read("esco:" + folder, "builtin").version());
        assertNotEquals(
                Vocabularies.standard().version(),
                read("builtin", "esco:" + folder).version());
    }

    @Test
    void aloneAVocabularyKnowsOnlyItsOwn() throws IOException {
        esco("skills_en.csv", row("u:1", "knowledge", "Python", ""));
        SkillVocabulary skills = read("esco:" + folder).skills();
        assertEquals(1, skills.skills().size());
        assertEquals("u:1", skills.find("Python").skillId());
    }

    @Test
    void labelsOfAllLanguagesAreNamesOfTheSameConcept() throws IOException {
        esco("skills_de.csv", row("u:1", "knowledge", "Fischkunde und Teichwirtschaft", ""));
        esco("skills_en.csv", row("u:1", "knowledge", "pond science", "study of ponds\nscience of ponds"));
        SkillVocabulary skills = read("esco:" + folder).skills();
        assertEquals(
                "pond science", skills.find("Fischkunde und Teichwirtschaft").label());
        assertEquals("u:1", skills.find("science of ponds").skillId());
    }

    @Test
    void everydayWordsAndSingleWordsOfActivitiesAreNoNames() throws IOException {
        esco(
                "skills_en.csv",
                row("u:1", "skill/competence", "give advice in ponds", "guide\nadvise at ponds"),
                row("u:2", "knowledge", "communication", ""),
                row("u:3", "knowledge", "limnology", "ponds"),
                row("u:4", "knowledge", "securities", ""));
        SkillVocabulary skills = read("esco:" + folder).skills();
        assertNull(skills.find("guide"));
        assertNull(skills.find("communication"));
        assertNull(skills.find("ponds"));
        assertNull(skills.find("security"));
        assertEquals("u:3", skills.find("limnology").skillId());
        assertEquals("u:1", skills.find("advise at ponds").skillId());
        assertEquals(4, skills.skills().size());
    }

    @Test
    void languagesThatPeopleSpeakAreLeftOut() throws IOException {
        esco("skills_en.csv", row("u:1", "knowledge", "Esperanto", ""), row("u:2", "knowledge", "Pondish", ""));
        write(
                "languageSkillsCollection_en.csv",
                "conceptUri,preferredLabel,broaderConceptPT\nu:1,Esperanto,languages\n");
        assertEquals(1, read("esco:" + folder).skills().skills().size());
    }

    @Test
    void theNearestGroupOfTheHierarchyIsTheCategory() throws IOException {
        esco("skills_en.csv", row("u:1", "knowledge", "pond science", ""));
        write("broaderRelationsSkillPillar_en.csv", "conceptUri,broaderUri\nu:1,u:parent\nu:parent,g:2\n");
        write(
                "skillsHierarchy_en.csv",
                "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term\ng:1,knowledge,g:2,waters\n");
        assertEquals(
                "waters", read("esco:" + folder).skills().find("pond science").category());
    }

    @Test
    void anActivityDoesNotHideTheSkillThatItNames() throws IOException {
        esco("skills_en.csv", row("u:1", "skill/competence", "use Microsoft Excel", ""));
        SkillVocabulary skills = read("builtin", "esco:" + folder).skills();
        assertEquals(List.of("microsoft-excel"), found(skills, "You use Microsoft Excel daily"));
    }

    @Test
    void productsOfOnetCarryTheirCommodityAndWhetherTheyAreHot() throws IOException {
        onet("11-1011.00\tPondWare Keeper\t43230001\tPond software\tN\tN\n"
                + "11-1021.00\tPondWare Keeper\t43230001\tPond software\tY\tN\n"
                + "11-1021.00\tPondWare Keeper\t43230009\tOther software\tN\tN\n"
                + "11-1021.00\tStructured query language SQL\t43230002\tQuery software\tY\tN\n"
                + "11-1021.00\tApple iOS\t43230003\tSystem software\tY\tN\n");
        SkillVocabulary skills = read("builtin", "onet:" + folder).skills();
        Skill keeper = skills.find("PondWare Keeper");
        assertEquals("43230001", keeper.onetCommodityCode());
        assertEquals("Pond software", keeper.category());
        assertTrue(keeper.hotTechnology());
        assertEquals("43230002", skills.find("SQL").onetCommodityCode());
        assertEquals("jobmart", skills.find("SQL").vocabulary());
        assertEquals("43230003", skills.find("iOS").onetCommodityCode());
        assertNull(skills.find("Python").hotTechnology());
    }

    @Test
    void onetAbbreviationsThatAreNotHotAndSortsOfSoftwareAreNoNames() throws IOException {
        onet("1\tElectronic Time Clock ETC\t1\tClocks\tN\tN\n2\tPond planning software\t1\tClocks\tN\tN\n");
        SkillVocabulary skills = read("onet:" + folder).skills();
        assertNull(skills.find("etc"));
        assertNull(skills.find("pond planning"));
        assertNotNull(skills.find("Electronic Time Clock"));
    }

    @Test
    void aCsvOfOnesOwnNeedsNothingButLabels() throws IOException {
        Path file = write(
                "house.csv",
                "label,aliases,kind,category,id,match,uri,note\nPondOS,Pond OS|case:POS,platform,house,p1,case,u:9,x\n\"Weir, small\",,,,,,,\n");
        SkillVocabulary skills = read("csv:" + file).skills();
        Skill pond = skills.find("PondOS");
        assertEquals("p1", pond.skillId());
        assertEquals("PLATFORM", pond.kind());
        assertEquals("house", pond.vocabulary());
        assertEquals("u:9", pond.externalUri());
        assertEquals("weir, small", skills.find("weir small").skillId());
        assertEquals(List.of("p1"), found(skills, "We run Pond-OS"));
    }

    @Test
    void allTogetherASkillIsOneWithAllItsReferences() throws IOException {
        esco("skills_en.csv", row("u:1", "knowledge", "Python (computer programming)", ""));
        onet("1\tPython\t43232405\tDevelopment software\tY\tY\n");
        Path own = write("house.csv", "label,aliases\nPython,SnakeScript\n");
        SkillVocabulary skills = read("builtin", "esco:" + folder, "onet:" + folder, "csv:" + own)
                .skills();
        Skill python = skills.find("snakescript");
        assertEquals("python", python.skillId());
        assertEquals("u:1", python.escoUri());
        assertEquals("43232405", python.onetCommodityCode());
        assertEquals(
                1,
                skills.skills().stream()
                                .filter(skill -> skill.label().startsWith("Python"))
                                .count()
                        - SkillVocabulary.standard().skills().stream()
                                .filter(skill -> skill.label().startsWith("Python")
                                        && !skill.skillId().equals("python"))
                                .count());
    }

    @Test
    void rulesForAmbiguousNamesOfTheBuiltInVocabularyHold() throws IOException {
        Path own = write("house.csv", "label\nGo\n");
        SkillVocabulary skills = read("builtin", "csv:" + own).skills();
        assertEquals(SkillMatch.CONTEXT, skills.names().get("go").match());
    }

    @Test
    void vocabulariesTravelAndStayTheSame() throws Exception {
        esco("skills_en.csv", row("u:1", "knowledge", "Python", ""));
        Vocabularies vocabularies = read("builtin", "esco:" + folder);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(vocabularies);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Vocabularies copy = (Vocabularies) in.readObject();
            assertEquals(vocabularies.version(), copy.version());
            assertEquals("u:1", copy.skills().find("Python").escoUri());
            assertEquals("2512", copy.occupations().find("software engineer").code());
        }
    }

    @Test
    void whatIsNoVocabularyIsToldSo() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> read("escoo:" + folder));
        assertThrows(IllegalArgumentException.class, () -> read("esco"));
        assertThrows(SkillVocabularyException.class, () -> read("esco:" + folder));
        assertThrows(SkillVocabularyException.class, () -> read("onet:" + folder));
        write("skills_en.csv", "a,b\n1,2\n");
        SkillVocabularyException thrown = assertThrows(SkillVocabularyException.class, () -> read("esco:" + folder));
        assertTrue(thrown.getMessage().contains("conceptUri"), thrown.getMessage());
    }

    @Test
    void occupationsOfEscoAddToThoseThatAreThereAndAmbiguousLabelsGiveWhatTheyShare() throws IOException {
        esco("skills_en.csv", row("u:1", "knowledge", "Python", ""));
        write(
                "occupations_en.csv",
                "conceptUri,iscoGroup,preferredLabel,altLabels\n"
                        + "o:1,7543,pond grader,\"weir judge\nreed clerk\"\n"
                        + "o:2,7549,reed cutter,weir judge\n"
                        + "o:3,2512,software engineer,\n"
                        + "o:4,5131,weir judge keeper,reed clerk\n");
        OccupationVocabulary occupations = read("builtin", "esco:" + folder).occupations();
        assertEquals("7543", occupations.find("pond grader").code());
        assertFalse(occupations.find("pond grader").whole());
        assertEquals("754", occupations.find("weir judge").code());
        assertNull(occupations.find("reed clerk").code());
        assertEquals("o:3", occupations.find("software engineer").uri());
    }

    private Vocabularies read(String... choices) throws IOException {
        return Vocabularies.read(List.of(choices), path -> VocabularyFolder.of(Path.of(path)));
    }

    private static List<String> found(SkillVocabulary skills, String text) {
        Lexicon.Builder words = Lexicon.builder();
        skills.addTo(words);
        Lexicon lexicon = words.build();
        SkillMatches matches = new SkillMatcher(skills, lexicon).match(Tokens.of(text, lexicon));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < matches.count(); i++) {
            ids.add(matches.name(i).skill().skillId());
        }
        return ids;
    }

    private static String row(String uri, String type, String label, String others) {
        return "KnowledgeSkillCompetence," + uri + "," + type + ",cross-sector,\"" + label + "\",\"" + others
                + "\",,released,\"about \"\"it\"\",\nat length\"\n";
    }

    private void esco(String file, String... rows) throws IOException {
        write(file, ESCO_HEADER + String.join("", rows));
    }

    private void onet(String rows) throws IOException {
        write("Technology Skills.txt", ONET_HEADER + rows);
    }

    private Path write(String file, String content) throws IOException {
        return Files.writeString(folder.resolve(file), content);
    }
}
