package io.jobmart.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.Place;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.vocabulary.Gazetteer;
import java.time.Duration;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PlaceListReaderTest {
    private static final Gazetteer GAZETTEER = Gazetteer.standard();
    private final PlaceListReader reader = new PlaceListReader(GAZETTEER);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/cases/place-lists.tsv", delimiter = '\t', quoteCharacter = '`', emptyValue = "")
    void aListOfPlacesIsReadAsItsWriterMeantIt(String description, String string, String places, String modes) {
        Listing listing = reader.read(string, 0, string.length(), Set.of());
        StringJoiner found = new StringJoiner("; ");
        for (Found place : listing.places()) {
            found.add(describe(place));
            String written = string.substring(place.start(), place.end());
            assertTrue(!written.isBlank() && written.equals(written.strip()), written);
        }
        assertEquals(places == null ? "" : places, found.toString(), description);
        StringJoiner said = new StringJoiner(" ");
        if ((listing.modes() & PlaceListReader.REMOTE) != 0) {
            said.add("REMOTE");
        }
        if ((listing.modes() & PlaceListReader.HYBRID) != 0) {
            said.add("HYBRID");
        }
        assertEquals(modes == null ? "" : modes, said.toString(), description);
    }

    private static String describe(Found found) {
        if (!found.resolved()) {
            return "?";
        }
        Place place = GAZETTEER.place(found.id());
        if (GAZETTEER.isArea(found.id())) {
            return place.locationId().substring("area:".length());
        }
        String city = found.town() != null ? found.town() : place.city();
        if (city == null) {
            return place.regionCode() == null ? place.countryCode() : place.regionCode() + "/" + place.countryCode();
        }
        return city + "/" + place.regionCode() + "/" + place.countryCode();
    }

    @Test
    void aSharedNameIsSettledByTheCountryOfThePosting() {
        Listing listing = reader.read("Cambridge", 0, 9, Set.of(GAZETTEER.countryOf("GB")));
        assertEquals("Cambridge/ENG/GB", describe(listing.places().get(0)));
    }

    @Test
    void hostileListsAreReadInLinearTimeAndCut() {
        String commas = "a,".repeat(200_000);
        String joined = "Paris, ".repeat(50_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertTrue(reader.read(commas, 0, commas.length(), Set.of()).truncated());
            assertTrue(reader.read(joined, 0, joined.length(), Set.of()).truncated());
        });
    }
}
