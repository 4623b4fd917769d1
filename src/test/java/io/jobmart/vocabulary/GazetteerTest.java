package io.jobmart.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.LocationPrecision;
import io.jobmart.model.Place;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
    private final Gazetteer gazetteer = Gazetteer.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Munich|geonames:2867714",
                "München|geonames:2867714",
                "Muenchen|geonames:2867714",
                "Bangalore|geonames:1277333",
                "Lisboa|geonames:2267057",
                "NYC|geonames:5128581",
                "Viet Nam|iso:VN",
                "Palestine, State of|iso:PS",
                "Lao People's Democratic Republic|iso:LA",
                "Korea, Republic of|iso:KR",
                "U.S.|iso:US",
                "Deutschland|iso:DE",
                "Kosovo|iso:XK",
                "Bayern|iso:DE-BY",
                "Santa Catarina|iso:BR-SC",
                "Latin America|area:LATAM",
                "Anywhere in the World|area:WORLD",
            })
    void aPlaceIsFoundByAnyOfItsNames(String name, String locationId) {
        assertTrue(
                Arrays.stream(gazetteer.named(name))
                        .mapToObj(entry -> gazetteer.place(Gazetteer.id(entry)).locationId())
                        .anyMatch(locationId::equals),
                name);
    }

    @Test
    void aCityKnowsItsRegionCountryAndPosition() {
        int id = Arrays.stream(gazetteer.named("Santa Clara"))
                .map(Gazetteer::id)
                .filter(city ->
                        gazetteer.isCity(city) && gazetteer.countryCode(city).equals("US"))
                .findFirst()
                .orElseThrow();
        Place place = gazetteer.place(id);
        assertEquals("Santa Clara", place.city());
        assertEquals("CA", place.regionCode());
        assertEquals("California", place.region());
        assertEquals("United States", place.country());
        assertEquals(37.354, place.latitude());
        assertEquals(LocationPrecision.CITY, place.precision());
        assertEquals(gazetteer.countryOf("us"), gazetteer.country(id));
    }

    @Test
    void caseAccentsAndPunctuationDoNotMatterToAName() {
        assertEquals("sao paulo", Gazetteer.fold("São-Paulo"));
        assertEquals("usa", Gazetteer.fold("U.S.A."));
        assertEquals("st louis", Gazetteer.fold("Saint Louis"));
        assertEquals("st louis", Gazetteer.fold("St. Louis"));
        assertEquals("cote divoire", Gazetteer.fold("Côte d’Ivoire"));
        assertEquals("lodz", Gazetteer.fold("Łódź"));
    }

    @Test
    void everyCountryOfIsoIsThereOnce() {
        Set<String> codes = new HashSet<>();
        for (String code : java.util.Locale.getISOCountries()) {
            int id = gazetteer.countryOf(code);
            if (id >= 0) {
                assertTrue(codes.add(gazetteer.place(id).locationId()));
            }
        }
        assertEquals(249, codes.size());
    }

    @Test
    void aWordThatIsNoPlaceIsNotFound() {
        assertEquals(0, gazetteer.named("quarterly planning").length);
        assertEquals(0, gazetteer.named("").length);
        assertFalse(gazetteer.countryOf(null) >= 0);
    }
}
