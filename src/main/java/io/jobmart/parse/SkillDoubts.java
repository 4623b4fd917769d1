package io.jobmart.parse;

import io.jobmart.model.Skill;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.SkillMatch;
import io.jobmart.vocabulary.SkillMatches;
import io.jobmart.vocabulary.SkillName;

/** What looks like a skill and is something else: a company, a web address, a degree's field, a class of what follows. */
final class SkillDoubts {
    /** How far the subjects of a degree reach from the word "degree". */
    private static final int FIELD_REACH = 24;

    /** How far a degree may stand before a subject that the word "field" or "degree" follows. */
    private static final int DEGREE_REACH = 32;

    /** How long a list of companies is looked back over, in tokens. */
    private static final int COMPANIES_REACH = 40;

    /** Signs and words between a class and its members. */
    private static final int CLASS_GAP = 5;

    /** How far the word "teams" may be from the first of the teams. */
    private static final int TEAMS_REACH = 10;

    private static final String[] LEGAL_FORMS = {
        "Inc.",
        "Inc",
        "LLC",
        "Ltd.",
        "Ltd",
        "Limited",
        "Corp.",
        "Corp",
        "Corporation",
        "GmbH",
        "AG",
        "SE",
        "S.A.",
        "SA",
        "SAS",
        "B.V.",
        "BV",
        "Labs",
        "Technologies",
        "Software",
        "Systems"
    };

    private SkillDoubts() {}

    /** Kinds whose names are names of companies, too. */
    static boolean isOrganisation(Skill skill) {
        return switch (skill.kind()) {
            case "TOOL", "PLATFORM", "DATABASE", "FRAMEWORK" -> true;
            default -> false;
        };
    }

