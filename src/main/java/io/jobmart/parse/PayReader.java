package io.jobmart.parse;

import io.jobmart.text.Lexicon;

/**
 * Reads pay: structured fields, chips of the header, the title and the text. Every distinct statement is kept with its
 * own currency and period; one is the headline.
 *
 * <p>In running text most amounts are no pay: funding, revenue, allowances. An amount counts only when words of pay
 * stand near it, nearer than words of something else.
 */
public final class PayReader {
    private PayReader() {}

    public static void addTriggers(Lexicon.Builder lexicon) {
        PayWords.addTriggers(lexicon);
    }

    /**
     * Reads a posting's pay.
     *
     * @param countryCode of the place of work, ISO 3166-1 alpha-2, or null: says which dollar a "$" is
     */
    public static Pay read(PostingView view, String countryCode) {
        PayStatements statements = new PayStatements(view, countryCode);
        PayFields.read(view, statements);
        PayText.read(view, statements);
        return statements.pay();
    }
}
