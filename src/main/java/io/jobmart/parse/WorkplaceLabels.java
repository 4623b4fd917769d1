package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.ValueStatus;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Block;
import io.jobmart.text.BlockKind;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the places that stand after a label or in the first lines of a text that has no header. */
final class WorkplaceLabels {
    /** A line with fewer slashes may be "AI / ML Internship". */
    private static final int FEWEST_PIECES = 3;

    private static final int SHORTEST_NAME = 4;

    private static final int LONGEST_MODE_LINE = 60;
    private static final int LONGEST_VALUE = 400;
    /** RELOCATION, ALLOCATION, COLLOCATION, DISLOCATION. */
    private static final Set<String> NOT_LOCATION = Set.of("RE", "AL", "OL", "IS", "CO");

    private final PlaceListReader lists;
    private final Gazetteer gazetteer;
    private final PlaceStretch stretch;

    WorkplaceLabels(PlaceListReader lists, Gazetteer gazetteer, PlaceStretch stretch) {
        this.lists = lists;
        this.gazetteer = gazetteer;
        this.stretch = stretch;
    }

    /** "Lisbon / Remote / Madrid / Remote": a line near the head that lists places and modes and nothing else. */
    void readSlashedLine(WorkplaceReading reading) {
        List<Block> blocks = reading.view.document().blocks();
        String text = reading.view.text();
        for (int b = 0; b < Math.min(6, blocks.size()); b++) {
            Block block = blocks.get(b);
            boolean fits = block.end() - block.start() <= LONGEST_VALUE;
            if (fits && block.kind() != BlockKind.ITEM) {
                List<Listing> pieces = pieces(reading, text, block);
                if (pieces.size() >= FEWEST_PIECES) {
                    for (Listing piece : pieces) {
                        reading.addListing(
                                piece, text, EvidenceField.TEXT, 0, "workplace.headline", ValueStatus.PARSED);
                    }
                    return;
                }
            }
        }
    }

    /** "Remote, USA or Canada" as a line of its own near the head: it adds to what the header says. */
    void readModeLine(WorkplaceReading reading) {
        List<Block> blocks = reading.view.document().blocks();
        String text = reading.view.text();
        for (int b = 0; b < Math.min(6, blocks.size()); b++) {
            Block block = blocks.get(b);
            boolean told =
                    text.substring(block.start(), block.end()).chars().noneMatch(c -> c == '#' || Character.isDigit(c));
            // "#LI-Remote" is no principality, and "9 AM - 5 PM" are no countries.
            if (block.end() - block.start() > LONGEST_MODE_LINE || block.kind() == BlockKind.ITEM || !told) {
                continue;
            }
            Tokens tokens = reading.view.tokens();
            if (WorkplaceWords.LOCATION_LABELS.contains(tokens.word(tokens.at(block.start())))) {
                continue;
            }
            Listing listing = lists.read(text, block.start(), block.end(), reading.countries);
            boolean known = !listing.places().isEmpty()
                    && listing.places().stream().allMatch(found -> found.resolved() && found.town() == null);
            if (!known || listing.unknown() || (listing.modes() & PlaceListReader.REMOTE) == 0) {
                continue;
            }
            if (reading.sites.isEmpty()) {
                reading.addListing(listing, text, EvidenceField.TEXT, 0, "workplace.headline", ValueStatus.PARSED);
            } else {
                reading.modes.note(
                        listing.modes(), Evidence.text(listing.modeStart(), listing.modeEnd(), "workplace.headline"));
                boolean wider = listing.places().stream()
                        .anyMatch(
                                found -> !reading.siteRegions.keySet().containsAll(gazetteer.regionCodes(found.id())));
                if (wider) {
                    reading.allow(listing, "workplace.headline");
                }
            }
        }
    }

