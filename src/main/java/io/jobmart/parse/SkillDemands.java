package io.jobmart.parse;

import io.jobmart.model.Modality;
import io.jobmart.text.Tokens;
import java.util.List;

/**
 * How strongly a skill is asked for where its line as a whole is no demand: texts that lost their lines hide demands
 * among tasks ("... in new systemsWorking knowledge of Kafka and Go Is self-directed ...").
 */
final class SkillDemands {
    /** How many tokens of a list may stand between "experience with" and the name. */
    private static final int REACH = 25;

    /** How many words may stand between "experience" and its "with": "experience working closely with". */
    private static final int GAP = 3;

    private SkillDemands() {}

    /** The modality of the name at a token by the words before it; MENTIONED when they ask for nothing. */
    static Modality of(Tokens tokens, int first) {
        for (int i = first - 1; i >= 0 && first - i <= REACH && SkillContext.sameLine(tokens, i, i + 1); i--) {
            if (tokens.is(i, ".") && !tokens.touchesPrevious(i + 1) || tokens.is(i, ";")) {
                return Modality.MENTIONED;
            }
            if (SkillWords.ASKS.has(tokens, i) && leadsOn(tokens, i, first) && !isOfOthers(tokens, i)) {
                return cue(tokens, i, first);
            }
        }
        return Modality.MENTIONED;
    }

    /** Whether a noun goes on to what is asked for: "experience with", "knowledge of", not "experience for users". */
    private static boolean leadsOn(Tokens tokens, int noun, int first) {
        for (int i = noun + 1; i < first && i <= noun + GAP; i++) {
            if (SkillWords.ASKED_WITH.has(tokens, i)) {
                return true;
            }
            if (!tokens.isWord(i)) {
                return false;
            }
        }
        return false;
    }

    /** "Our experience in", "gain knowledge of", "the user experience of": not the candidate's. */
    private static boolean isOfOthers(Tokens tokens, int noun) {
        for (int i = noun - 1; i >= 0 && noun - i <= 4 && SkillContext.sameLine(tokens, i, i + 1); i--) {
            if (!tokens.isWord(i)) {
                return false;
            }
            if (SkillWords.NOT_ASKED.has(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static Modality cue(Tokens tokens, int noun, int first) {
        int end = Sentences.end(tokens, noun, tokens.count());
        List<ModalityCues.Cue> cues = ModalityCues.of(tokens, noun, end);
        return ModalityCues.at(cues, first, Modality.REQUIRED);
    }
}
