package io.jobmart.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Currency codes, signs and words, and what a sign that several currencies share means in a country. */
final class Currencies {
    /** Codes that a text may write in upper case only: in lower case they are, or look like, everyday words. */
    private static final Set<String> UPPER_ONLY = Set.of("TRY", "MAD", "RON", "SEK", "NOK", "COP", "PEN", "CNY", "RUB");

    private static final Set<String> CODES = Set.of(
            "USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "PLN", "CZK", "HUF", "RON", "BGN", "SEK", "NOK", "DKK",
            "ISK", "INR", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU", "JPY", "CNY", "RMB", "HKD", "TWD", "KRW",
            "SGD", "MYR", "THB", "PHP", "IDR", "VND", "PKR", "BDT", "LKR", "AED", "SAR", "QAR", "KWD", "ILS", "TRY",
            "EGP", "MAD", "ZAR", "NGN", "KES", "GHS", "UAH", "RUB", "KZT", "GEL", "RSD", "CRC");

    /** Signs and words of one or more letters, lower case. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("rm", "MYR"),
            Map.entry("zł", "PLN"),
            Map.entry("zl", "PLN"),
            Map.entry("kč", "CZK"),
            Map.entry("rs", "INR"),
            Map.entry("rs.", "INR"),
            Map.entry("lpa", "INR"),
            Map.entry("kr", "kr"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("eur", "EUR"),
            Map.entry("dollars", "$"),
            Map.entry("reais", "BRL"),
            Map.entry("triệu", "VND"),
            Map.entry("vnđ", "VND"),
            Map.entry("đồng", "VND"),
            Map.entry("грн", "UAH"),
            Map.entry("руб", "RUB"));

    /** What stands before a dollar sign. */
    private static final Map<String, String> DOLLARS = Map.ofEntries(
            Map.entry("US", "USD"),
            Map.entry("U.S.", "USD"),
            Map.entry("CA", "CAD"),
            Map.entry("C", "CAD"),
            Map.entry("CDN", "CAD"),
            Map.entry("A", "AUD"),
            Map.entry("AU", "AUD"),
            Map.entry("NZ", "NZD"),
            Map.entry("S", "SGD"),
            Map.entry("SG", "SGD"),
            Map.entry("HK", "HKD"),
            Map.entry("NT", "TWD"),
            Map.entry("MX", "MXN"),
            Map.entry("R", "BRL"));

    private static final Map<String, String> BY_COUNTRY = new HashMap<>();

