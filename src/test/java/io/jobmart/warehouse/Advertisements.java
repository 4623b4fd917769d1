package io.jobmart.warehouse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ads that the questions of jobs/queries are asked of, as three dumps of one board: the last of them holds the market,
 * those before it what has a history.
 */
final class Advertisements {
    static final LocalDate AS_OF = LocalDate.of(2026, 4, 20);
    private static final List<String> TITLES =
            List.of("Data Engineer", "Backend Developer", "Senior Backend Developer");
    private static final List<String> SKILLS = List.of("Java", "Python", "SQL", "Docker", "Apache Kafka");
    private static final List<String> EVERYTHING = List.of(
            "Java",
            "Python",
            "SQL",
            "Docker",
            "Apache Kafka",
            "Kubernetes",
            "Terraform",
            "Ansible",
            "Jenkins",
            "PostgreSQL",
            "MySQL",
            "MongoDB",
            "Redis",
            "Elasticsearch",
            "Apache Spark",
            "Apache Airflow",
            "Snowflake",
            "Tableau",
            "Power BI",
            "JavaScript",
            "TypeScript",
            "React",
            "Angular",
            "Vue.js",
            "Node.js",
            "PHP",
            "Ruby",
            "Kotlin",
            "Scala",
            "C++",
            "C#",
            "Django",
            "Flask",
            "GraphQL",
            "RabbitMQ",
            "Prometheus",
            "Grafana",
            "Microsoft Excel",
            "SAP",
            "Salesforce",
            "Jira",
            "Confluence",
            "GitLab",
            "Linux",
            "Bash",
            "MATLAB",
            "Oracle Database");

    private static List<Ad> market() {
        List<Ad> ads = new ArrayList<>();
        for (int i = 0; i < 54; i++) {
            List<String> required = new ArrayList<>();
            for (int skill = 0; skill < SKILLS.size(); skill++) {
                if (((i * 11 + 5) >> skill & 1) == 1) {
                    required.add(SKILLS.get(skill));
                }
            }
            LocalDate posted = i % 9 == 8 ? null : LocalDate.of(2026, 1 + i % 3, 1 + i % 27);
            LocalDate opened = posted == null ? AS_OF : posted;
            int degree = i % 7;
            ads.add(new Ad(
                    i,
                    TITLES.get(i / 3 % 3),
                    posted,
                    // Past, future or not stated.
                    i % 4 == 3 ? null : i % 4 == 2 ? AS_OF.plusDays(40) : opened.plusDays(10 + i % 5 * 3),
                    Ad.City.values()[i / 18],
                    new String[] {"REMOTE", "HYBRID", "ONSITE", null, null}[i % 5],
                    required,
                    i % 4 == 0 ? List.of("Kubernetes") : i % 4 == 1 ? List.of("Terraform", "Kubernetes") : List.of(),
                    i % 3 == 0 ? List.of("PostgreSQL") : List.of(),
                    i % 5 == 4
                            ? null
                            : i % 5 == 3 && i / 18 == 1
                                    ? new Ad.Pay(40 + i, 50 + i, true)
                                    : new Ad.Pay(50_000 + 1_000 * i, 60_000 + 1_500 * i, false),
                    degree < 2
                            ? List.of()
                            : degree < 4
                                    ? List.of("BACHELOR")
                                    : degree == 4
                                            ? List.of("MASTER")
                                            : degree == 5
                                                    ? List.of("BACHELOR", "MASTER", "DOCTORATE")
                                                    : List.of("DOCTORATE"),
                    degree == 3,
                    degree == 5 ? List.of(6, 4, 2) : i % 6 == 0 ? List.of() : List.of(1 + i % 6)));
        }
        // Four of one kind that closed after 10, 20, 30 and 40 days, and two that did not: half are gone at no day but
        // by products of fractions (5/6 * 4/5 * 3/4 = 1/2).
        for (int i = 0; i < 6; i++) {
            LocalDate posted = AS_OF.minusDays(60);
            ads.add(new Ad(
                    60 + i,
                    "Accountant",
                    posted,
                    i < 4 ? posted.plusDays(10L * (i + 1)) : null,
                    Ad.City.LYON,
                    null,
                    List.of("Microsoft Excel"),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    false,
                    List.of()));
        }
        // Of these, too few have closed for a median.
        for (int i = 0; i < 5; i++) {
            LocalDate posted = AS_OF.minusDays(50 + i);
            ads.add(new Ad(
                    70 + i,
                    "Translator",
                    posted,
                    i < 2 ? posted.plusDays(5) : null,
                    Ad.City.BERLIN,
                    "ONSITE",
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    false,
                    List.of()));
        }
        ads.add(new Ad(
                80,
                "Consultant",
                LocalDate.of(2026, 2, 3),
                null,
                Ad.City.AUSTIN,
                null,
                EVERYTHING,
                List.of(),
                List.of(),
                null,
                List.of(),
                false,
                List.of()));
        return ads;
    }

