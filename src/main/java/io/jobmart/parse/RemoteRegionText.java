package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ValueStatus;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.Gazetteer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads where the sentences of a posting say that one may live who works remotely: lists of countries, of states. */
final class RemoteRegionText {
    /** Fewer states may be those where the employer has a site, or of which a law asks that pay is told. */
    private static final int FEWEST_STATES = 5;

    /** Between two states of a list may stand "excluding San Francisco". */
    private static final int FARTHEST_STATE = 8;

    private static final int LONGEST_LIST = 2_000;

    private static final int LONGEST_ITEM = 80;

    private static final Set<String> STATES = WorkplaceWords.STATES;
    private static final Set<String> STATE_CODES = WorkplaceWords.STATE_CODES;
    /** Hardly a list of states is without one of these, and fewer words wake the reader. */
    private static final List<String> STATE_TRIGGERS =
            List.of("california", "texas", "florida", "colorado", "york", "ca", "tx", "fl", "ny");

    private final PlaceListReader lists;
    private final Gazetteer gazetteer;
    private final WorkSiteText sites;

    RemoteRegionText(PlaceListReader lists, Gazetteer gazetteer, WorkSiteText sites) {
        this.lists = lists;
        this.gazetteer = gazetteer;
        this.sites = sites;
    }

    static void addTriggers(Lexicon.Builder lexicon) {
        lexicon.trigger(Trigger.PLACE, STATE_TRIGGERS.toArray(String[]::new));
    }

    /** "Work must be performed from within the United States." */
    void within(WorkplaceReading reading, Tokens tokens, int i) {
        boolean must = false;
        boolean work = false;
        for (int k = i - 1; k > i - 8 && k >= 0 && !tokens.is(k, "."); k--) {
            String word = tokens.word(k);
            must |= word.equals("must") || word.equals("can") || word.equals("should") || word.equals("able");
            work |= word.equals("work") || word.equals("performed") || word.equals("live") || word.equals("done");
        }
        if (must && work && !ModeContext.isBoilerplate(reading, tokens, i)) {
            sites.region(reading, tokens, i, "workplace.text.within");
        }
    }

    /** "We can hire in the following countries: ...", with the list behind the colon or as items below. */
    void listed(WorkplaceReading reading, Tokens tokens, int i) {
        if (!tokens.is(i + 1, ":") || ModeContext.isBoilerplate(reading, tokens, i) || !isOfHiring(tokens, i)) {
            return;
        }
        String text = reading.view.text();
        int from = tokens.end(i + 1);
        int end = text.indexOf('\n', from);
        end = Math.min(end < 0 ? text.length() : end, from + LONGEST_LIST);
        int stop = text.indexOf(". ", from);
        List<Listing> found = new ArrayList<>();
        if (!text.substring(from, end).isBlank()) {
            Listing listing = lists.read(text, from, stop > 0 && stop < end ? stop : end, reading.countries);
            if (isOfPlaces(listing)) {
                found.add(listing);
            }
        } else {
            for (Block block : reading.view.document().blocks()) {
                if (block.start() < from) {
                    continue;
                }
                Listing listing = block.kind() != BlockKind.HEADING && block.end() - block.start() < LONGEST_ITEM
                        ? lists.read(text, block.start(), block.end(), reading.countries)
                        : null;
                if (listing == null || !isOfPlaces(listing)) {
                    break;
                }
                found.add(listing);
            }
        }
        for (Listing listing : found) {
            boolean countries = listing.places().stream()
                    .allMatch(place -> gazetteer.isCountry(place.id()) || gazetteer.isArea(place.id()));
            if (!countries && reading.headPlaces) {
                continue;
            }
            if (!countries) {
                reading.addListing(listing, text, EvidenceField.TEXT, 0, "workplace.text.listed", ValueStatus.PARSED);
            } else {
                reading.allow(listing, "workplace.text.listed");
            }
        }
    }

    private static boolean isOfPlaces(Listing listing) {
        return !listing.unknown()
                && !listing.places().isEmpty()
                && listing.places().stream().allMatch(Found::resolved);
    }

    /** "currently able to hire in", "looking for people in": and not "we have customers in". */
    private static boolean isOfHiring(Tokens tokens, int i) {
        boolean hires = false;
        for (int k = i - 1; k > i - 14 && k >= 0 && !tokens.is(k, "."); k--) {
            String word = tokens.word(k);
            if (WorkplaceWords.NOT_HIRING.contains(word)) {
                return false;
            }
            hires |= WorkplaceWords.HIRING.contains(word);
        }
        return hires;
    }

    /** "We are approved to hire in 40 states, including AL, AZ, CA, ...": remote workers live in the United States. */
    void states(WorkplaceReading reading, Tokens tokens, int i) {
        if (i <= reading.statesUntil || !isState(tokens, i) || reading.regions.containsKey("US")) {
            return;
        }
        int first = i;
        int last = i;
        Set<String> names = new HashSet<>();
        names.add(tokens.word(i));
        for (int k = i - 1; k >= 0 && k >= first - FARTHEST_STATE && !ends(tokens, k); k--) {
            if (isState(tokens, k)) {
                first = k;
                names.add(tokens.word(k));
            }
        }
        for (int k = i + 1; k < tokens.count() && k <= last + FARTHEST_STATE && !ends(tokens, k); k++) {
            if (isState(tokens, k)) {
                last = k;
                names.add(tokens.word(k));
            }
        }
        // What was said of one of them holds for the whole list, which may be as long as the text.
        reading.statesUntil = last;
        if (names.size() < FEWEST_STATES || !isOfResidents(tokens, first, last)) {
            return;
        }
        Evidence evidence = Evidence.text(tokens.start(first), tokens.end(last), "workplace.text.states");
        reading.regions.putIfAbsent("US", evidence);
    }

    private static boolean ends(Tokens tokens, int i) {
        return tokens.is(i, ".") && !tokens.touchesPrevious(i + 1);
    }

    /** A state's name, or its code in capitals; of "New York" and "North Dakota" the second word. */
    private static boolean isState(Tokens tokens, int i) {
        String word = tokens.word(i);
        if (STATES.contains(word)) {
            return true;
        }
        return STATE_CODES.contains(word)
                && Character.isUpperCase(tokens.text().charAt(tokens.start(i)))
                && Character.isUpperCase(tokens.text().charAt(tokens.end(i) - 1));
    }

    /** Whether the sentence around a list of states says where one is hired or lives, and nothing of pay or exclusion. */
    private static boolean isOfResidents(Tokens tokens, int first, int last) {
        boolean hires = false;
        for (int k = first - 1; k > first - 30 && k >= 0 && !ends(tokens, k); k--) {
            String word = tokens.word(k);
            if (WorkplaceWords.PAY_WORDS.contains(word) || WorkplaceWords.NOT_HIRING.contains(word)) {
                return false;
            }
            hires |= WorkplaceWords.HIRING.contains(word);
        }
        for (int k = last + 1; k < last + 12 && k < tokens.count() && !ends(tokens, k); k++) {
            if (WorkplaceWords.PAY_WORDS.contains(tokens.word(k))) {
                return false;
            }
        }
        return hires;
    }
}