    static {
        String[] pairs = {
            "US USD", "CA CAD", "AU AUD", "NZ NZD", "GB GBP", "CH CHF", "PL PLN", "CZ CZK", "HU HUF", "RO RON",
            "BG BGN", "SE SEK", "NO NOK", "DK DKK", "IS ISK", "IN INR", "BR BRL", "MX MXN", "AR ARS", "CL CLP",
            "CO COP", "PE PEN", "UY UYU", "JP JPY", "CN CNY", "HK HKD", "TW TWD", "KR KRW", "SG SGD", "MY MYR",
            "TH THB", "PH PHP", "ID IDR", "VN VND", "PK PKR", "BD BDT", "LK LKR", "AE AED", "SA SAR", "QA QAR",
            "KW KWD", "IL ILS", "TR TRY", "EG EGP", "MA MAD", "ZA ZAR", "NG NGN", "KE KES", "GH GHS", "UA UAH",
            "RU RUB", "KZ KZT", "GE GEL", "RS RSD", "CR CRC"
        };
        for (String pair : pairs) {
            BY_COUNTRY.put(pair.substring(0, 2), pair.substring(3));
        }
        for (String country : "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ")) {
            BY_COUNTRY.put(country, "EUR");
        }
    }

    /** Currencies written with a bare dollar sign at home. */
    private static final Set<String> DOLLAR_COUNTRIES =
            Set.of("US", "CA", "AU", "NZ", "SG", "HK", "MX", "CL", "CO", "AR");

    /**
     * Below which a year's full-time pay is not plausible, and from which an amount without a period is certainly a
     * year's. In units of the currency; a currency without a figure has no such certainty.
     */
    private static final Map<String, Integer> YEAR_FLOORS = Map.ofEntries(
            Map.entry("USD", 15_000),
            Map.entry("EUR", 15_000),
            Map.entry("GBP", 15_000),
            Map.entry("CAD", 20_000),
            Map.entry("AUD", 25_000),
            Map.entry("NZD", 25_000),
            Map.entry("SGD", 30_000),
            Map.entry("CHF", 30_000),
            Map.entry("PLN", 70_000),
            Map.entry("BRL", 70_000),
            Map.entry("ILS", 110_000),
            Map.entry("INR", 300_000),
            Map.entry("SEK", 250_000),
            Map.entry("NOK", 250_000),
            Map.entry("DKK", 250_000),
            Map.entry("CZK", 360_000),
            Map.entry("PHP", 400_000),
            Map.entry("MYR", 36_000),
            Map.entry("ZAR", 200_000),
            Map.entry("MXN", 250_000),
            Map.entry("JPY", 2_000_000));

    /** Currencies in which a month's pay is millions, and is written so. */
    private static final Set<String> IN_MILLIONS = Set.of("VND", "IDR", "COP", "KRW", "JPY");

    private Currencies() {}

    /** The sign that a character is: a code, {@code "$"}, {@code "¥"}, or null. */
    static String ofSign(char sign) {
        return switch (sign) {
            case '$', '＄' -> "$";
            case '€' -> "EUR";
            case '£' -> "GBP";
            case '¥', '￥' -> "¥";
            case '₹' -> "INR";
            case '₽' -> "RUB";
            case '₺' -> "TRY";
            case '₪' -> "ILS";
            case '₩' -> "KRW";
            case '₫' -> "VND";
            case '฿' -> "THB";
            case '₱' -> "PHP";
            case '₦' -> "NGN";
            case '₴' -> "UAH";
            default -> null;
        };
    }

    /** The currency that a word names: a code, or a shared sign ("$", "kr"); null when it names none. */
    static String ofWord(String word) {
        if (word.length() == 3) {
            String upper = word.toUpperCase(Locale.ROOT);
            if (CODES.contains(upper)) {
                boolean exact = upper.equals(word);
                if (exact || !UPPER_ONLY.contains(upper)) {
                    return upper.equals("RMB") ? "CNY" : upper;
                }
            }
        }
        return WORDS.get(word.toLowerCase(Locale.ROOT));
    }

    /** The currency of a dollar sign with these letters before it, or null when they say nothing. */
    static String ofDollar(String letters) {
        String currency = DOLLARS.get(letters);
        return currency != null ? currency : ofCode(letters);
    }

    /** A code as structured fields give it, whatever its case; null when it is none. */
    static String ofCode(String code) {
        if (code == null) {
            return null;
        }
        String upper = code.trim().toUpperCase(Locale.ROOT);
        if (upper.equals("RMB")) {
            return "CNY";
        }
        return CODES.contains(upper) ? upper : null;
    }

    /** The currency of a country (ISO 3166-1 alpha-2), or null. */
    static String ofCountry(String country) {
        return country == null ? null : BY_COUNTRY.get(country);
    }

    /** What a shared sign stands for in a posting of this country. */
    static String resolve(String sign, String country) {
        String home = ofCountry(country);
        return switch (sign) {
            case "$" -> home != null && DOLLAR_COUNTRIES.contains(country) ? home : "USD";
            case "¥" -> "CN".equals(country) ? "CNY" : "JPY";
            case "kr" ->
                "SEK".equals(home) || "NOK".equals(home) || "DKK".equals(home) || "ISK".equals(home) ? home : null;
            default -> sign;
        };
    }

    /** Whether a shared sign is certain in this country: the dollar in the United States, the krona in Sweden. */
    static boolean certain(String sign, String country) {
        return switch (sign) {
            case "$" -> country != null && DOLLAR_COUNTRIES.contains(country);
            case "¥" -> "CN".equals(country) || "JP".equals(country);
            case "kr" -> resolve(sign, country) != null;
            default -> true;
        };
    }

    /** Whether an amount in millions may be a person's pay in this currency. */
    static boolean inMillions(String currency) {
        return currency != null && (IN_MILLIONS.contains(currency) || yearFloor(currency) >= 200_000);
    }

    static boolean isShared(String currency) {
        return currency != null && currency.length() < 3;
    }

    /** See {@link #YEAR_FLOORS}; 0 when there is no figure. */
    static int yearFloor(String currency) {
        return currency == null ? 0 : YEAR_FLOORS.getOrDefault(currency, 0);
    }
}
