package io.jobmart.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Makes postings as lines of JSON-LD: invented, varied, and the same for the same seed and number, so that any part of a
 * dump can be made by itself and in parallel.
 *
 * <p>A line has the shape of crawled postings: about 5 KB of HTML, escaped once more, with an introduction, lists of
 * duties and demands, pay, benefits and the employer's boilerplate. One in {@value #REPOST_EVERY} is the text of an
 * earlier posting under another address, as reposts are.
 */
public final class PostingGenerator {
    static final int REPOST_EVERY = 23;

    private static final String[] LEVELS = {"", "", "", "Junior ", "Senior ", "Senior ", "Lead ", "Staff ", "Principal "
    };
    private static final String[] FIELDS = {
        "Software",
        "Backend",
        "Frontend",
        "Data",
        "Platform",
        "Machine Learning",
        "Site Reliability",
        "Security",
        "Cloud",
        "Mobile",
        "QA",
        "Network",
        "Database",
        "Embedded",
        "Analytics"
    };
    private static final String[] JOBS = {"Engineer", "Developer", "Architect", "Specialist", "Analyst", "Consultant"};
    /** Titles differ: of a hundred real ads about fifty have one of their own, and ads of one title are compared. */
    private static final String[] TEAM_FIRST = {
        "Billing", "Checkout", "Claims", "Content", "Delivery", "Fleet", "Fraud", "Identity", "Inventory", "Lending",
        "Loyalty", "Messaging", "Orders", "Partner", "Payroll", "Pricing", "Returns", "Search", "Supplier", "Warehouse"
    };

    private static final String[] TEAM_SECOND = {"Automation", "Growth", "Insights", "Integrations", "Quality", "Tools"
    };
    private static final String[] COMPANY_FIRST = {
        "North", "Blue", "Iron", "Clear", "Bright", "Stone", "River", "Silver", "Red", "High", "Quick", "Green", "Deep",
        "Wide", "First", "Open", "Early", "Grand", "Still", "Warm"
    };
    private static final String[] COMPANY_SECOND = {
        "field", "bridge", "harbor", "gate", "ridge", "wave", "peak", "forge", "mill", "yard", "port", "light", "stack",
        "leaf", "grove", "path", "well", "cliff", "brook", "point"
    };
    private static final String[] COMPANY_FORM = {" Inc.", " LLC", " GmbH", " Ltd", " Labs", "", " Systems", " Group"};
    /** City, region, country, currency. */
    private static final String[][] PLACES = {
        {"Austin", "TX", "US", "USD"},
        {"Denver", "CO", "US", "USD"},
        {"Seattle", "WA", "US", "USD"},
        {"Boston", "MA", "US", "USD"},
        {"Chicago", "IL", "US", "USD"},
        {"Toronto", "ON", "CA", "CAD"},
        {"Vancouver", "BC", "CA", "CAD"},
        {"London", "England", "GB", "GBP"},
        {"Manchester", "England", "GB", "GBP"},
        {"Berlin", "Berlin", "DE", "EUR"},
        {"Munich", "Bavaria", "DE", "EUR"},
        {"Paris", "Île-de-France", "FR", "EUR"},
        {"Madrid", "Madrid", "ES", "EUR"},
        {"Amsterdam", "North Holland", "NL", "EUR"},
        {"Warsaw", "Masovian", "PL", "PLN"},
        {"Sydney", "NSW", "AU", "AUD"}
    };

