package io.jobmart.vocabulary;

import java.io.Serializable;

/**
 * What a title's words stand for.
 *
 * @param code ISCO-08 code or a prefix of one; null when these words are known to mean too many things
 * @param confidence 0 to 1
 * @param uri of the occupation in ESCO; null when there are several, or none is known
 * @param whole whether the words are the title's all, but for levels: "analyst" alone tells nothing of "credit analyst"
 * @param initial whether the words that say more stand behind ("développeur Java"), not before ("Java developer")
 */
public record OccupationName(String code, double confidence, String uri, boolean whole, boolean initial)
        implements Serializable {

    /** This name and another of the same words: what both agree on, or a name that means too much to say. */
    OccupationName and(OccupationName other) {
        if (code == null || other.code == null || code.equals(other.code)) {
            String sameUri = uri != null && uri.equals(other.uri) ? uri : null;
            double best = Math.max(confidence, other.confidence);
            return new OccupationName(
                    code == null ? null : other.code, best, sameUri, whole && other.whole, initial && other.initial);
        }
        int shared = 0;
        while (shared < Math.min(code.length(), other.code.length())
                && code.charAt(shared) == other.code.charAt(shared)) {
            shared++;
        }
        // One digit is "professional" or "technician": too little to be of use.
        return new OccupationName(
                shared < 2 ? null : code.substring(0, shared),
                0.8 * Math.min(confidence, other.confidence),
                null,
                whole || other.whole,
                initial && other.initial);
    }
}
