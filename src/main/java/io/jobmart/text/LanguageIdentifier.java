package io.jobmart.text;

/**
 * The main language of a text, by the character sequences of a sample from its middle, where postings speak of the job
 * and not of the company in another language.
 */
public final class LanguageIdentifier {
    /** Characters that are looked at: enough to be sure, few enough to cost nothing. */
    private static final int SAMPLE = 400;

    private static final int FEWEST_LETTERS = 40;
    /** How much better per character sequence the best language must be than the next. */
    private static final float SMALLEST_MARGIN = 0.0002f;

    private LanguageIdentifier() {}

    /** The language as ISO 639-1, or null when the text is too short or does not tell. */
    public static String of(String text) {
        if (text == null || text.length() < FEWEST_LETTERS / 4) {
            return null;
        }
        int from = Math.max(0, (text.length() - SAMPLE) / 2);
        int to = Math.min(text.length(), from + SAMPLE);
        char[] sample = new char[2 * (to - from) + 2];
        int length = 0;
        int letters = 0;
        int han = 0;
        int kana = 0;
        int hangul = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean letter = c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : Character.isLetter(c);
            if (letter || Character.getType(c) == Character.NON_SPACING_MARK) {
                letters++;
                if (c >= 0x3040) {
                    han += c >= 0x4E00 && c <= 0x9FFF ? 1 : 0;
                    kana += c <= 0x30FF ? 1 : 0;
                    hangul += c >= 0xAC00 && c <= 0xD7AF ? 1 : 0;
                }
                if (Character.isUpperCase(c) && i > from && Character.isLowerCase(text.charAt(i - 1))) {
                    // "developerLocation": lines that were glued are words of no language
                    sample[length++] = ' ';
                }
                sample[length++] = Character.toLowerCase(c);
            } else if (c == '\'' || c == '’') {
                sample[length++] = '\'';
            } else if (length > 0 && sample[length - 1] != ' ') {
                sample[length++] = ' ';
            }
        }
        // A sign of these scripts says as much as a word of the others.
        int ideographs = han + kana + hangul;
        if (ideographs * 4 > letters && ideographs >= FEWEST_LETTERS / 4) {
            if (hangul * 2 > ideographs) {
                return "ko";
            }
            return kana * 10 > ideographs ? "ja" : "zh";
        }
        if (letters < FEWEST_LETTERS) {
            return null;
        }
        LanguageModel model = LanguageModel.standard();
        float[] scores = new float[model.languages()];
        int sequences = model.score(sample, length, scores);
        int best = 0;
        int second = -1;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                second = best;
                best = i;
            } else if (second < 0 || scores[i] > scores[second]) {
                second = i;
            }
        }
        return (scores[best] - scores[second]) / Math.max(1, sequences) < SMALLEST_MARGIN ? null : model.language(best);
    }
}