    private static final String[] SKILLS = {
        "Java",
        "Python",
        "Go",
        "Scala",
        "Kotlin",
        "TypeScript",
        "JavaScript",
        "Rust",
        "C++",
        "C#",
        "SQL",
        "PostgreSQL",
        "MySQL",
        "MongoDB",
        "Redis",
        "Kafka",
        "Spark",
        "Airflow",
        "Docker",
        "Kubernetes",
        "Terraform",
        "AWS",
        "Azure",
        "Google Cloud",
        "React",
        "Angular",
        "Vue.js",
        "Node.js",
        "Spring Boot",
        "Django",
        "GraphQL",
        "REST",
        "gRPC",
        "Linux",
        "Git",
        "Jenkins",
        "CI/CD",
        "Prometheus",
        "Grafana",
        "Elasticsearch",
        "Snowflake",
        "dbt",
        "Tableau",
        "PyTorch",
        "TensorFlow",
        "pandas",
        "Scrum",
        "machine learning",
        "microservices",
        "data modeling"
    };
    private static final String[] OPENINGS = {
        "We build tools that help {a} teams plan their work, and we are looking for people who care about {b}.",
        "Our customers run {a} services around the clock, so {b} matters to everything that we do.",
        "You will join a small group that owns {a} from the first sketch to production, with a strong eye on {b}.",
        "Every day thousands of people rely on our {a} product, and this role keeps its {b} where it should be.",
        "The team works across {a} and {b}, and shares what it learns in short weekly sessions."
    };
    private static final String[] SUBJECTS = {
        "logistics",
        "health care",
        "energy",
        "retail",
        "public transport",
        "insurance",
        "education",
        "farming",
        "travel",
        "banking",
        "construction",
        "music",
        "film",
        "housing",
        "recycling"
    };
    private static final String[] VIRTUES = {
        "reliability",
        "clear interfaces",
        "latency",
        "good documentation",
        "accessibility",
        "data quality",
        "privacy",
        "simple design",
        "observability",
        "test coverage"
    };
    private static final String[] DUTIES = {
        "Design and run services written in {s} that serve {a} customers in several regions",
        "Work with product and design on features for {a}, from idea to release",
        "Improve {b} of our pipelines and make failures visible before users notice them",
        "Review code, write design notes and help colleagues to grow",
        "Own the roadmap of our {s} platform together with two other teams",
        "Measure what you ship, and remove what nobody needs",
        "Take part in an on-call rotation, one week in eight",
        "Migrate older parts of the {a} system to {s} without stopping it",
        "Talk to users every month and turn what they say into small, testable steps"
    };
    private static final String[] DEMANDS = {
        "{n}+ years of experience with {s}",
        "Strong knowledge of {s} and {t}",
        "At least {n} years in software development, ideally in {a}",
        "Experience with {s}, {t} or similar",
        "You have run {s} in production",
        "A good eye for {b}",
        "Fluent English, spoken and written",
        "Bachelor's degree in computer science or equivalent experience",
        "Comfortable with {s} and a sense for {b}",
        "Experience in designing interfaces with {t}"
    };
    private static final String[] PLUSES = {
        "Experience with {s} is a plus",
        "Knowledge of {t} is nice to have",
        "Ideally you have worked in {a} before",
        "Contributions to open source",
        "A master's degree"
    };
    private static final String[] BENEFITS = {
        "Flexible hours and 28 days of vacation", "Health, dental and vision insurance",
                "A learning budget of $1,500 a year",
        "Retirement plan with a company match", "Equity for everyone", "A quiet office and good coffee",
        "Sixteen weeks of parental leave", "A home office allowance of $750"
    };
    private static final String BOILERPLATE =
            " is an equal opportunity employer. We decide on merit and need alone, and we welcome applications from people of"
                    + " every background, age, religion, gender, orientation, disability or veteran status. If you need an"
                    + " adjustment in the hiring process, tell us and we will arrange it. Offers depend on a background check"
                    + " where the law allows it. We do not accept unsolicited resumes from agencies, and we pay no fees for"
                    + " them. Please mind that messages from our recruiters come from our own domain only, and that we never"
                    + " ask candidates for money or bank details at any step.";

    /** The day of the first dump; its postings came in the twenty days before it. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private static final int DAYS_OPEN = 20;

    private final long seed;
    private final long openAtOnce;

    /** @param openAtOnce postings that a day's dump shows, of which each day the oldest twentieth goes and as many come */
    public PostingGenerator(long seed, long openAtOnce) {
        this.seed = seed;
        this.openAtOnce = openAtOnce;
    }

    private LocalDate posted(long number) {
        return FIRST_DAY.plusDays(number * DAYS_OPEN / openAtOnce - DAYS_OPEN);
    }

