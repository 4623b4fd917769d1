package io.jobmart.vocabulary;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * GeoNames' own files, as published, plain or zipped: the cities of {@code allCountries}, {@code cities500},
 * {@code cities1000}, {@code cities5000} or {@code cities15000} (the first of these that is there), and, where they are
 * there too, {@code admin1CodesASCII}, {@code countryInfo} and {@code alternateNamesV2}.
 *
 * @param cities rows as those of {@code cities.tsv.gz}: id, name, country, admin1, latitude, longitude, population, names
 * @param regions rows of country and code ("US.CA"), id, name, ASCII name
 * @param countries rows of ISO code, id, name
 * @param version a hash of the files
 */
record GeoNames(byte[] cities, byte[] regions, byte[] countries, String version) implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> CITIES =
            List.of("allCountries", "cities500", "cities1000", "cities5000", "cities15000");
    /** Of the files with smaller places, what has fewer inhabitants is a hamlet or not counted, unless it is a seat. */
    private static final int LEAST_POPULATION = 500;
    /** Names of smaller places are variants that no posting writes, and that shadow other places. */
    private static final int LEAST_POPULATION_FOR_NAMES = 15_000;

    private static final int MOST_NAMES = 12;
    /** Languages that postings name cities in; "" is a name without language, "abbr" a short form such as "NYC". */
    private static final Set<String> LANGUAGES = Set.of("", "abbr", "en", "de", "fr", "es", "pt", "it", "nl", "pl");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,10}(\\.\\d{1,12})?");

    private static final class City {
        final String[] row;
        final Set<String> names = new LinkedHashSet<>();

        City(String[] row) {
            this.row = row;
        }
    }

    /**
     * Reads the files of a folder.
     *
     * @throws SkillVocabularyException when there is no file of cities, or one is not of GeoNames' shape
     */
    static GeoNames read(VocabularyFolder folder) throws IOException {
        List<String> digests = new ArrayList<>();
        Map<Integer, City> cities = new HashMap<>();
        List<City> order = new ArrayList<>();
        String file = null;
        for (String name : CITIES) {
            file = file == null ? named(folder, name) : file;
        }
        if (file == null) {
            throw new SkillVocabularyException("No file of cities: " + String.join(", ", CITIES) + ", as .txt or .zip");
        }
        String cityFile = file;
        boolean alternates = named(folder, "alternateNamesV2") != null;
        rows(folder, cityFile, 19, digests, row -> {
            City city = city(row, !alternates);
            if (city != null && cities.put(Integer.parseInt(row[0]), city) == null) {
                order.add(city);
            }
        });
        if (order.isEmpty()) {
            throw new SkillVocabularyException(cityFile, 1, "no city in it");
        }
        if (alternates) {
            rows(folder, named(folder, "alternateNamesV2"), 4, digests, row -> alternate(cities, row));
        }
        ByteArrayOutputStream cityRows = new ByteArrayOutputStream();
        for (City city : order) {
            city.names.remove(city.row[1]);
            write(cityRows, city.row, String.join("|", city.names));
        }
        ByteArrayOutputStream regions = new ByteArrayOutputStream();
        ByteArrayOutputStream countries = new ByteArrayOutputStream();
        String regionFile = named(folder, "admin1CodesASCII");
        if (regionFile != null) {
            rows(folder, regionFile, 4, digests, row -> {
                if (NUMBER.matcher(row[3]).matches() && row[0].indexOf('.') == 2) {
                    write(regions, new String[] {row[0], row[3], row[1]}, row[2]);
                }
            });
        }
        String countryFile = named(folder, "countryInfo");
        if (countryFile != null) {
            rows(folder, countryFile, 17, digests, row -> {
                if (row[0].length() == 2 && NUMBER.matcher(row[16]).matches()) {
                    write(countries, new String[] {row[0], row[16]}, row[4]);
                }
            });
        }
        return new GeoNames(
                cityRows.toByteArray(),
                regions.toByteArray(),
                countries.toByteArray(),
                SkillVocabulary.version(digests));
    }

    private static City city(String[] row, boolean alternates) {
        boolean number = NUMBER.matcher(row[0]).matches()
                && NUMBER.matcher(row[4]).matches()
                && NUMBER.matcher(row[5]).matches();
        // Sections of cities, and places that are no more.
        boolean place = row[6].equals("P")
                && !Set.of("PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH").contains(row[7]);
        if (!number || !place || row[8].length() != 2) {
            return null;
        }
        int population = row[14].matches("\\d{1,9}") ? Integer.parseInt(row[14]) : 0;
        if (population < LEAST_POPULATION && !row[7].startsWith("PPLA") && !row[7].equals("PPLC")) {
            return null;
        }
        City city =
                new City(new String[] {row[0], row[1], row[8], row[10], row[4], row[5], Integer.toString(population)});
        if (isName(row[2])) {
            city.names.add(row[2]);
        }
        if (alternates && population >= LEAST_POPULATION_FOR_NAMES) {
            for (String name : row[3].split(",")) {
                // Those of one first letter are spellings of the name, the others of any language.
                boolean spelling = !name.isEmpty() && Gazetteer.fold(name).startsWith(first(row[2]));
                if (spelling && isName(name) && city.names.size() < MOST_NAMES) {
                    city.names.add(name);
                }
            }
        }
        return city;
    }

    private static String first(String name) {
        String folded = Gazetteer.fold(name);
        return folded.isEmpty() ? "" : folded.substring(0, 1);
    }

    private static void alternate(Map<Integer, City> cities, String[] row) {
        City city = NUMBER.matcher(row[1]).matches() ? cities.get(Integer.parseInt(row[1])) : null;
        if (city == null || !LANGUAGES.contains(row[2]) || city.names.size() >= MOST_NAMES) {
            return;
        }
        // Flags: 4 preferred, 5 short, 6 colloquial, 7 historic.
        boolean outdated = row.length > 7 && row[7].equals("1");
        boolean abbreviation = row[2].equals("abbr");
        boolean large = Integer.parseInt(city.row[6]) >= LEAST_POPULATION_FOR_NAMES;
        if (!outdated && large && (abbreviation ? row[3].length() == 3 : isName(row[3]))) {
            city.names.add(row[3].replace('|', ' '));
        }
    }

    /** A name in Latin letters that is no code and no formal phrase. */
    private static boolean isName(String name) {
        if (name.length() < 4
                || name.length() > 40
                || name.indexOf('|') >= 0
                || !Character.isUpperCase(name.charAt(0))) {
            return false;
        }
        boolean small = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            small |= Character.isLowerCase(c);
            if (Character.isLetter(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
                return false;
            }
        }
        return small;
    }

    private static String named(VocabularyFolder folder, String name) throws IOException {
        for (String file : folder.files()) {
            if (file.equalsIgnoreCase(name + ".txt") || file.equalsIgnoreCase(name + ".zip")) {
                return file;
            }
        }
        return null;
    }

    private static void write(ByteArrayOutputStream out, String[] cells, String last) {
        out.writeBytes((String.join("\t", cells) + "\t" + last + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void rows(
            VocabularyFolder folder, String file, int least, List<String> digests, Consumer<String[]> rows)
            throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(folder.open(file), digest);
                InputStream in = content(file, bytes);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                String[] row = line.split("\t", -1);
                if (row.length < least) {
                    throw new SkillVocabularyException(
                            file, number, row.length + " columns, of GeoNames' " + least + " at least");
                }
                rows.accept(row);
            }
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        digests.add(HexFormat.of().formatHex(digest.digest()));
    }

    /** Of a zip, the file of the same name beside GeoNames' readme. */
    private static InputStream content(String file, InputStream bytes) throws IOException {
        if (!file.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return bytes;
        }
        ZipInputStream zip = new ZipInputStream(bytes);
        String stem = file.substring(0, file.length() - 4);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equalsIgnoreCase(stem + ".txt")) {
                return zip;
            }
        }
        throw new SkillVocabularyException(file, 1, "no " + stem + ".txt in it");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
