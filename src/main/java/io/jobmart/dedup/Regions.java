package io.jobmart.dedup;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where a job may be done: codes of countries and of the wider regions that ads name. A region goes with each country
 * in it.
 */
final class Regions {
    private static final Set<String> NORTH_AMERICA = Set.of("US", "CA", "MX");
    private static final Set<String> LATIN_AMERICA =
            codes("AG AI AR AW BB BL BM BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT"
                    + " GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT UY VC VE VG VI");
    private static final Set<String> ASIA_PACIFIC =
            codes("AF AS AU BD BN BT CC CK CN CX FJ GU HK ID IN IO JP KG KH KI KP KR KZ LA LK MM MN"
                    + " MO MV MY NC NF NP NR NU NZ PF PG PH PK PN PW SB SG TH TJ TK TL TM TO TV TW UZ VN VU WF WS");
    private static final Set<String> AFRICA =
            codes("AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM"
                    + " LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW");

    private Regions() {}

    /** What two sets have in common, as narrow as either says it. */
    static Set<String> common(Set<String> a, Set<String> b) {
        Set<String> common = new TreeSet<>();
        for (String one : a) {
            for (String other : b) {
                if (covers(one, other)) {
                    common.add(other);
                } else if (covers(other, one)) {
                    common.add(one);
                }
            }
        }
        return common;
    }

    private static boolean covers(String region, String part) {
        return region.equals(part)
                || switch (region) {
                    case "WORLD" -> true;
                    case "NORTH_AMERICA" -> NORTH_AMERICA.contains(part);
                    case "LATAM" -> LATIN_AMERICA.contains(part);
                    case "AMERICAS" -> isAmerican(part);
                    case "APAC", "ASIA" -> isAsian(part);
                    case "AFRICA" -> AFRICA.contains(part);
                    case "EMEA" -> !isAmerican(part) && !isAsian(part) && !part.equals("WORLD");
                    // What is said of Europe is said of its neighbours in the east as well.
                    case "EUROPE", "EU" ->
                        part.equals("EU")
                                || part.length() == 2 && !isAmerican(part) && !isAsian(part) && !AFRICA.contains(part);
                    default -> false;
                };
    }

    private static boolean isAmerican(String part) {
        return NORTH_AMERICA.contains(part)
                || LATIN_AMERICA.contains(part)
                || part.equals("LATAM")
                || part.equals("NORTH_AMERICA")
                || part.equals("AMERICAS");
    }

    private static boolean isAsian(String part) {
        return ASIA_PACIFIC.contains(part) || part.equals("ASIA") || part.equals("APAC");
    }

    private static Set<String> codes(String codes) {
        return Set.of(codes.split(" "));
    }
}
