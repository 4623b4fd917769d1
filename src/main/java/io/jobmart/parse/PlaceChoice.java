package io.jobmart.parse;

import io.jobmart.vocabulary.Gazetteer;
import io.jobmart.vocabulary.Gazetteer.NameKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Decides which of the places that share a name is meant, by neighbours, countries spoken of, then population. */
final class PlaceChoice {
    /** A city must be this much likelier than the next of its name to be taken without further hint. */
    private static final double CLEAR = 2.5;

    private static final long OTHER_NAME_DISCOUNT = 10;

    /** Codes of American states that are as likely a country where they stand alone. */
    private static final Set<String> EITHER_CODES = Set.of("CA", "DE", "IN", "IL", "CO", "ID", "AR", "MT");

    /** Countries where most postings of this kind come from; a name shared with a place elsewhere likelier means theirs. */
    private static final Set<String> FREQUENT_COUNTRIES = Set.of(
            "US", "CA", "GB", "IE", "DE", "AT", "CH", "FR", "ES", "PT", "IT", "NL", "BE", "DK", "SE", "NO", "FI", "PL",
            "CZ", "RO", "GR", "HU", "BG", "HR", "SK", "SI", "EE", "LV", "LT", "LU", "ZA", "CR", "CO", "AR", "CL", "IN",
            "BR", "MX", "AU", "NZ", "SG", "IL", "JP", "AE");

    private final Gazetteer gazetteer;

