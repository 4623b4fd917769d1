package io.jobmart.vocabulary;

import io.jobmart.model.LocationPrecision;
import io.jobmart.model.Place;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The world's cities over 5,000 inhabitants, first-level regions, countries and groups of countries, found by name.
 * Loaded once, immutable, shared by all threads; about 5 MB of primitive arrays.
 *
 * <p>A place is an {@code int} here, so that looking up makes few objects; {@link #place(int)} makes the record of it.
 * Names are compared without case, accents and punctuation: "São Paulo" and "sao-paulo" are the same name.
 */
public final class Gazetteer implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What kind of name a place was found by. */
    public enum NameKind {
        /** The name that the place goes by. */
        MAIN,
        /** Another name, a translation or a short form. */
        OTHER,
        /** A code such as "CA" or "DEU": only a name where it is written in capitals. */
        CODE
    }

    private static final int KIND_SHIFT = 28;
    private static final int ID_MASK = (1 << KIND_SHIFT) - 1;
    private static final int[] NONE = {};

    private final transient List<Place> areas = new ArrayList<>();
    /** Of each area, the codes that say it: its own, or those of its countries. */
    private final transient List<List<String>> areaCodes = new ArrayList<>();

    private final transient List<Place> countries = new ArrayList<>();
    private final transient List<Place> regions = new ArrayList<>();
    private final transient Map<String, Integer> countryIds = new HashMap<>();
    /** Of each region, the id of its country. */
    private transient int[] regionCountries = new int[0];

    private transient int firstCountry;
    private transient int firstRegion;
    private transient int firstCity;
    private transient int cityCount;
    private transient byte[] cityNames = new byte[1 << 20];
    private transient int[] cityNameEnds = new int[1 << 16];
    private transient int[] cityGeonames = new int[1 << 16];
    private transient int[] cityCountries = new int[1 << 16];
    /** Of each city, the id of its region, or -1. */
    private transient int[] cityRegions = new int[1 << 16];

    private transient float[] cityLatitudes = new float[1 << 16];
    private transient float[] cityLongitudes = new float[1 << 16];
    private transient int[] cityPopulations = new int[1 << 16];

    /** Hashes of folded names, sorted; beside each, the place and the kind of name. */
    private transient long[] nameHashes = new long[1 << 18];

    private transient int[] nameValues = new int[1 << 18];
    private transient int nameCount;

    /** The files of GeoNames that a user brought; null in the gazetteer that ships. */
    private final transient GeoNames brought;

    private Gazetteer(GeoNames brought) {
        this.brought = brought;
        try {
            loadAreas();
            loadCountries();
            Map<String, Integer> regionIds = loadRegions();
            if (brought == null) {
                loadCities(regionIds, rows("cities.tsv.gz"), Map.of());
            } else {
                // What postings write beside GeoNames' names ("NYC", "Bay Area") is known of the cities that ship.
                Map<String, String> names = new HashMap<>();
                for (String[] row : rows("cities.tsv.gz")) {
                    names.put(row[0], row[7].isEmpty() ? row[1] : row[1] + "|" + row[7]);
                }
                loadCities(regionIds, rows(brought.cities()), names);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trim();
        sortNames();
    }

    /** The gazetteer that ships with the jar. */
    public static Gazetteer standard() {
        return Holder.STANDARD;
    }

    /**
     * A gazetteer with the cities of GeoNames' own files; names of countries, regions and areas of the one that ships
     * hold beside GeoNames'.
     *
     * @throws SkillVocabularyException when the folder holds no such files
     */
    public static Gazetteer geoNames(VocabularyFolder folder) throws IOException {
        return new Gazetteer(GeoNames.read(folder));
    }

    public boolean isStandard() {
        return brought == null;
    }

    /** A hash of what was brought; the gazetteer that ships is a part of the code's version. */
    public String version() {
        return brought == null ? "" : brought.version();
    }

    /** How many cities there are. */
    public int cities() {
        return cityCount;
    }

    /** How many names there are, of all places. */
    public int names() {
        return nameCount;
    }

    private static final class Holder {
        static final Gazetteer STANDARD = new Gazetteer(null);
    }

    /** To other processes go the rows that were brought; the arrays are made anew there. */
    private record Sent(GeoNames brought) implements Serializable {
        private static final long serialVersionUID = 1L;

        private Object readResolve() {
            return brought == null ? standard() : new Gazetteer(brought);
        }
    }

    private Object writeReplace() {
        return new Sent(brought);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a gazetteer travels as its rows");
    }

    /** All places that go by a name, each with its {@link #id} and {@link #kind} packed; empty when there is none. */
    public int[] named(String name) {
        return namedFolded(fold(name));
    }

    /** As {@link #named(String)}, for a name that is folded already. */
    public int[] namedFolded(String folded) {
        if (folded.isEmpty()) {
            return NONE;
        }
        long hash = hash(folded);
        int at = Arrays.binarySearch(nameHashes, 0, nameCount, hash);
        if (at < 0) {
            return NONE;
        }
        int from = at;
        while (from > 0 && nameHashes[from - 1] == hash) {
            from--;
        }
        int to = at + 1;
        while (to < nameCount && nameHashes[to] == hash) {
            to++;
        }
        return Arrays.copyOfRange(nameValues, from, to);
    }

    /** The place of an entry of {@link #named}. */
    public static int id(int entry) {
        return entry & ID_MASK;
    }

    /** The kind of name of an entry of {@link #named}. */
    public static NameKind kind(int entry) {
        return switch (entry >>> KIND_SHIFT) {
            case 0 -> NameKind.MAIN;
            case 1 -> NameKind.OTHER;
            default -> NameKind.CODE;
        };
    }

    public boolean isArea(int id) {
        return id < firstCountry;
    }

    public boolean isCountry(int id) {
        return id >= firstCountry && id < firstRegion;
    }

    public boolean isRegion(int id) {
        return id >= firstRegion && id < firstCity;
    }

    public boolean isCity(int id) {
        return id >= firstCity;
    }

    /** The country of a city or region, the place itself for a country, -1 for groups of countries. */
    public int country(int id) {
        if (isCity(id)) {
            return cityCountries[id - firstCity];
        }
        if (isRegion(id)) {
            return regionCountries[id - firstRegion];
        }
        return isCountry(id) ? id : -1;
    }

    /** The region of a city, the place itself for a region, -1 where not known. */
    public int region(int id) {
        return isCity(id) ? cityRegions[id - firstCity] : isRegion(id) ? id : -1;
    }

    /** Inhabitants of a city; 0 for everything else. */
    public int population(int id) {
        return isCity(id) ? cityPopulations[id - firstCity] : 0;
    }

    /** The country of an ISO 3166-1 alpha-2 code, or -1. */
    public int countryOf(String alpha2) {
        Integer id = alpha2 == null ? null : countryIds.get(alpha2.toUpperCase(Locale.ROOT));
        return id == null ? -1 : id;
    }

    /** ISO 3166-1 alpha-2 of a country, of a city's or region's country; null for groups of countries. */
    public String countryCode(int id) {
        return isArea(id) ? null : countries.get(country(id) - firstCountry).countryCode();
    }

    /**
     * The codes by which a place is told as a region of remote work: its country's, or those of a group of countries,
     * which may be one ("EMEA") or its members' ("DACH" is DE, AT, CH).
     */
    public List<String> regionCodes(int id) {
        return isArea(id) ? areaCodes.get(id) : List.of(countryCode(id));
    }

    /** The record of a place. */
    public Place place(int id) {
        if (isArea(id)) {
            return areas.get(id);
        }
        if (isCountry(id)) {
            return countries.get(id - firstCountry);
        }
        if (isRegion(id)) {
            return regions.get(id - firstRegion);
        }
        int city = id - firstCity;
        Place country = countries.get(cityCountries[city] - firstCountry);
        Place region = cityRegions[city] < 0 ? null : regions.get(cityRegions[city] - firstRegion);
        int start = city == 0 ? 0 : cityNameEnds[city - 1];
        String name = new String(cityNames, start, cityNameEnds[city] - start, StandardCharsets.UTF_8);
        return new Place(
                "geonames:" + cityGeonames[city],
                name,
                name,
                region == null ? null : region.regionCode(),
                region == null ? null : region.region(),
                country.countryCode(),
                country.country(),
                degrees(cityLatitudes[city]),
                degrees(cityLongitudes[city]),
                LocationPrecision.CITY,
                (long) cityGeonames[city]);
    }

    private static double degrees(float value) {
        return Math.round(value * 1000.0) / 1000.0;
    }

    /**
     * A name without case, accents and punctuation, its words separated by one blank. "U.S.A." is "usa", since dots
     * inside an abbreviation separate nothing.
     */
    public static String fold(CharSequence name) {
        String text = name.toString();
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) {
            ascii = text.charAt(i) < 128;
        }
        if (!ascii) {
            text = Normalizer.normalize(text, Normalizer.Form.NFKD);
        }
        StringBuilder folded = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '\'' || c == '’' || c == '‘' || c == '`') {
                boolean abbreviation = c != '.'
                        || i >= 1
                                && Character.isLetter(text.charAt(i - 1))
                                && (i < 2 || !Character.isLetter(text.charAt(i - 2)));
                gap |= !abbreviation;
            } else if (Character.isLetterOrDigit(c)) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }
                gap = false;
                switch (c) {
                    case 'ß' -> folded.append("ss");
                    case 'ł', 'Ł' -> folded.append('l');
                    case 'ø', 'Ø' -> folded.append('o');
                    case 'đ', 'Đ' -> folded.append('d');
                    case 'ı' -> folded.append('i');
                    case 'æ', 'Æ' -> folded.append("ae");
                    case 'œ', 'Œ' -> folded.append("oe");
                    default -> folded.append(Character.toLowerCase(c));
                }
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        String result = folded.toString();
        return result.startsWith("saint ") ? "st " + result.substring(6) : result;
    }

    private static long hash(String folded) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash * 0x9e3779b97f4a7c15L;
    }

    private void loadAreas() throws IOException {
        for (String[] row : rows("areas.tsv")) {
            int id = areas.size();
            LocationPrecision precision =
                    row[0].equals("WORLD") ? LocationPrecision.WORLD : LocationPrecision.SUPRANATIONAL;
            areas.add(new Place("area:" + row[0], row[1], null, null, null, null, null, null, null, precision, null));
            areaCodes.add(row[3].isEmpty() ? List.of(row[0]) : List.of(row[3].split(",")));
            addNames(id, row[1], row[2]);
        }
        firstCountry = areas.size();
    }

    private void loadCountries() throws IOException {
        Map<String, Long> geonames = new HashMap<>();
        for (String[] row : brought == null ? List.<String[]>of() : rows(brought.countries())) {
            geonames.put(row[0], Long.valueOf(row[1]));
        }
        for (String[] row : rows("countries.tsv")) {
            int id = firstCountry + countries.size();
            countries.add(new Place(
                    "iso:" + row[0],
                    row[2],
                    null,
                    null,
                    null,
                    row[0],
                    row[2],
                    null,
                    null,
                    LocationPrecision.COUNTRY,
                    geonames.get(row[0])));
            countryIds.put(row[0], id);
            addNames(id, row[2], row[4]);
            addName(id, row[0], NameKind.CODE);
            addName(id, row[1], NameKind.CODE);
        }
        firstRegion = firstCountry + countries.size();
    }

    private Map<String, Integer> loadRegions() throws IOException {
        Map<String, Integer> ids = new HashMap<>();
        List<String[]> rows = rows("regions.tsv");
        Map<String, String[]> named = new LinkedHashMap<>();
        for (String[] row : brought == null ? List.<String[]>of() : rows(brought.regions())) {
            if (countryIds.containsKey(row[0].substring(0, 2))) {
                named.put(row[0], row);
            }
        }
        regionCountries = new int[rows.size() + named.size()];
        for (String[] row : rows) {
            int id = firstRegion + regions.size();
            int country = countryIds.get(row[0]);
            regionCountries[regions.size()] = country;
            String code = row[1].isEmpty() ? null : row[1];
            String key = code == null ? "geonames:" + row[0] + "." + row[2] : "iso:" + row[0] + "-" + code;
            regions.add(new Place(
                    key,
                    row[3],
                    null,
                    code,
                    row[3],
                    row[0],
                    countries.get(country - firstCountry).country(),
                    null,
                    null,
                    LocationPrecision.REGION,
                    geonames(named, row)));
            for (String admin1 : row[2].split(",")) {
                ids.putIfAbsent(row[0] + "." + admin1, id);
                String[] own = named.remove(row[0] + "." + admin1);
                if (own != null) {
                    addNames(id, own[2], own[3]);
                }
            }
            addNames(id, row[3], row[4]);
            if (code != null && !Character.isDigit(code.charAt(0))) {
                addName(id, code, NameKind.CODE);
            }
        }
        for (String[] row : named.values()) {
            int id = firstRegion + regions.size();
            String countryCode = row[0].substring(0, 2);
            int country = countryIds.get(countryCode);
            regionCountries[regions.size()] = country;
            regions.add(new Place(
                    "geonames:" + row[0],
                    row[2],
                    null,
                    null,
                    row[2],
                    countryCode,
                    countries.get(country - firstCountry).country(),
                    null,
                    null,
                    LocationPrecision.REGION,
                    Long.valueOf(row[1])));
            ids.putIfAbsent(row[0], id);
            addNames(id, row[2], row[3]);
        }
        firstCity = firstRegion + regions.size();
        return ids;
    }

    /** GeoNames' id of a region that it and ISO know; null where it is cut otherwise. */
    private static Long geonames(Map<String, String[]> named, String[] region) {
        String[] own = region[2].indexOf(',') < 0 ? named.get(region[0] + "." + region[2]) : null;
        return own == null ? null : Long.valueOf(own[1]);
    }

    private void loadCities(Map<String, Integer> regionIds, List<String[]> rows, Map<String, String> names) {
        int nameEnd = 0;
        for (String[] row : rows) {
            if (!countryIds.containsKey(row[2])) {
                continue;
            }
            if (cityCount == cityGeonames.length) {
                grow();
            }
            String known = names.get(row[0]);
            int bar = known == null ? -1 : known.indexOf('|');
            String main = known == null ? row[1] : bar < 0 ? known : known.substring(0, bar);
            byte[] name = main.getBytes(StandardCharsets.UTF_8);
            while (nameEnd + name.length > cityNames.length) {
                cityNames = Arrays.copyOf(cityNames, cityNames.length * 2);
            }
            System.arraycopy(name, 0, cityNames, nameEnd, name.length);
            nameEnd += name.length;
            cityNameEnds[cityCount] = nameEnd;
            cityGeonames[cityCount] = Integer.parseInt(row[0]);
            cityCountries[cityCount] = countryIds.get(row[2]);
            cityRegions[cityCount] = regionIds.getOrDefault(row[2] + "." + row[3], -1);
            cityLatitudes[cityCount] = Float.parseFloat(row[4]);
            cityLongitudes[cityCount] = Float.parseFloat(row[5]);
            cityPopulations[cityCount] = Integer.parseInt(row[6]);
            addNames(firstCity + cityCount, main, row[7]);
            if (known != null) {
                addNames(firstCity + cityCount, row[1], bar < 0 ? "" : known.substring(bar + 1));
            }
            cityCount++;
        }
    }

    private void grow() {
        int capacity = cityCount * 2;
        cityNameEnds = Arrays.copyOf(cityNameEnds, capacity);
        cityGeonames = Arrays.copyOf(cityGeonames, capacity);
        cityCountries = Arrays.copyOf(cityCountries, capacity);
        cityRegions = Arrays.copyOf(cityRegions, capacity);
        cityLatitudes = Arrays.copyOf(cityLatitudes, capacity);
        cityLongitudes = Arrays.copyOf(cityLongitudes, capacity);
        cityPopulations = Arrays.copyOf(cityPopulations, capacity);
    }

    private void trim() {
        cityNames = Arrays.copyOf(cityNames, cityCount == 0 ? 0 : cityNameEnds[cityCount - 1]);
        cityNameEnds = Arrays.copyOf(cityNameEnds, cityCount);
        cityGeonames = Arrays.copyOf(cityGeonames, cityCount);
        cityCountries = Arrays.copyOf(cityCountries, cityCount);
        cityRegions = Arrays.copyOf(cityRegions, cityCount);
        cityLatitudes = Arrays.copyOf(cityLatitudes, cityCount);
        cityLongitudes = Arrays.copyOf(cityLongitudes, cityCount);
        cityPopulations = Arrays.copyOf(cityPopulations, cityCount);
    }

    private void addNames(int id, String main, String others) {
        addName(id, main, NameKind.MAIN);
        int start = 0;
        while (start < others.length()) {
            int bar = others.indexOf('|', start);
            int end = bar < 0 ? others.length() : bar;
            addName(id, others.substring(start, end), NameKind.OTHER);
            start = end + 1;
        }
    }

    private void addName(int id, String name, NameKind kind) {
        String folded = fold(name);
        if (folded.isEmpty()) {
            return;
        }
        if (nameCount == nameHashes.length) {
            nameHashes = Arrays.copyOf(nameHashes, nameCount * 2);
            nameValues = Arrays.copyOf(nameValues, nameCount * 2);
        }
        nameHashes[nameCount] = hash(folded);
        nameValues[nameCount] = id | kind.ordinal() << KIND_SHIFT;
        nameCount++;
    }

    private void sortNames() {
        long[][] pairs = new long[nameCount][];
        for (int i = 0; i < nameCount; i++) {
            pairs[i] = new long[] {nameHashes[i], nameValues[i]};
        }
        Arrays.sort(pairs, (a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        int kept = 0;
        for (int i = 0; i < pairs.length; i++) {
            boolean same = kept > 0 && nameHashes[kept - 1] == pairs[i][0] && nameValues[kept - 1] == (int) pairs[i][1];
            if (!same) {
                nameHashes[kept] = pairs[i][0];
                nameValues[kept] = (int) pairs[i][1];
                kept++;
            }
        }
        nameCount = kept;
        nameHashes = Arrays.copyOf(nameHashes, kept);
        nameValues = Arrays.copyOf(nameValues, kept);
    }

    /** The rows of a packaged file, without comments. Fields that end a row and are empty are kept. */
    private static List<String[]> rows(String file) throws IOException {
        InputStream stream = Gazetteer.class.getResourceAsStream(file);
        if (stream == null) {
            throw new FileNotFoundException("io/jobmart/vocabulary/" + file);
        }
        try (InputStream bytes = file.endsWith(".gz") ? new GZIPInputStream(stream, 1 << 16) : stream) {
            return rows(bytes);
        }
    }

    private static List<String[]> rows(byte[] content) throws IOException {
        return rows(new ByteArrayInputStream(content));
    }

    private static List<String[]> rows(InputStream in) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    rows.add(line.split("\t", -1));
                }
            }
        }
        return rows;
    }
}