    static final String FIRST = "2026-02-10";
    static final String SECOND = "2026-03-10";
    private static final String LAST = AS_OF.toString();

    private final List<Ad> vacancies = new ArrayList<>(market());
    private final List<Ad> copies = new ArrayList<>();
    private final Map<String, List<String>> dumps = new LinkedHashMap<>();
    private final ObjectMapper json = new ObjectMapper();

    Advertisements() {
        for (Ad ad : vacancies) {
            show(LAST, "N-" + ad.number(), ad);
            // The same vacancy, advertised twice: no question may count it twice.
            if (ad.number() % 10 == 0) {
                copy(LAST, "COPY-" + ad.number(), ad);
            }
        }
        history();
        trades();
        dumps.get(FIRST).add("{\"title\": ");
    }

    /** What is there since an earlier dump, and what has changed since. */
    private void history() {
        // Robots are what this company makes now.
        vacancy(FIRST, of(100, "Archivist", "2026-02-05", Ad.City.BERLIN, Ad.Extras.of("Marlow Foundry", "Baking")));
        vacancy(LAST, of(101, "Draughtsman", "2026-04-10", Ad.City.BERLIN, Ad.Extras.of("Marlow Foundry", "Robotics")));
        // Posted three times, each time after the one before had expired.
        Ad.Extras kitchens = Ad.Extras.of("Revolve Kitchens", null);
        Ad fitter = of(110, "Kitchen Fitter", "2026-02-01", Ad.City.LYON, kitchens);
        vacancy(FIRST, fitter.validThrough(LocalDate.of(2026, 2, 12)));
        copy(SECOND, "R-2", fitter.posted(LocalDate.of(2026, 3, 2)).validThrough(LocalDate.of(2026, 3, 14)));
        copy(LAST, "R-3", fitter.posted(LocalDate.of(2026, 4, 15)));
        vacancy(LAST, of(111, "Cook", "2025-09-01", Ad.City.LYON, kitchens));
        vacancy(LAST, of(112, "Waiter", "2026-04-02", Ad.City.LYON, kitchens));
        vacancy(LAST, of(113, "Bookkeeper", "2026-04-03", Ad.City.LYON, kitchens));
        vacancy(LAST, of(114, "Porter", "2026-04-04", Ad.City.LYON, kitchens));
        // Pay rises, then a demand is added.
        Ad edited = of(170, "Librarian", "2026-02-07", Ad.City.BERLIN, Ad.Extras.NONE)
                .requiring("SQL");
        show(FIRST, "N-170", edited.paying("ONSITE", 50_000, 60_000));
        show(SECOND, "N-170", edited.paying("ONSITE", 55_000, 65_000));
        vacancy(LAST, edited.requiring("SQL", "Docker").paying("ONSITE", 55_000, 65_000));
        // First by the employer, then by an agency, at one address.
        String address = "https://jobs.example.org/roofer-161";
        vacancy(
                FIRST,
                of(
                        161,
                        "Roofer",
                        "2026-02-02",
                        Ad.City.AUSTIN,
                        Ad.Extras.of("Slate Works", null).url(address)));
        copy(
                LAST,
                "AGENCY-161",
                of(
                        161,
                        "Roofer",
                        "2026-04-01",
                        Ad.City.AUSTIN,
                        Ad.Extras.of("Quick Staffing", null)
                                .client("Slate Works")
                                .url(address)));
    }