    /**
     * "Customers like Uber, Figma and Zendesk", "founders of PagerDuty": the list of names that the
     * skill stands in belongs to words that speak of companies.
     */
    static boolean isAmongCompanies(Tokens tokens, int first) {
        int i = first - 1;
        while (i >= 0
                && first - i < COMPANIES_REACH
                && SkillContext.sameLine(tokens, i, i + 1)
                && isNameOrJoin(tokens, i)) {
            i--;
        }
        // "Brands that trust us to solve their hardest problems include ..."
        int reach = SkillWords.SUCH_AS.has(tokens, i) ? 16 : 6;
        for (int words = 0;
                i >= 0 && words < reach && SkillContext.sameLine(tokens, i, i + 1) && !tokens.is(i, ".");
                i--, words++) {
            if (SkillWords.COMPANIES.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameOrJoin(Tokens tokens, int i) {
        char c = tokens.text().charAt(tokens.start(i));
        return Character.isUpperCase(c) && !SkillWords.COMPANIES.has(tokens, i)
                || c == ','
                || c == '&'
                || SkillWords.CONJUNCTION.has(tokens, i);
    }

    /**
     * "Data visualization tools such as Tableau", "cloud platforms (AWS, Azure)": a name of a class that is followed by its
     * members asks for those.
     */
    static boolean isClassOfOthers(SkillMatches matches, int match, Tokens tokens) {
        int end = matches.end(match);
        SkillName name = matches.name(match);
        // "ETL tools such as ..." still asks for ETL; a label of its own is the class.
        boolean named = !isOfTheJob(name)
                && name.text().length() > name.skill().label().length()
                && name.text()
                        .regionMatches(
                                true,
                                0,
                                name.skill().label(),
                                0,
                                name.skill().label().length());
        boolean loose = SkillWords.LOOSE_CLASS.has(tokens, end - 1) && name.match() != SkillMatch.ANY;
        if (named || !loose && !SkillWords.CLASS.has(tokens, end - 1)) {
            return false;
        }
        int first = matches.first(match);
        if (isOfProduct(matches, match, tokens)
                || name.match() != SkillMatch.ANY
                        && SkillWords.OTHERS.has(tokens, first - 1)
                        && SkillContext.sameLine(tokens, first - 1, first)) {
            return true;
        }
        if (match + 1 >= matches.count()
                || matches.first(match + 1) - end > CLASS_GAP
                || !SkillContext.sameLine(tokens, end - 1, end)) {
            return false;
        }
        // "monitoring tools and metrics (New Relic, ...)"
        int after = tokens.is(end, "and") || tokens.is(end, "or") ? end + 2 : end;
        int at = tokens.is(after, ",") || tokens.is(after, "(") ? after + 1 : after;
        return !loose && (tokens.is(after, "(") || tokens.is(end, ":")) && matches.first(match + 1) == after + 1
                || SkillWords.SUCH_AS.has(tokens, at) && at < matches.first(match + 1);
    }

    /** "Azure cloud platform", "AWS cloud services": the class says what the product before it is. */
    private static boolean isOfProduct(SkillMatches matches, int match, Tokens tokens) {
        int first = matches.first(match);
        return match > 0
                && matches.end(match - 1) == first
                && isOrganisation(matches.name(match - 1).skill())
                && SkillContext.sameLine(tokens, first - 1, first);
    }

    /** "You will work with Design, UX and Engineering teams": who one works with, not what one knows. */
    static boolean isAmongTeams(Tokens tokens, int first, int end) {
        boolean teams = false;
        for (int i = end; i < tokens.count() && i - end < TEAMS_REACH && SkillContext.sameLine(tokens, i - 1, i); i++) {
            if (tokens.is(i, ".") || tokens.is(i, ";") || tokens.is(i, ":") || tokens.is(i, "(")) {
                break;
            }
            if (SkillWords.TEAMS.has(tokens, i)) {
                teams = true;
                break;
            }
            if (SkillWords.FOLLOWS.has(tokens, i) || SkillWords.ASKS.has(tokens, i)) {
                break;
            }
        }
        return (teams || followsDepartment(tokens, first)) && isBeside(tokens, first);
    }

    /** "Product, Design, UX, and Data": the member before it in a list is a department. */
    private static boolean followsDepartment(Tokens tokens, int first) {
        int i = first - 1;
        while (i >= 0
                && first - i < CLASS_GAP
                && SkillContext.sameLine(tokens, i, i + 1)
                && SkillContext.separates(tokens, i)) {
            i--;
        }
        // "mobile marketing, customer journey analytics" are two fields
        boolean whole = !tokens.isWord(i - 1)
                || SkillContext.separates(tokens, i - 1)
                || SkillWords.BESIDE.has(tokens, i - 1)
                || SkillWords.DEPARTMENTS.has(tokens, i - 1);
        return i < first - 1
                && whole
                && SkillWords.DEPARTMENTS.has(tokens, i)
                && SkillContext.sameLine(tokens, i, i + 1);
    }

    /** Whether words before it lead to those one works with: "partner closely with". */
    private static boolean isBeside(Tokens tokens, int first) {
        for (int i = first - 1; i >= 0 && first - i < 2 * TEAMS_REACH && SkillContext.sameLine(tokens, i, i + 1); i--) {
            if (SkillWords.ASKS.has(tokens, i) || tokens.is(i, ";") || tokens.is(i, ".")) {
                return false;
            }
            if (SkillWords.BESIDE.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "IOs" is not iOS: capitals with a small "s" are the plural of an abbreviation. */
    static boolean isOtherPlural(SkillMatches matches, int match, Tokens tokens) {
        int start = matches.start(match);
        int stop = matches.stop(match);
        String name = matches.name(match).text();
        String text = tokens.text();
        if (stop - start < 3 || stop - start > 5 || name.length() != stop - start || text.charAt(stop - 1) != 's') {
            return false;
        }
        for (int i = start; i < stop - 1; i++) {
            if (!Character.isUpperCase(text.charAt(i))) {
                return false;
            }
        }
        return !text.startsWith(name, start);
    }

    /** "Maple Boards" in an ad of Maple: a product of the company's own. */
    static boolean isOwnProduct(SkillMatches matches, int match, String text, String company) {
        int start = matches.start(match);
        return company != null
                && company.length() > 2
                && matches.stop(match) - start > company.length()
                && text.charAt(start + company.length()) == ' '
                && text.startsWith(company, start);
    }

    /** "Blockchain Capital", "Cisco Inc": a company that is called by what it sells. */
    static boolean isNameOfCompany(Tokens tokens, int first, int end) {
        return end < tokens.count()
                && SkillWords.ORGANISATION.has(tokens, end)
                && SkillContext.sameLine(tokens, end - 1, end)
                && Character.isUpperCase(tokens.text().charAt(tokens.start(end)))
                && Character.isUpperCase(tokens.text().charAt(tokens.start(first)));
    }

    /** "your GitHub profile": what an applicant is asked to show. */
    static boolean isAccount(Tokens tokens, int first, int end) {
        boolean fame = tokens.is(end, "stars") || tokens.is(end, "followers");
        return first > 0
                && (fame || SkillWords.ACCOUNT.has(tokens, end))
                && SkillContext.sameLine(tokens, end - 1, end)
                && (fame || tokens.is(first - 1, "your") || tokens.is(first - 1, "or"));
    }

    /** "Four years as a full-stack engineer": a part of the name of a job. */
    static boolean isOfRole(SkillName name, Tokens tokens, int end) {
        return name.match() == SkillMatch.DEMAND
                && SkillWords.ROLE.has(tokens, end)
                && SkillContext.sameLine(tokens, end - 1, end);
    }

    /** "Cutting-edge AI" is no edge AI: the first word of a name belongs to the word before it. */
    static boolean isCutFromWord(Tokens tokens, int first, int end) {
        return end - first > 1
                && first > 1
                && tokens.is(first - 1, "-")
                && tokens.touchesPrevious(first)
                && tokens.touchesPrevious(first - 1)
                && tokens.isWord(first - 2)
                && !tokens.is(first - 2, Trigger.SKILL)
                && !tokens.is(first - 2, Trigger.NUMBER);
    }

    /** "#LI-SQL", "#BI-Remote": a tag of a board, whose parts hyphens join. */
    static boolean isInTag(Tokens tokens, int first, int end) {
        return tokens.is(first - 1, "#") && tokens.touchesPrevious(first) && tokens.is(end, "-")
                || tokens.is(first - 1, "-")
                        && tokens.touchesPrevious(first)
                        && tokens.touchesPrevious(first - 1)
                        && first >= 3
                        && tokens.is(first - 3, "#");
    }

    /** "Blockchain Capital": all in capitals of a name that goes on. */
    static boolean isInProperName(Tokens tokens, int first, int end) {
        return Character.isUpperCase(tokens.text().charAt(tokens.start(first)))
                && SkillContext.partOfLargerName(tokens, first, end);
    }

    /** Names of methods and fields that count by where they stand. */
    static boolean isOfTheJob(SkillName name) {
        return name.match() == SkillMatch.DEMAND || name.match() == SkillMatch.JOB;
    }

    /** "Reporting", "security", "databases": in what nobody asks for, words like any others. */
    static boolean isEverydayWord(SkillName name) {
        return isStudied(name.skill()) && (name.match() == SkillMatch.LIST || name.match() == SkillMatch.ALONE);
    }

    static boolean isStudied(Skill skill) {
        return skill.kind().equals("KNOWLEDGE") || skill.kind().equals("METHOD");
    }

    /**
     * Whether a name is the subject of a degree ("Bachelor's in Statistics or a related field"): what was studied is
     * read as a degree's field, not as a skill.
     */
    static boolean isFieldOfStudy(Tokens tokens, int first, int end) {
        for (int i = first - 1; i >= 0 && first - i <= FIELD_REACH && SkillContext.sameLine(tokens, i, i + 1); i--) {
            if (isDegree(tokens, i)) {
                return true;
            }
            if (endsField(tokens, i)) {
                break;
            }
        }
        if (tokens.is(end, "graduate") || tokens.is(end, "graduates")) {
            return true;
        }
        if (!hasDegree(tokens, first, end)) {
            return false;
        }
        for (int i = end; i < tokens.count() && i - end < FIELD_REACH && SkillContext.sameLine(tokens, i - 1, i); i++) {
            if (tokens.is(i, "degree")
                    || tokens.is(i, "discipline")
                    || tokens.is(i, "field")
                    || tokens.is(i, "major")) {
                return true;
            }
            if (endsField(tokens, i)) {
                break;
            }
        }
        return false;
    }

    /** Whether a degree is named in the same line, a short way before or after. */
    private static boolean hasDegree(Tokens tokens, int first, int end) {
        for (int i = first - 1; i >= 0 && first - i <= DEGREE_REACH && SkillContext.sameLine(tokens, i, i + 1); i--) {
            if (isDegree(tokens, i)) {
                return true;
            }
        }
        for (int i = end; i < tokens.count() && i - end < FIELD_REACH && SkillContext.sameLine(tokens, i - 1, i); i++) {
            if (tokens.is(i, "degree")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a degree is named at a token: "ensino superior" and "MS in", not "be it", "high-quality" or "MS SQL". */
    private static boolean isDegree(Tokens tokens, int token) {
        return tokens.is(token, Trigger.DEGREE)
                && (tokens.is(token, "degree")
                        || tokens.is(token, "degrees")
                        || DegreeName.at(
                                        tokens,
                                        token,
                                        Math.max(0, token - FIELD_REACH),
                                        Math.min(tokens.count(), token + FIELD_REACH))
                                != null);
    }

    private static boolean endsField(Tokens tokens, int token) {
        return SkillWords.NO_FIELD.has(tokens, token)
                || tokens.is(token, Trigger.NUMBER)
                || tokens.is(token, ";")
                || tokens.is(token, ":")
                || tokens.is(token, ".")
                        && !tokens.touchesPrevious(token + 1)
                        && !tokens.is(token - 1, Trigger.DEGREE)
                        && !SkillWords.SUCH_AS.has(tokens, token - 1)
                        && !tokens.is(token - 1, "g");
    }

    static boolean isCompany(SkillMatches matches, int match, String text, String company) {
        int start = matches.start(match);
        int length = matches.stop(match) - start;
        // the name, or its first words with the rest behind them: "Maple" of "Maple Clinic"
        return company != null
                && company.length() >= length
                && text.regionMatches(true, start, company, 0, company.length());
    }

    /** Whether a name is how a company with a longer name calls itself: "Maple" for "Maple Clinic". */
    static boolean isShortCompany(SkillMatches matches, int match, String text, String company) {
        int start = matches.start(match);
        int length = matches.stop(match) - start;
        return company != null
                && company.length() > length
                && company.charAt(length) == ' '
                && text.regionMatches(true, start, company, 0, length);
    }

    /** The company's name without its legal form, null when there is none. */
    static String companyName(String company) {
        if (company == null) {
            return null;
        }
        String name = company.strip();
        for (String form : LEGAL_FORMS) {
            if (name.length() > form.length() + 1
                    && name.regionMatches(true, name.length() - form.length(), form, 0, form.length())
                    && !Character.isLetterOrDigit(name.charAt(name.length() - form.length() - 1))) {
                name = name.substring(0, name.length() - form.length()).strip();
                if (name.endsWith(",")) {
                    name = name.substring(0, name.length() - 1);
                }
                break;
            }
        }
        return name.isEmpty() ? null : name;
    }

    /** Whether the name stands in a web or mail address: "go.example.com", "jobs@oracle.example", "?utm_source=github". */
    static boolean inAddress(Tokens tokens, int first, int end) {
        if (end < tokens.count()
                && tokens.touchesPrevious(end)
                && (tokens.is(end, "@")
                        || tokens.is(end, ".") && isDomain(tokens, end + 1)
                        || tokens.is(end, ":") && tokens.is(end + 1, "/") && tokens.is(end + 2, "/"))) {
            return true;
        }
        if (!tokens.touchesPrevious(first)) {
            return false;
        }
        // Back through the run without blanks, a short way: addresses in postings are short where it matters.
        for (int i = first; i > 0 && first - i < 24 && tokens.touchesPrevious(i); i--) {
            int previous = i - 1;
            if ((tokens.is(previous, "@") || tokens.is(previous, "=")) && tokens.touchesPrevious(previous)
                    || tokens.is(previous, "www")
                    || tokens.is(previous, "http")
                    || tokens.is(previous, "https")) {
                return true;
            }
            if (tokens.is(previous, ".") && isDomain(tokens, i) && tokens.touchesPrevious(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDomain(Tokens tokens, int token) {
        return tokens.touchesPrevious(token)
                && (tokens.is(token, "com")
                        || tokens.is(token, "org")
                        || tokens.is(token, "io")
                        || tokens.is(token, "ai")
                        || tokens.is(token, "de")
                        || tokens.is(token, "co"));
    }
}