    /** What stands between the slashes of a line; empty when a piece is no place and no mode, or an abbreviation. */
    private List<Listing> pieces(WorkplaceReading reading, String text, Block block) {
        List<Listing> pieces = new ArrayList<>();
        int start = block.start();
        while (start < block.end()) {
            int slash = text.indexOf(" / ", start);
            int end = slash < 0 || slash > block.end() ? block.end() : slash;
            Listing piece = lists.read(text, start, end, reading.countries);
            boolean resolved = piece.places().stream().allMatch(Found::resolved);
            boolean says = !piece.places().isEmpty() || piece.modes() != 0;
            if (piece.unknown() || !resolved || !says || end - start < SHORTEST_NAME) {
                return List.of();
            }
            pieces.add(piece);
            start = end + 3;
        }
        return pieces;
    }

    /** "Analytics Engineer | London/Hybrid | £85,000": the head of a bare text, where there is no header. */
    void readFirstLines(WorkplaceReading reading) {
        List<Block> blocks = reading.view.document().blocks();
        String text = reading.view.text();
        if (!reading.view.raw().placeChips().isEmpty()
                || !reading.view.raw().places().isEmpty()) {
            return;
        }
        for (int b = 0; b < Math.min(4, blocks.size()); b++) {
            Block block = blocks.get(b);
            if (block.end() - block.start() > 200
                    || text.indexOf('|', block.start()) < 0
                    || text.indexOf('|', block.start()) >= block.end()) {
                continue;
            }
            int start = block.start();
            while (start < block.end()) {
                int bar = text.indexOf('|', start);
                int end = bar < 0 || bar > block.end() ? block.end() : bar;
                Listing listing = lists.read(text, start, end, reading.countries);
                boolean resolved =
                        !listing.places().isEmpty() && listing.places().stream().allMatch(Found::resolved);
                if (!listing.unknown() && start > block.start() && (resolved || listing.modes() != 0)) {
                    reading.addListing(listing, text, EvidenceField.TEXT, 0, "workplace.headline", ValueStatus.PARSED);
                }
                start = end + 1;
            }
        }
    }

