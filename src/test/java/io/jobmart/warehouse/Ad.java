package io.jobmart.warehouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A posting whose right reading is known, since its text is written from it.
 *
 * @param posted null when it is not stated; so are the other values
 * @param degrees lowest first; with more than one, each with its years, they are a choice
 * @param years for each degree of a choice, else one number or none
 */
record Ad(
        int number,
        String title,
        LocalDate posted,
        LocalDate validThrough,
        City city,
        String mode,
        List<String> required,
        List<String> preferred,
        List<String> mentioned,
        Pay pay,
        List<String> degrees,
        boolean orEquivalent,
        List<Integer> years,
        Extras extras) {

    Ad(
            int number,
            String title,
            LocalDate posted,
            LocalDate validThrough,
            City city,
            String mode,
            List<String> required,
            List<String> preferred,
            List<String> mentioned,
            Pay pay,
            List<String> degrees,
            boolean orEquivalent,
            List<Integer> years) {
        this(
                number,
                title,
                posted,
                validThrough,
                city,
                mode,
                required,
                preferred,
                mentioned,
                pay,
                degrees,
                orEquivalent,
                years,
                Extras.NONE);
    }

    /** An ad that asks for nothing. */
    static Ad of(int number, String title, LocalDate posted, City city, Extras extras) {
        return new Ad(
                number, title, posted, null, city, null, List.of(), List.of(), List.of(), null, List.of(), false,
                List.of(), extras);
    }

    Ad requiring(String... skills) {
        return new Ad(
                number,
                title,
                posted,
                validThrough,
                city,
                mode,
                List.of(skills),
                preferred,
                mentioned,
                pay,
                degrees,
                orEquivalent,
                years,
                extras);
    }

    Ad validThrough(LocalDate day) {
        return new Ad(
                number,
                title,
                posted,
                day,
                city,
                mode,
                required,
                preferred,
                mentioned,
                pay,
                degrees,
                orEquivalent,
                years,
                extras);
    }

    Ad posted(LocalDate day) {
        return new Ad(
                number,
                title,
                day,
                validThrough,
                city,
                mode,
                required,
                preferred,
                mentioned,
                pay,
                degrees,
                orEquivalent,
                years,
                extras);
    }

    Ad paying(String where, int low, int high) {
        return new Ad(
                number,
                title,
                posted,
                validThrough,
                city,
                where,
                required,
                preferred,
                mentioned,
                new Pay(low, high, false),
                degrees,
                orEquivalent,
                years,
                extras);
    }

    Ad with(Extras value) {
        return new Ad(
                number,
                title,
                posted,
                validThrough,
                city,
                mode,
                required,
                preferred,
                mentioned,
                pay,
                degrees,
                orEquivalent,
                years,
                value);
    }

    /**
     * What few ads say.
     *
     * @param employer null: one of its own, so that nothing but a copy is taken for one
     * @param client on whose behalf the employer posts; null for its own
     * @param languages that are required, in English
     * @param homes countries that a remote worker may live in, in English
     * @param competitive whether words stand in place of pay
     * @param opening what the text starts with
     */
    record Extras(
            String employer,
            String industry,
            String client,
            List<String> languages,
            List<String> homes,
            boolean competitive,
            String url,
            String opening) {
        static final Extras NONE = new Extras(null, null, null, List.of(), List.of(), false, null, "");

        static Extras of(String employer, String industry) {
            return new Extras(employer, industry, null, List.of(), List.of(), false, null, "");
        }

        Extras client(String value) {
            return new Extras(employer, industry, value, languages, homes, competitive, url, opening);
        }

        Extras languages(String... values) {
            return new Extras(employer, industry, client, List.of(values), homes, competitive, url, opening);
        }

        Extras homes(String... values) {
            return new Extras(employer, industry, client, languages, List.of(values), competitive, url, opening);
        }

        Extras competitiveOnly() {
            return new Extras(employer, industry, client, languages, homes, true, url, opening);
        }

        Extras url(String value) {
            return new Extras(employer, industry, client, languages, homes, competitive, value, opening);
        }

        Extras opening(String value) {
            return new Extras(employer, industry, client, languages, homes, competitive, url, value);
        }
    }

    enum City {
        BERLIN("Berlin", "BE", "Berlin", "DE", "EUR"),
        AUSTIN("Austin", "TX", "Texas", "US", "USD"),
        LYON("Lyon", "ARA", "Auvergne-Rhône-Alpes", "FR", "EUR");

        final String city;
        final String region;
        final String regionName;
        final String country;
        final String currency;

        City(String city, String region, String regionName, String country, String currency) {
            this.city = city;
            this.region = region;
            this.regionName = regionName;
            this.country = country;
            this.currency = currency;
        }
    }

    /** A year's pay, or an hour's where it says so. */
    record Pay(int low, int high, boolean hourly) {
        double annual() {
            return (low + high) / 2.0 * (hourly ? 2080 : 1);
        }
    }

    private static final Map<String, String> DEGREES = Map.of(
            "BACHELOR", "Bachelor's degree in Computer Science",
            "MASTER", "Master's degree in Computer Science",
            "DOCTORATE", "PhD in Computer Science");

    /** schema.org JSON-LD in one line; another id makes it another ad for the same vacancy. */
    String json(ObjectMapper json, String id) {
        Map<String, Object> posting = new LinkedHashMap<>();
        posting.put("@context", "https://schema.org");
        posting.put("@type", "JobPosting");
        posting.put("title", title);
        posting.put("description", description());
        posting.put("hiringOrganization", Map.of("@type", "Organization", "name", company()));
        posting.put("identifier", Map.of("@type", "PropertyValue", "name", company(), "value", id));
        posting.put(
                "jobLocation",
                Map.of(
                        "@type",
                        "Place",
                        "address",
                        Map.of(
                                "addressLocality", city.city,
                                "addressRegion", city.region,
                                "addressCountry", city.country)));
        if (posted != null) {
            posting.put("datePosted", posted.toString());
        }
        if (validThrough != null) {
            posting.put("validThrough", validThrough.toString());
        }
        if ("REMOTE".equals(mode)) {
            posting.put("jobLocationType", "TELECOMMUTE");
        }
        if (!extras.homes().isEmpty()) {
            posting.put(
                    "applicantLocationRequirements",
                    extras.homes().stream()
                            .map(home -> Map.of("@type", "Country", "name", home))
                            .toList());
        }
        if (extras.industry() != null) {
            posting.put("industry", extras.industry());
        }
        if (extras.url() != null) {
            posting.put("url", extras.url());
        }
        if (pay != null) {
            posting.put(
                    "baseSalary",
                    Map.of(
                            "currency",
                            city.currency,
                            "value",
                            Map.of(
                                    "minValue", pay.low,
                                    "maxValue", pay.high,
                                    "unitText", pay.hourly ? "HOUR" : "YEAR")));
        }
        try {
            return json.writeValueAsString(posting);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String company() {
        return extras.employer() != null
                ? extras.employer()
                : "Harbour " + (char) ('A' + number % 26) + (char) ('a' + number / 26) + "lm Instruments";
    }

    private String description() {
        // As long as makes one text the same as another: a line or two are the same in many ads.
        StringBuilder text = new StringBuilder("<p>" + extras.opening() + "We are looking for somebody to join team "
                + number + ". You will work with people who like what they do, and who share what they know.</p>");
        if (extras.client() != null) {
            text.append("<p>We recruit on behalf of our client ")
                    .append(extras.client())
                    .append(".</p>");
        }
        if (!mentioned.isEmpty()) {
            text.append("<h3>What you will do</h3><p>You look after our data in ")
                    .append(String.join(" and ", mentioned))
                    .append(".</p>");
        }
        List<String> lines = new ArrayList<>();
        if (degrees.size() > 1) {
            for (int i = 0; i < degrees.size(); i++) {
                lines.add(DEGREES.get(degrees.get(i)) + " and " + years.get(i) + "+ years of experience");
                lines.add("OR");
            }
            lines.remove(lines.size() - 1);
        } else {
            degrees.forEach(
                    degree -> lines.add(DEGREES.get(degree) + (orEquivalent ? " or equivalent experience" : "")));
            years.forEach(number -> lines.add(number + "+ years of experience"));
        }
        required.forEach(skill -> lines.add("Experience with " + skill));
        extras.languages().forEach(language -> lines.add("Fluent " + language));
        list(text, "Requirements", lines);
        list(
                text,
                "Nice to have",
                preferred.stream().map(skill -> "Experience with " + skill).toList());
        if ("HYBRID".equals(mode)) {
            text.append("<p>This is a hybrid role.</p>");
        } else if ("ONSITE".equals(mode)) {
            text.append("<p>This is an on-site position.</p>");
        }
        if (extras.competitive()) {
            text.append("<p>We offer a competitive salary.</p>");
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("<h3>").append(heading).append("</h3><ul>");
            lines.forEach(line -> text.append("<li>").append(line).append("</li>"));
            text.append("</ul>");
        }
    }
}
