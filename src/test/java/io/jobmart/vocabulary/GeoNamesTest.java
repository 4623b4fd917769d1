package io.jobmart.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoNamesTest {
    /** A hamlet and a town of our own in Bavaria, and the city that everyone knows. */
    private static final String CITIES = city(90000001, "Musterweiler", "", "P", "PPL", "DE", "02", 620)
            + city(90000002, "Altmusterstadt", "Altmustertown,AMS,Стадт", "P", "PPL", "DE", "02", 21000)
            + city(90000003, "Musterviertel", "", "P", "PPLX", "DE", "02", 9000)
            + city(90000004, "Mustersee", "", "H", "LK", "DE", "02", 0)
            + city(5128581, "New York City", "", "P", "PPL", "US", "NY", 8804190);

    @TempDir
    private Path folder;

    private static String city(
            int id, String name, String others, String kind, String code, String country, String admin1, int people) {
        return String.join(
                        "\t",
                        Integer.toString(id),
                        name,
                        name,
                        others,
                        "48.1",
                        "11.5",
                        kind,
                        code,
                        country,
                        "",
                        admin1,
                        "",
                        "",
                        "",
                        Integer.toString(people),
                        "",
                        "520",
                        "Europe/Berlin",
                        "2024-01-01")
                + "\n";
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private void zip(String file, String entry, String content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write("about these files".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Gazetteer read() throws IOException {
        return Gazetteer.geoNames(VocabularyFolder.of(folder));
    }

    private static List<Place> named(Gazetteer gazetteer, String name) {
        return Arrays.stream(gazetteer.named(name))
                .mapToObj(entry -> gazetteer.place(Gazetteer.id(entry)))
                .toList();
    }

    @Test
    void aCityIsFoundWithItsRegionAndId() throws IOException {
        write("cities500.txt", CITIES);
        Gazetteer gazetteer = read();
        Place town = named(gazetteer, "Musterweiler").get(0);
        assertEquals("geonames:90000001", town.locationId());
        assertEquals(90000001L, town.geonamesId());
        assertEquals("BY", town.regionCode());
        assertEquals("Bavaria", town.region());
        assertEquals("DE", town.countryCode());
        assertEquals(48.1, town.latitude());
        assertEquals(3, gazetteer.cities());
    }

    @Test
    void sectionsOfCitiesAndLakesAreNoCities() throws IOException {
        write("allCountries.txt", CITIES);
        assertTrue(named(read(), "Musterviertel").isEmpty());
        assertTrue(named(read(), "Mustersee").isEmpty());
    }

    @Test
    void aZipIsReadAsItIsPublished() throws IOException {
        zip("cities500.zip", "cities500.txt", CITIES);
        assertFalse(named(read(), "Musterweiler").isEmpty());
    }

    @Test
    void namesThatPostingsWriteAreKept() throws IOException {
        write("cities500.txt", CITIES);
        assertEquals("New York", named(read(), "NYC").get(0).name());
        assertEquals("geonames:5128581", named(read(), "New York City").get(0).locationId());
    }

    @Test
    void otherNamesOfLargerCitiesCount() throws IOException {
        write("cities500.txt", CITIES);
        assertEquals("geonames:90000002", named(read(), "Altmustertown").get(0).locationId());
        assertTrue(named(read(), "AMS").isEmpty());
        assertTrue(named(read(), "Стадт").isEmpty());
    }

    @Test
    void alternateNamesAreTakenByLanguageAndNotWhenHistoric() throws IOException {
        write("cities500.txt", CITIES);
        write(
                "alternateNamesV2.txt",
                "1\t90000002\tfr\tVieuxmodele\t\t\t\t\t\t\n"
                        + "2\t90000002\tfi\tVanhakaupunki\t\t\t\t\t\t\n"
                        + "3\t90000002\tde\tUraltstadt\t\t\t\t1\t\t\n"
                        + "4\t12\tde\tNiemandsdorf\t\t\t\t\t\t\n");
        Gazetteer gazetteer = read();
        assertEquals(90000002L, named(gazetteer, "Vieuxmodele").get(0).geonamesId());
        assertTrue(named(gazetteer, "Vanhakaupunki").isEmpty());
        assertTrue(named(gazetteer, "Uraltstadt").isEmpty());
        assertTrue(named(gazetteer, "Niemandsdorf").isEmpty());
    }

    @Test
    void regionsAndCountriesGetTheirIds() throws IOException {
        write("cities500.txt", CITIES);
        write("admin1CodesASCII.txt", "DE.02\tBavaria\tBavaria\t2951839\nDE.99\tMusterland\tMusterland\t90000009\n");
        write(
                "countryInfo.txt",
                "# a comment\nDE\tDEU\t276\tGM\tGermany\tBerlin\t357021\t82927922\tEU\t.de\tEUR\tEuro\t49\t\t\tde\t2921044\t\t\n");
        Gazetteer gazetteer = read();
        assertTrue(named(gazetteer, "Bayern").stream()
                .anyMatch(place -> place.locationId().equals("iso:DE-BY") && place.geonamesId() == 2951839L));
        assertEquals(90000009L, named(gazetteer, "Musterland").get(0).geonamesId());
        assertEquals(2921044L, named(gazetteer, "Deutschland").get(0).geonamesId());
    }

    @Test
    void theFilesMakeTheVersionAndTravelWithIt() throws Exception {
        write("cities500.txt", CITIES);
        Vocabularies vocabularies =
                Vocabularies.standard().withGazetteer("geonames:" + folder, path -> VocabularyFolder.of(Path.of(path)));
        assertNotEquals(Vocabularies.standard().version(), vocabularies.version());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(vocabularies);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Vocabularies copy = (Vocabularies) in.readObject();
            assertEquals(vocabularies.version(), copy.version());
            assertFalse(named(copy.gazetteer(), "Musterweiler").isEmpty());
        }
        write("cities500.txt", CITIES + city(90000005, "Neumuster", "", "P", "PPL", "DE", "02", 700));
        assertNotEquals(vocabularies.gazetteer().version(), read().version());
    }

    @Test
    void whatIsNotGeoNamesIsToldSo() throws IOException {
        assertThrows(SkillVocabularyException.class, this::read);
        write("cities500.txt", "1\tOne\n");
        SkillVocabularyException wrong = assertThrows(SkillVocabularyException.class, this::read);
        assertTrue(wrong.getMessage().startsWith("cities500.txt:1: 2 columns"), wrong.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> Vocabularies.standard().withGazetteer("osm:x", path -> VocabularyFolder.of(Path.of(path))));
    }
}