    /** "Location: Berlin, Germany; Budapest, Hungary", or a heading "Location" and the places on the next line. */
    void readLabels(WorkplaceReading reading) {
        PostingView view = reading.view;
        Tokens tokens = view.tokens();
        List<Block> blocks = view.document().blocks();
        String text = view.text();
        boolean stated = !reading.sites.isEmpty();
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            int first = tokens.at(block.start());
            int label = -1;
            for (int i = first; i < first + 4 && i < tokens.count() && tokens.start(i) < block.end(); i++) {
                if (tokens.is(i, Trigger.PLACE) && WorkplaceWords.LOCATION_LABELS.contains(tokens.word(i))) {
                    label = i;
                    break;
                }
            }
            if (label < 0) {
                continue;
            }
            boolean applicants = tokens.is(label - 1, "candidate")
                    || tokens.is(label - 1, "candidates")
                    || tokens.is(label - 1, "applicant")
                    || tokens.is(label - 1, "applicants");
            // "Company location: Toronto (remote)" says where the company is, and how one works.
            boolean company = tokens.is(label - 1, "company") || tokens.is(label - 1, "headquarters");
            int after = label + 1;
            if (tokens.is(after, "(") && tokens.is(after + 2, ")")) {
                after += 3;
            } else if (tokens.is(after, "(") && tokens.is(after + 1, "s")) {
                after += 3;
            }
            int start;
            int end;
            boolean colon = tokens.is(after, ":") && tokens.start(after) < block.end();
            boolean whole = after >= tokens.count() || tokens.start(after) >= block.end();
            boolean colonEnds = colon && (after + 1 >= tokens.count() || tokens.start(after + 1) >= block.end());
            if (colon && !colonEnds) {
                start = tokens.end(after);
                end = block.end();
            } else if ((whole || colonEnds) && b + 1 < blocks.size()) {
                start = blocks.get(b + 1).start();
                end = blocks.get(b + 1).end();
            } else {
                continue;
            }
            end = valueEnd(text, start, Math.min(end, start + LONGEST_VALUE));
            if (applicants) {
                reading.allow(lists.read(text, start, end, reading.countries), "workplace.label.applicants");
                continue;
            }
            Listing listing = lists.read(text, start, end, reading.countries);
            if (company && label > first) {
                if (listing.modes() != 0) {
                    reading.modes.note(
                            listing.modes(),
                            Evidence.text(listing.modeStart(), listing.modeEnd(), "workplace.label.mode"));
                }
                continue;
            }
            long resolved = listing.places().stream().filter(Found::resolved).count();
            if (resolved == listing.places().size() && !listing.unknown()
                    || resolved > 0 && end - start < 80 && !listing.unknown()) {
                addLabelled(reading, listing, text, stated);
            } else {
                Listing head = lists.read(text, start, headEnd(text, start, end), reading.countries);
                if (!head.unknown() && (head.modes() != 0 || !head.places().isEmpty())) {
                    addLabelled(reading, head, text, stated);
                }
            }
        }
    }

    /**
     * "Sr. Agile CoachLocation: Hartford, CTDuration: Long term": labels inside a text that lost its line breaks, of
     * which the first that reads is taken.
     */
    void readFlattened(WorkplaceReading reading) {
        String text = reading.view.text();
        Tokens tokens = reading.view.tokens();
        int at = 0;
        for (int tries = 0; tries < 20; tries++) {
            at = nextLabel(text, at);
            if (at < 0) {
                return;
            }
            int sign = at;
            while (sign < text.length() && isBlank(text.charAt(sign))) {
                sign++;
            }
            boolean signed = sign < text.length() && ":-–—#".indexOf(text.charAt(sign)) >= 0;
            int from = signed ? sign + 1 : sign;
            while (from < text.length() && isBlank(text.charAt(from))) {
                from++;
            }
            if (from >= text.length() || !Character.isUpperCase(text.charAt(from))) {
                continue;
            }
            Listing listing = stretch.read(reading, tokens, tokens.at(from), signed);
            if (listing != null && (signed || stretch.isCityWithState(text, listing))) {
                reading.addListing(listing, text, EvidenceField.TEXT, 0, "workplace.label.inline", ValueStatus.PARSED);
                return;
            }
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00A0';
    }

    /** The end of the next "Location", also at the end of another word, which is not "Relocation" or the company's. */
    private static int nextLabel(String text, int from) {
        for (int at = from; at >= 0; ) {
            int small = text.indexOf("Location", at);
            int capital = text.indexOf("LOCATION", at);
            int found = small < 0 ? capital : capital < 0 ? small : Math.min(small, capital);
            if (found < 0) {
                return -1;
            }
            int end = found + 8;
            if (end < text.length() && (text.charAt(end) == 's' || text.charAt(end) == 'S')) {
                end++;
            }
            boolean other = found >= 2 && NOT_LOCATION.contains(text.substring(found - 2, found))
                    || text.regionMatches(true, Math.max(0, found - 8), "company ", 0, 8);
            if (!other) {
                return end;
            }
            at = end;
        }
        return -1;
    }

    /** What the text says of the place completes what the header says; it does not add to it. */
    private void addLabelled(WorkplaceReading reading, Listing listing, String text, boolean stated) {
        if (stated) {
            if (listing.modes() != 0) {
                reading.modes.note(
                        listing.modes(), Evidence.text(listing.modeStart(), listing.modeEnd(), "workplace.label.mode"));
            }
            reading.addFitting(listing, "workplace.label");
            for (Found found : listing.places()) {
                if (found.resolved() && gazetteer.isArea(found.id())) {
                    reading.add(
                            found,
                            text.substring(found.start(), found.end()),
                            Evidence.text(found.start(), found.end(), "workplace.label"),
                            ValueStatus.PARSED);
                }
            }
        } else {
            reading.addListing(listing, text, EvidenceField.TEXT, 0, "workplace.label", ValueStatus.PARSED);
        }
    }

    /** The end of the first sentence or of the line. */
    private static int valueEnd(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n') {
                return i;
            }
        }
        return end;
    }

    /** Where the value proper ends and remarks begin: "Remote, United States (strong preference ...)". */
    private static int headEnd(String text, int start, int end) {
        for (int i = start + 3; i < end; i++) {
            char c = text.charAt(i);
            boolean sentence = c == '.'
                    && i + 1 < end
                    && text.charAt(i + 1) == ' '
                    && Character.isLowerCase(text.charAt(i - 1))
                    && i - start > 6;
            if (c == '(' || sentence) {
                return i;
            }
        }
        return end;
    }
}