    /** The posting of a number as UTF-8, without a line feed. */
    public byte[] line(long number) {
        boolean repost = number >= REPOST_EVERY && number % REPOST_EVERY == 0;
        SplittableRandom random = random(repost ? number / 2 - number / 2 % REPOST_EVERY + 1 : number);
        StringBuilder json = new StringBuilder(8192);
        String[] place = pick(random, PLACES);
        String company = pick(random, COMPANY_FIRST) + pick(random, COMPANY_SECOND) + pick(random, COMPANY_FORM);
        String title = pick(random, LEVELS) + pick(random, FIELDS) + " " + pick(random, JOBS);
        if (random.nextInt(4) > 0) {
            title += ", " + pick(random, TEAM_FIRST) + " " + pick(random, TEAM_SECOND);
        }
        boolean remote = random.nextInt(4) == 0;
        int low = 50_000 + 1000 * random.nextInt(90);
        int high = low + 5000 * (2 + random.nextInt(8));
        int pay = random.nextInt(10);
        json.append("{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":");
        string(json, title);
        json.append(",\"url\":\"https://jobs.example.com/")
                .append(number)
                .append("\",\"identifier\":{\"@type\":\"PropertyValue\",")
                .append("\"name\":\"example\",\"value\":\"")
                .append(number)
                .append("\"},\"datePosted\":\"")
                .append(posted(number))
                .append("T09:30:00+00:00\",\"employmentType\":\"")
                .append(random.nextInt(8) == 0 ? "CONTRACTOR" : "FULL_TIME")
                .append("\",\"hiringOrganization\":{\"@type\":\"Organization\",\"name\":");
        string(json, company);
        json.append(
                "},\"jobLocation\":{\"@type\":\"Place\",\"address\":{\"@type\":\"PostalAddress\",\"addressLocality\":");
        string(json, place[0]);
        json.append(",\"addressRegion\":");
        string(json, place[1]);
        json.append(",\"addressCountry\":\"").append(place[2]).append("\"}}");
        if (remote) {
            json.append(",\"jobLocationType\":\"TELECOMMUTE\"");
        }
        if (pay < 3) {
            json.append(",\"baseSalary\":{\"@type\":\"MonetaryAmount\",\"currency\":\"")
                    .append(place[3])
                    .append("\",\"value\":{\"@type\":\"QuantitativeValue\",\"minValue\":")
                    .append(low)
                    .append(",\"maxValue\":")
                    .append(high)
                    .append(",\"unitText\":\"YEAR\"}}");
        }
        json.append(",\"description\":");
        string(json, escape(html(random, company, title, place, remote, pay > 5, low, high)));
        json.append('}');
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    }

    private static String html(
            SplittableRandom random,
            String company,
            String title,
            String[] place,
            boolean remote,
            boolean payInText,
            int low,
            int high) {
        StringBuilder html = new StringBuilder(6000);
        html.append("<h2>About ").append(company).append("</h2>");
        for (int i = 0; i < 3; i++) {
            html.append("<p>")
                    .append(sentence(random, OPENINGS))
                    .append(' ')
                    .append(sentence(random, OPENINGS))
                    .append("</p>");
        }
        html.append("<h2>The role</h2><p>As our ")
                .append(title)
                .append(" in ")
                .append(place[0])
                .append(remote ? " (remote is fine) " : " ")
                .append("you will shape how ")
                .append(company)
                .append(" works. ")
                .append(sentence(random, OPENINGS))
                .append("</p>");
        list(html, random, "What you will do", DUTIES, 7 + random.nextInt(5));
        list(html, random, "Requirements", DEMANDS, 6 + random.nextInt(5));
        list(html, random, "Nice to have", PLUSES, 2 + random.nextInt(3));
        if (payInText) {
            html.append("<p><strong>Compensation</strong></p><p>The base salary range for this role is ")
                    .append(place[3])
                    .append(' ')
                    .append(thousands(low))
                    .append(" - ")
                    .append(thousands(high))
                    .append(" per year, plus equity and benefits.</p>");
        } else {
            html.append("<p>We offer a competitive salary.</p>");
        }
        list(html, random, "Benefits", BENEFITS, 5 + random.nextInt(3));
        html.append("<p><em>").append(company).append(BOILERPLATE).append("</em></p>");
        return html.toString();
    }

    private static void list(StringBuilder html, SplittableRandom random, String heading, String[] lines, int count) {
        html.append("<p><strong>").append(heading).append(":</strong></p><ul>");
        int first = random.nextInt(lines.length);
        for (int i = 0; i < count; i++) {
            html.append("<li>")
                    .append(fill(random, lines[(first + i) % lines.length]))
                    .append("</li>");
        }
        html.append("</ul>");
    }

    private static String sentence(SplittableRandom random, String[] templates) {
        return fill(random, pick(random, templates));
    }

    private static String fill(SplittableRandom random, String template) {
        StringBuilder filled = new StringBuilder(template.length() + 32);
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{') {
                switch (template.charAt(i + 1)) {
                    case 'a' -> filled.append(pick(random, SUBJECTS));
                    case 'b' -> filled.append(pick(random, VIRTUES));
                    case 'n' -> filled.append(2 + random.nextInt(8));
                    default -> filled.append(pick(random, SKILLS));
                }
                i += 2;
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }

    private static String thousands(int amount) {
        return amount / 1000 + "," + String.valueOf(1000 + amount % 1000).substring(1);
    }

    private static <T> T pick(SplittableRandom random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String escape(String html) {
        return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void string(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
        json.append('"');
    }
}