    /** What the market above lacks. */
    private void trades() {
        Ad.Extras mills = Ad.Extras.of("Granary Mills", null);
        vacancy(LAST, of(120, "Miller", "2026-01-10", Ad.City.BERLIN, mills).requiring("SQL"));
        vacancy(LAST, of(121, "Driver", "2026-02-11", Ad.City.BERLIN, mills).requiring("SQL"));
        vacancy(LAST, of(122, "Loader", "2026-03-12", Ad.City.BERLIN, mills));
        vacancy(
                LAST,
                of(123, "Electrician", "2026-04-05", Ad.City.BERLIN, mills).requiring("Rust", "SQL"));
        vacancy(LAST, of(124, "Plumber", "2026-04-12", Ad.City.BERLIN, mills).requiring("Rust"));
        // New, or nearly so.
        vacancy(
                LAST,
                of(125, "Painter", "2026-04-13", Ad.City.BERLIN, Ad.Extras.of("Fresh Fields", null))
                        .requiring("Rust"));
        Ad.Extras oaks = Ad.Extras.of("Two Oaks", null);
        vacancy(LAST, of(126, "Joiner", "2026-01-13", Ad.City.BERLIN, oaks));
        vacancy(LAST, of(127, "Carpenter", "2026-04-13", Ad.City.BERLIN, oaks).requiring("Rust"));
        String[][] homes = {{"Germany"}, {"Germany", "France"}, {}, {"United States"}};
        for (int i = 0; i < 9; i++) {
            Ad glazier = of(130 + i, "Glazier", "2026-03-03", Ad.City.AUSTIN, Ad.Extras.NONE);
            vacancy(
                    LAST,
                    i < 4
                            ? glazier.with(Ad.Extras.NONE.homes(homes[i])).paying("REMOTE", 60_000 + 1_000 * i, 70_000)
                            : glazier.paying(i < 8 ? "ONSITE" : "HYBRID", 50_000 + 1_000 * i, 60_000));
        }
        for (int i = 0; i < 5; i++) {
            vacancy(LAST, of(140 + i, "Florist", "2026-02-14", Ad.City.LYON, Ad.Extras.NONE.competitiveOnly()));
        }
        String[][] languages = {{"German"}, {"German"}, {"English", "German"}, {"English"}};
        for (int i = 0; i < 4; i++) {
            vacancy(
                    LAST,
                    of(150 + i, "Interpreter", "2026-02-15", Ad.City.LYON, Ad.Extras.NONE.languages(languages[i])));
        }
        vacancy(
                LAST,
                of(
                        160,
                        "Mason",
                        "2026-04-02",
                        Ad.City.AUSTIN,
                        Ad.Extras.of("Quick Staffing", null).client("Tiled Homes")));
        // A year ago, and now.
        for (int i = 0; i < 10; i++) {
            Ad cartographer = of(180 + i, "Cartographer", "2025-05-10", Ad.City.AUSTIN, Ad.Extras.NONE);
            vacancy(LAST, i < 2 ? cartographer.requiring("Python") : cartographer);
        }
        for (int i = 0; i < 5; i++) {
            vacancy(
                    LAST,
                    of(190 + i, "Cartographer", "2026-04-06", Ad.City.AUSTIN, Ad.Extras.NONE)
                            .requiring("Python", "Java"));
        }
        // Characters of two UTF-16 units before what is read.
        vacancy(
                LAST,
                of(
                                199,
                                "Astronomer",
                                "2026-04-03",
                                Ad.City.LYON,
                                Ad.Extras.NONE.opening("\uD83D\uDE80 To the stars \uD83D\uDE80! "))
                        .requiring("Docker"));
    }

    private static Ad of(int number, String title, String posted, Ad.City city, Ad.Extras extras) {
        return Ad.of(number, title, LocalDate.parse(posted), city, extras);
    }

    private void vacancy(String day, Ad ad) {
        vacancies.add(ad);
        show(day, "N-" + ad.number(), ad);
    }

    private void copy(String day, String id, Ad ad) {
        copies.add(ad);
        show(day, id, ad);
    }

    private void show(String day, String id, Ad ad) {
        dumps.computeIfAbsent(day, key -> new ArrayList<>()).add(ad.json(json, id));
    }

    /** The ads as they are now; of copies and reposts the first. */
    List<Ad> vacancies() {
        return vacancies;
    }

    /** Other ads for the same vacancies. */
    List<Ad> copies() {
        return copies;
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (var dump : dumps.entrySet()) {
            Files.write(directory.resolve("board-" + dump.getKey() + ".jsonl"), dump.getValue());
        }
    }
}
