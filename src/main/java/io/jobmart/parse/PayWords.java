package io.jobmart.parse;

import io.jobmart.text.Lexicon;
import io.jobmart.text.Trigger;
import java.util.List;
import java.util.Set;

/** The words that pay is told by. */
final class PayWords {
    static final WordLists LISTS = WordLists.of("pay-words.tsv");

    static final Set<String> PAY = LISTS.set("pay");
    /** Words that make an amount near them something else than pay. */
    static final Set<String> OTHER = LISTS.set("other");
    /**
     * Those among them that stand near pay, too: "Machine Learning Engineer: $150,000 - $180,000", "in our lowest
     * market". They count only against single amounts.
     */
    static final Set<String> MILD = LISTS.set("mild");

    /** What a number without a currency counts when one of these follows: "10,000+ employees". */
    static final Set<String> COUNTED = LISTS.set("counted");

    static final Set<String> BONUS = LISTS.set("bonus");
    static final Set<String> EQUITY = LISTS.set("equity");
    static final Set<String> COMMISSION = LISTS.set("commission");
    /** Before a word of pay, these speak of pay without a value: "competitive salary". */
    static final Set<String> PRAISE = LISTS.set("praise");
    /** The same behind it: "salary: negotiable". */
    static final Set<String> AFTER = LISTS.set("after");
    /** What may stand between a word of pay and one of {@link #AFTER}: "salary is negotiable". */
    static final Set<String> LINK = LISTS.set("link");

    /** Words that the words around an amount are compared with, beside the sets: a word no rule knows is never read. */
    private static final String[] CONTEXT_WORDS =
            (". ! ? ; : , ( + & | / - ote ttc target earnings earning cash compensation"
                            + " total comp base salary range ranges rate band role position min minimum mid midpoint max maximum"
                            + " annual yearly annually annualized jahresgehalt bruttojahresgehalt annuel annuelle anual hourly"
                            + " stundenlohn stundensatz horaire monthly monatsgehalt bruttomonatsgehalt monatsbruttogehalt monatlich mensuel"
                            + " mensual mensal weekly daily tagessatz tjm year annum hour month day canada canadian ontario toronto"
                            + " vancouver montreal alberta quebec can cad usa usd california colorado us s states york australia"
                            + " australian zealand singapore gross brutto brut bruts bruto brutos net netto nets neto netos líquido"
                            + " plus with and depending currency sign")
                    .split(" ");

    private PayWords() {}

    static void addTriggers(Lexicon.Builder lexicon) {
        lexicon.trigger(Trigger.PAY, LISTS.list("pay").toArray(String[]::new));
        for (String word : CONTEXT_WORDS) {
            lexicon.add(word);
        }
        for (Set<String> words : List.of(OTHER, COUNTED, BONUS, EQUITY, COMMISSION, PRAISE, AFTER)) {
            words.forEach(word -> {
                if (word.indexOf('-') < 0) {
                    lexicon.add(word);
                }
            });
        }
    }
}