    PlaceChoice(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    long score(int entry, int id, boolean outerIsRegion, NameKind outerKind) {
        long score = gazetteer.isCity(id) ? 10 + gazetteer.population(id) : 5;
        if (FREQUENT_COUNTRIES.contains(gazetteer.countryCode(id))) {
            score *= 3;
        }
        if (gazetteer.isRegion(id) && prefersRegion(id)) {
            // Washington and Ontario in their countries are states; New York is a city.
            score = 3_000_000;
        }
        if (Gazetteer.kind(entry) == NameKind.OTHER) {
            score /= OTHER_NAME_DISCOUNT;
        }
        if (Gazetteer.kind(entry) == NameKind.CODE) {
            score = Math.min(score, 5);
        }
        // "Richmond, CA" is in California although Canada has a larger one.
        return outerIsRegion && outerKind == NameKind.CODE ? score + 1_000_000_000L : score;
    }

    boolean prefersRegion(int id) {
        String code = gazetteer.countryCode(id);
        return code.equals("US") || code.equals("CA") || code.equals("AU");
    }

    void alone(PlaceAtom atom, Set<Integer> countries, List<PlaceListReader.Found> found) {
        int country = -1;
        int area = -1;
        int region = -1;
        int regionCode = -1;
        int regionCodes = 0;
        int countryCode = -1;
        for (int entry : atom.entries) {
            int id = Gazetteer.id(entry);
            boolean code = Gazetteer.kind(entry) == NameKind.CODE;
            if (gazetteer.isArea(id)) {
                area = id;
            } else if (gazetteer.isCountry(id)) {
                if (code) {
                    countryCode = id;
                } else {
                    country = id;
                }
            } else if (gazetteer.isRegion(id)) {
                if (!code) {
                    region = region < 0 || prefersRegion(id) ? id : region;
                } else if (prefersRegion(id) || countries.contains(gazetteer.country(id))) {
                    regionCodes++;
                    regionCode = id;
                }
            }
        }
        if (country >= 0) {
            if (region >= 0 && prefersRegion(region)) {
                // Georgia: the state where the posting is about the United States, the country where it is not.
                boolean state = countries.contains(gazetteer.country(region));
                boolean listed = countries.size() > 2;
                found.add(new PlaceListReader.Found(
                        state && !listed ? region : country, atom.start, atom.end, atom.modes, state || listed));
                return;
            }
            found.add(new PlaceListReader.Found(country, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (area >= 0) {
            found.add(new PlaceListReader.Found(area, atom.start, atom.end, atom.modes, true));
            return;
        }
        int[] cities = Arrays.stream(atom.entries)
                .filter(entry -> gazetteer.isCity(Gazetteer.id(entry)))
                .toArray();
        int[] hinted = Arrays.stream(cities)
                .filter(entry -> countries.contains(gazetteer.country(Gazetteer.id(entry))))
                .toArray();
        int[] pool = hinted.length > 0 ? hinted : cities;
        int city = likeliest(pool);
        boolean big = city >= 0 && gazetteer.population(city) >= 1_000_000;
        if (region >= 0 && prefersRegion(region) && !big) {
            found.add(new PlaceListReader.Found(region, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (city >= 0) {
            boolean sure = cities.length == 1 || hinted.length > 0 || clear(cities, 20);
            found.add(new PlaceListReader.Found(city, atom.start, atom.end, atom.modes, sure));
            return;
        }
        if (region >= 0 && pool.length == 0) {
            found.add(new PlaceListReader.Found(region, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (pool.length == 0 && (regionCodes == 1 && countryCode < 0 || countryCode >= 0 && regionCodes == 0)) {
            found.add(new PlaceListReader.Found(
                    regionCodes == 1 ? regionCode : countryCode, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (pool.length == 0
                && countryCode >= 0
                && regionCodes == 1
                && gazetteer.countryCode(regionCode).equals("US")
                && !EITHER_CODES.contains(gazetteer.countryCode(countryCode))) {
            found.add(new PlaceListReader.Found(regionCode, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (pool.length == 0 && regionCodes == 1 && countries.contains(gazetteer.country(regionCode))) {
            found.add(new PlaceListReader.Found(regionCode, atom.start, atom.end, atom.modes, true));
            return;
        }
        if (pool.length == 0 && countryCode >= 0 && countries.contains(countryCode)) {
            found.add(new PlaceListReader.Found(countryCode, atom.start, atom.end, atom.modes, true));
            return;
        }
        found.add(new PlaceListReader.Found(PlaceListReader.UNRESOLVED, atom.start, atom.end, atom.modes, false));
    }

    /** The city that a shared name most likely means, or -1 when no one stands out. */
    int likeliest(int[] entries) {
        int best = -1;
        long bestScore = -1;
        for (int entry : entries) {
            int id = Gazetteer.id(entry);
            long score = score(entry, id, false, NameKind.MAIN);
            if (score > bestScore) {
                bestScore = score;
                best = id;
            }
        }
        return clear(entries, CLEAR) ? best : -1;
    }

    boolean clear(int[] entries, double times) {
        long first = 0;
        long second = 0;
        int firstId = -1;
        for (int entry : entries) {
            int id = Gazetteer.id(entry);
            long score = score(entry, id, false, NameKind.MAIN);
            if (id == firstId) {
                first = Math.max(first, score);
            } else if (score > first) {
                second = first;
                first = score;
                firstId = id;
            } else {
                second = Math.max(second, score);
            }
        }
        return first >= second * times;
    }

    int[] within(int[] entries, int outer) {
        return Arrays.stream(entries)
                .filter(entry -> {
                    int id = Gazetteer.id(entry);
                    return gazetteer.isCity(id) && lies(id, outer)
                            || gazetteer.isRegion(id) && gazetteer.country(id) == outer;
                })
                .toArray();
    }

    boolean anyCity(int[] entries) {
        return Arrays.stream(entries).anyMatch(entry -> gazetteer.isCity(Gazetteer.id(entry)));
    }

    boolean holdsCountry(PlaceAtom atom) {
        return firstCountry(atom) >= 0;
    }

    /** The country that an atom names, by name rather than by code where it does both. */
    int firstCountry(PlaceAtom atom) {
        int code = -1;
        for (int entry : atom.entries) {
            if (gazetteer.isCountry(Gazetteer.id(entry))) {
                if (Gazetteer.kind(entry) != NameKind.CODE) {
                    return Gazetteer.id(entry);
                }
                code = Gazetteer.id(entry);
            }
        }
        return code;
    }

    boolean holdsArea(PlaceAtom atom) {
        for (int entry : atom.entries) {
            if (gazetteer.isArea(Gazetteer.id(entry))) {
                return true;
            }
        }
        return false;
    }

    int largeRegion(PlaceAtom atom) {
        for (int entry : atom.entries) {
            int id = Gazetteer.id(entry);
            if (gazetteer.isRegion(id) && (Gazetteer.kind(entry) != NameKind.CODE || prefersRegion(id))) {
                return id;
            }
        }
        return -1;
    }

    static boolean holds(PlaceAtom atom, int id) {
        for (int entry : atom.entries) {
            if (Gazetteer.id(entry) == id) {
                return true;
            }
        }
        return false;
    }

    boolean holdsBigCity(PlaceAtom atom) {
        for (int entry : atom.entries) {
            if (gazetteer.population(Gazetteer.id(entry)) >= 1_000_000) {
                return true;
            }
        }
        return false;
    }

    boolean lies(int city, int outer) {
        return gazetteer.isRegion(outer) && gazetteer.region(city) == outer
                || gazetteer.isCountry(outer) && gazetteer.country(city) == outer;
    }
}
