package io.jobmart.text;

import io.jobmart.model.SectionKind;

/**
 * Knows the parts of a posting that seldom have a heading by their words: equal-opportunity text, notices to agencies, on
 * privacy and accommodation, pay ranges.
 */
final class NoticeWords {
    /** Grounds that stand further apart, in tokens, belong to different sentences. */
    private static final int FAR = 60;

    /** Grounds on which nobody may be treated differently: three of them make an equal-opportunity statement. */
    private static final String[] GROUNDS = {
        "race",
        "color",
        "colour",
        "religion",
        "religious",
        "creed",
        "sex",
        "sexual",
        "gender",
        "ethnicity",
        "ethnic",
        "origin",
        "ancestry",
        "veteran",
        "disability",
        "pregnancy",
        "marital",
        "genetic",
        "age",
        "citizenship",
        "belief",
        "nationality",
        "geschlecht",
        "herkunft",
        "religion",
        "weltanschauung",
        "behinderung",
        "alter",
        "orientierung",
        "nationalität",
        "sexe",
        "handicap",
        "âge",
        "origine",
        "orientation",
        "religión",
        "raza",
        "género",
        "edad",
        "discapacidad",
        "raça",
        "gênero",
        "idade",
        "deficiência",
        "religião",
        "etnia"
    };

    private final Tokens tokens;
    private final String text;

    /** The first word by which the last block was known. */
    private int telling;

    NoticeWords(Tokens tokens) {
        this.tokens = tokens;
        this.text = tokens.text();
    }

    /** Adds the words by which parts without a heading are known. */
    static void addTriggers(Lexicon.Builder lexicon) {
        lexicon.trigger(Trigger.SECTION, GROUNDS);
        lexicon.trigger(
                Trigger.SECTION,
                "opportunity",
                "opportunities",
                "accommodation",
                "accommodations",
                "unsolicited",
                "privacy",
                "verify",
                "copyright",
                "conviction",
                "convictions",
                "discriminate",
                "discrimination",
                "chancengleichheit",
                "chances",
                "oportunidades",
                "datenschutz",
                "gdpr",
                "agencies",
                "salary",
                "pay",
                "compensation");
    }

    /** What a block without a heading is, by its words; null for most. */
    SectionKind kind(Block block) {
        int grounds = 0;
        boolean item = block.kind() == BlockKind.ITEM;
        int last = -1;
        int lastGround = -1;
        telling = -1;
        for (int token = tokens.at(block.start());
                token < tokens.count() && tokens.start(token) < block.end();
                token++) {
            if (!tokens.is(token, Trigger.SECTION)) {
                continue;
            }
            if (lastGround >= 0 && token - lastGround > FAR) {
                grounds = 0;
            }
            if (grounds == 0) {
                telling = token;
            }
            String word = tokens.word(token);
            int before = grounds;
            switch (word) {
                case "opportunity", "opportunities" -> {
                    if (tokens.is(token - 1, "equal")
                            || tokens.is(token - 1, "employment") && tokens.is(token - 2, "equal")) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "oportunidades" -> {
                    if (tokens.is(token - 2, "igualdad") || tokens.is(token - 2, "igualdade")) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "chances" -> {
                    if (tokens.is(token - 2, "égalité")) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "chancengleichheit", "unsolicited", "conviction", "convictions", "datenschutz" -> {
                    if (!item) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "discriminate", "discrimination" -> {
                    // "lutter contre toute forme de discrimination"
                    if (tokens.is(token - 1, "de") && tokens.is(token - 2, "forme")) {
                        return SectionKind.BOILERPLATE;
                    }
                    grounds += 2;
                }
                case "accommodation", "accommodations" -> {
                    if (tokens.is(token - 1, "reasonable")
                            || near(token, block, "disability", "disabilities", "interview")) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "privacy" -> {
                    if (!item
                            && (tokens.is(token + 1, "policy")
                                    || tokens.is(token + 1, "notice")
                                    || tokens.is(token + 1, "statement"))) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "gdpr" -> {
                    if (!item && near(token, block, "consent", "application", "candidate", "applicant")) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "copyright" -> {
                    if (tokens.is(token + 1, "©") || tokens.is(token + 1, Trigger.NUMBER)) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "verify" -> {
                    if (tokens.is(token - 2, "e") && tokens.is(token - 1, "-") || tokens.is(token + 1, "identity")) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "agencies" -> {
                    if (near(token, block, "resumes", "résumés", "cvs", "recruitment", "staffing")) {
                        return SectionKind.BOILERPLATE;
                    }
                }
                case "salary", "pay", "compensation" -> {
                    if (!item
                            && (tokens.is(token + 1, "range") || tokens.is(token + 1, "ranges"))
                            && hasAmount(token, block)) {
                        return SectionKind.PAY;
                    }
                }
                default -> {
                    if (tokens.id(token) != last) {
                        grounds++;
                        last = tokens.id(token);
                    }
                }
            }
            if (grounds >= (item ? 5 : 4)) {
                return SectionKind.BOILERPLATE;
            }
            lastGround = grounds > before ? token : lastGround;
        }
        return null;
    }

    /**
     * Where the sentence begins whose words told what a block is: a whole posting in one paragraph ends with such a notice.
     */
    int sentenceStart(Block block) {
        for (int i = tokens.start(telling) - 1; i > block.start() + 1; i--) {
            char c = text.charAt(i);
            char before = text.charAt(i - 1);
            boolean stop = before == '.' || before == '!' || before == '?' || before == ')';
            if (Character.isUpperCase(c) && (stop || Character.isLowerCase(before))
                    || Characters.isBlank(before) && Character.isUpperCase(c) && ends(i - 2)) {
                return i;
            }
        }
        return block.start();
    }

    private boolean ends(int at) {
        while (at > 0 && Characters.isBlank(text.charAt(at))) {
            at--;
        }
        char c = text.charAt(at);
        return c == '.' || c == '!' || c == '?';
    }

    /** Whether one of the words stands within a dozen words. */
    private boolean near(int token, Block block, String... words) {
        for (int i = Math.max(0, token - 12); i < Math.min(tokens.count(), token + 13); i++) {
            if (tokens.start(i) >= block.start() && tokens.start(i) < block.end()) {
                for (String word : words) {
                    if (tokens.is(i, word)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean hasAmount(int token, Block block) {
        for (int i = token; i < Math.min(tokens.count(), token + 60) && tokens.start(i) < block.end(); i++) {
            if (tokens.is(i, Trigger.NUMBER) && tokens.end(i) - tokens.start(i) >= 2) {
                return true;
            }
        }
        return false;
    }
}
