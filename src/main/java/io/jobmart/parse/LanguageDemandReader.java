package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.LanguageDemand;
import io.jobmart.model.Modality;
import io.jobmart.model.SectionKind;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads human languages that a candidate must speak: "fluent in English", "Englisch- und Deutschkenntnisse", "inglés
 * avanzado", "German (C1)".
 *
 * <p>A name of a language is just as often an adjective ("the German market", "Danish company") or a subject ("degree in
 * English"): it counts where words of command stand beside it, or where the line is little more than the name.
 */
public final class LanguageDemandReader {
    /** How far from the name the words of command may stand, in tokens. */
    private static final int NEAR = 8;

    private static final Map<String, String> CODES = codes();

    /** Words that speak of a command of a language and of little else. */
    private static final WordSet STRONG =
            WordSet.of("fluent fluently fluency proficient proficiency native bilingual speak "
                    + "speaks speaking speaker speakers spoken written verbal oral conversational language languages "
                    + "a1 a2 b1 b2 c1 c2 kenntnisse sprachkenntnisse fließend fliessend fließende fließendes verhandlungssicher "
                    + "verhandlungssichere verhandlungssicheres muttersprache muttersprachler muttersprachlich sprachniveau wort schrift "
                    + "sprache sprachen courant couramment bilingue parlé écrit langue langues fluido fluida fluidez nativo nativa "
                    + "idioma idiomas hablado escrito conversación conversacional fluente fluência falado falar lingua língua "
                    + "speakers' multilingual read reading write communicate communicating cefr gern sprichst anglophone "
                    + "communicative expressing express communiquer communiquez bilinguisme multilingue comunicar comunicarse "
                    + "conversação conversar kommunizieren beheersing");

    /** Words that speak of a command of a language when one is named. */
    private static final WordSet WEAK =
            WordSet.of("advanced intermediate upper basic business professional working good very "
                    + "excellent strong great solid command knowledge level levels skills communication mandatory required plus "
                    + "must preferred advantage desirable essential niveau niveaux nivel nível gute guter gutes sehr gut beherrschst "
                    + "maîtrise maîtrisez bon bonne avanzado avanzada intermedio intermedia alto dominio avançado avançada "
                    + "intermediário intermediária domínio técnico vorteil voraussetzung erforderlich professionnel technique "
                    + "comfortable confident flawless perfect proficiently impeccable mandatory tadelloses tadelloser einwandfreies "
                    + "einwandfreie perfektes perfekte nécessaire requise requis exigé exigée goede");

    /** Words that make a demand of what is written or spoken, outside the demands, too. */
    private static final WordSet COMMANDING =
            WordSet.of("excellent good strong advanced upper intermediate need needed "
                    + "required require requires must high clear minimum min nécessaire requise requis exigée exigé");

    /** Words by which the employer says what it asks for. */
    private static final WordSet ASKING = WordSet.of("require requires required candidate candidates expect must need");

    private static final WordSet COURSES =
            WordSet.of("classes class courses course lessons lesson learning kurse cours");

    private static final WordSet PROFICIENCY =
            WordSet.of("fluent fluently fluency proficient proficiency native bilingual "
                    + "conversational advanced intermediate basic business professional good excellent strong working fließend "
                    + "fließende verhandlungssicher verhandlungssichere muttersprache gute guter gutes courant couramment bilingue "
                    + "avanzado avanzada intermedio intermedia fluido nativo fluente fluência avançado avançada intermediário "
                    + "técnico flawless perfect upper");
    private static final WordSet CEFR = WordSet.of("a1 a2 b1 b2 c1 c2");
    private static final WordSet ADJECTIVE_OF = WordSet.of(
            "market markets company companies customer customers client clients team "
                    + "teams law laws gaap tax taxes office offices teacher teachers literature degree major government city hub economy "
                    + "labour labor public healthcare nationality citizen citizens citizenship cuisine food startup start-up bank banks "
                    + "region regions entity entities subsidiary headquarters hq studies business branch user users countries country "
                    + "based institutions audience school schools army navy open association time legislation regulations regulation "
                    + "standard standards health federal association industry passport garden civil roots translation lessons classes");
    private static final WordSet APPLY =
            WordSet.of("cv resume cvs application applications apply send submit bewerbung lebenslauf version");
    private static final WordSet VERB_AFTER = WordSet.of("your the our and up off it a");
    private static final WordSet EMPLOYER = WordSet.of("we our us wir unser unsere");
    private static final WordSet JOINING = WordSet.of("and or und oder et ou y o e and/or");

    private LanguageDemandReader() {}

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        String[] table = {
            "en english englisch englischkenntnisse englischkenntnissen englischniveau anglais inglés ingles inglês engels engelska angielski anh",
            "de german deutsch deutschkenntnisse deutschkenntnissen deutschniveau allemand alemán aleman alemão",
            "fr french französisch französischkenntnisse français francais francés frances francês",
            "es spanish spanisch spanischkenntnisse espagnol español espanol castellano espanhol",
            "pt portuguese portugiesisch portugais portugués português",
            "it italian italienisch italien italiano",
            "nl dutch niederländisch néerlandais holandés nederlands",
            "pl polish polnisch polonais polaco polski",
            "cs czech tschechisch",
            "sk slovak slowakisch",
            "ru russian russisch russe ruso russo",
            "uk ukrainian ukrainisch",
            "ro romanian rumänisch",
            "hu hungarian ungarisch",
            "bg bulgarian",
            "el greek",
            "tr turkish türkisch",
            "ar arabic arabisch arabe árabe",
            "he hebrew",
            "zh chinese mandarin cantonese chinesisch chinois chino mandarín trung",
            "ja japanese japanisch japonais japonés japonês nhật",
            "ko korean koreanisch hàn",
            "vi vietnamese",
            "th thai",
            "id indonesian bahasa",
            "hi hindi",
            "ur urdu",
            "bn bengali",
            "ta tamil",
            "te telugu",
            "fa farsi persian",
            "sv swedish schwedisch svenska",
            "no norwegian",
            "da danish dänisch",
            "fi finnish",
            "et estonian",
            "lv latvian",
            "lt lithuanian",
            "hr croatian",
            "sr serbian",
            "sl slovenian slovene",
            "ca catalan catalán",
            "eu basque",
            "sw swahili",
            "tl tagalog filipino",
            "ms malay"
        };
        for (String row : table) {
            String[] words = row.split(" ");
            for (int i = 1; i < words.length; i++) {
                codes.put(words[i], words[0]);
            }
        }
        return codes;
    }

    public static void addTriggers(Lexicon.Builder lexicon) {
        CODES.keySet().forEach(word -> lexicon.trigger(Trigger.LANGUAGE, word));
        for (WordSet set : List.of(
                STRONG,
                WEAK,
                PROFICIENCY,
                CEFR,
                ADJECTIVE_OF,
                APPLY,
                VERB_AFTER,
                EMPLOYER,
                JOINING,
                COMMANDING,
                ASKING,
                COURSES)) {
            set.addTo(lexicon);
        }
    }

    /** Each language once, where it is asked for most strongly. */
    public static List<LanguageDemand> read(PostingView view) {
        List<LanguageDemand> demands = new ArrayList<>();
        Tokens tokens = view.tokens();
        List<Line> lines = view.lines();
        int line = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.is(i, Trigger.LANGUAGE)) {
                continue;
            }
            while (line < lines.size() && lines.get(line).end() <= tokens.start(i)) {
                line++;
            }
            if (line == lines.size()) {
                break;
            }
            Line in = lines.get(line);
            if (in.start() <= tokens.start(i) && !in.duplicate() && asked(tokens, in, i)) {
                add(view, tokens, in, i, demands);
            }
        }
        return demands;
    }

    private static void add(PostingView view, Tokens tokens, Line line, int i, List<LanguageDemand> demands) {
        String code = CODES.get(tokens.word(i));
        Modality modality = view.modalityAt(tokens.start(i));
        LanguageDemand demand = new LanguageDemand(
                code,
                proficiency(tokens, i, tokens.at(line.start()), tokens.at(line.end())),
                modality == Modality.MENTIONED ? Modality.REQUIRED : modality,
                Evidence.text(tokens.start(i), tokens.wordEnd(i), "language.name"));
        for (int d = 0; d < demands.size(); d++) {
            LanguageDemand earlier = demands.get(d);
            if (earlier.language().equals(code)) {
                boolean stronger = demand.modality().compareTo(earlier.modality()) < 0
                        || demand.modality() == earlier.modality()
                                && earlier.proficiency() == null
                                && demand.proficiency() != null;
                if (stronger) {
                    demands.set(d, demand);
                }
                return;
            }
        }
        demands.add(demand);
    }

    private static boolean asked(Tokens tokens, Line line, int i) {
        char first = tokens.text().charAt(tokens.start(i));
        boolean lower = Character.isLowerCase(first);
        String word = tokens.word(i);
        boolean vietnamese = word.equals("anh") || word.equals("nhật") || word.equals("hàn") || word.equals("trung");
        if (vietnamese && !tokens.is(i - 1, "tiếng")) {
            return false;
        }
        if (lower && (word.equals("polish") || word.equals("thai") || word.equals("italien"))) {
            return false;
        }
        int lineStart = tokens.at(line.start());
        int lineEnd = tokens.at(line.end());
        int from = Math.max(lineStart, i - NEAR);
        int to = Math.min(lineEnd, i + NEAR);
        // "able to communicate effectively with technical stakeholders in English"
        for (int j = from - 1; tokens.is(i - 1, "in") && j >= Math.max(lineStart, i - 2 * NEAR); j--) {
            if (tokens.is(j, "communicate") || tokens.is(j, "communication")) {
                from = j;
            }
        }
        boolean demand = line.demand() || line.section().demands();
        int next = i + 1;
        while (next < to
                && (JOINING.has(tokens, next)
                        || tokens.is(next, Trigger.LANGUAGE)
                        || ModalityCues.is(tokens, next, '/'))) {
            next++;
        }
        // "English and open to ...": what is joined on is no language
        while (next > i + 1 && !tokens.is(next - 1, Trigger.LANGUAGE)) {
            next--;
        }
        // "fluent in German, Japanese, French or Mandarin": what holds for the list holds for each
        int firstOfList = listEnd(tokens, i, -1, lineStart, lineEnd);
        int lastOfList = listEnd(tokens, i, 1, lineStart, lineEnd);
        from = Math.min(from, Math.max(lineStart, firstOfList - NEAR));
        to = Math.max(to, Math.min(lineEnd, lastOfList + NEAR));
        if (COURSES.has(tokens, lastOfList + 1) || COURSES.has(tokens, lastOfList + 2)) {
            return false;
        }
        if (ModalityCues.is(tokens, next, '-') && tokens.is(next + 1, "speaking")) {
            if (ADJECTIVE_OF.has(tokens, next + 2) || tokens.is(next + 2, Trigger.LANGUAGE) || !demand) {
                return false;
            }
        } else if (ADJECTIVE_OF.has(tokens, next) && !fluencyOfBusiness(tokens, next)
                || word.equals("polish") && VERB_AFTER.has(tokens, i + 1) && !tokens.is(i + 2, Trigger.LANGUAGE)) {
            return false;
        }
        boolean strong = tokens.is(i + 1, "communication")
                || vietnamese
                || word.endsWith("kenntnisse")
                || word.endsWith("kenntnissen")
                || word.endsWith("niveau");
        boolean weak = false;
        boolean apply = false;
        boolean degree = false;
        boolean employer = false;
        boolean commanding = false;
        boolean asking = false;
        for (int j = from; j < to; j++) {
            commanding |= COMMANDING.has(tokens, j);
            asking |= ASKING.has(tokens, j);
            strong |= j != i
                    && STRONG.has(tokens, j)
                    && !(tokens.is(j - 1, "programming") || tokens.is(j, "oral") && j == i);
            weak |= WEAK.has(tokens, j);
            apply |= APPLY.has(tokens, j);
            degree |= j < i && tokens.is(j, Trigger.DEGREE) && isDegreeWord(tokens, j);
            employer |= EMPLOYER.has(tokens, j);
        }
        if (apply || degree && !strong) {
            return false;
        }
        if (!demand) {
            SectionKind section = line.section();
            boolean open = section == SectionKind.GENERAL
                    || section == SectionKind.ABOUT_ROLE
                    || section == SectionKind.RESPONSIBILITIES
                    || section == SectionKind.SKILLS
                    || section == SectionKind.LOCATION
                    || section == SectionKind.ABOUT_COMPANY && asking;
            return open && strong && (!employer || asking) && (commanding || commands(tokens, from, to));
        }
        return strong || weak || tokens.at(line.end()) - tokens.at(line.start()) <= 5;
    }

    /** The first or last language of the list that a language stands in. */
    private static int listEnd(Tokens tokens, int i, int step, int lineStart, int lineEnd) {
        int end = i;
        for (int j = i + step; j >= lineStart && j < lineEnd; j += step) {
            if (tokens.is(j, Trigger.LANGUAGE)) {
                end = j;
            } else if (!JOINING.has(tokens, j)
                    && !ModalityCues.is(tokens, j, ',')
                    && !ModalityCues.is(tokens, j, '/')) {
                break;
            }
        }
        return end;
    }

    /** Outside demands "written in English" is not enough: somebody must speak it. */
    private static boolean commands(Tokens tokens, int from, int to) {
        for (int j = from; j < to; j++) {
            switch (tokens.word(j)) {
                case "fluent",
                        "fluency",
                        "fluently",
                        "proficient",
                        "proficiency",
                        "native",
                        "bilingual",
                        "b1",
                        "b2",
                        "c1",
                        "c2",
                        "kenntnisse",
                        "fließend",
                        "verhandlungssicher",
                        "courant",
                        "bilingue",
                        "fluido",
                        "fluente",
                        "conversational",
                        "beheersing",
                        "speaker",
                        "speakers" -> {
                    return true;
                }
                default -> {
                    if (CODES.containsKey(tokens.word(j)) && tokens.word(j).endsWith("kenntnisse")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean fluencyOfBusiness(Tokens tokens, int i) {
        return tokens.is(i, "business") && (tokens.is(i + 1, "fluent") || tokens.is(i + 1, "level"));
    }

    private static boolean isDegreeWord(Tokens tokens, int i) {
        return tokens.is(i, "degree")
                || tokens.is(i, "bachelor")
                || tokens.is(i, "ba")
                || tokens.is(i, "master")
                || tokens.is(i, "ma");
    }

    /** The CEFR level beside the name, else the nearest word that says how well. */
    private static String proficiency(Tokens tokens, int i, int lineStart, int lineEnd) {
        int from = Math.max(lineStart, i - NEAR);
        int to = Math.min(lineEnd, i + NEAR);
        for (int j = i + 1; j < to; j++) {
            if (CEFR.has(tokens, j)) {
                return tokens.surface(j).toUpperCase(java.util.Locale.ROOT);
            }
            if (tokens.is(j, Trigger.LANGUAGE) && !JOINING.has(tokens, j - 1)) {
                break;
            }
        }
        for (int distance = 1; distance < NEAR; distance++) {
            int before = i - distance;
            if (before >= from && CEFR.has(tokens, before)) {
                return tokens.surface(before).toUpperCase(java.util.Locale.ROOT);
            }
            if (before >= from && PROFICIENCY.has(tokens, before)) {
                return tokens.surface(before);
            }
            int after = i + distance;
            if (after < to && PROFICIENCY.has(tokens, after)) {
                return tokens.surface(after);
            }
        }
        return null;
    }
}
