package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Issue;
import io.jobmart.model.RawPosting;
import io.jobmart.model.TitleReading;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.text.Block;
import io.jobmart.text.Lexicon;
import io.jobmart.vocabulary.Gazetteer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the title as a person would state it, and the level that it names.
 *
 * <p>Titles in the wild carry the place, the work mode, pay, gender marks, requisition numbers and emoji:
 * {@code 🚀 Senior Java Engineer (m/f/d) - Remote, Germany [R-10233]}. What names the work stays, levels and
 * specialisations included: {@code Senior Software Engineer, Frontend - Platform}.
 */
public final class TitleReader {
    private final Gazetteer gazetteer;
    private final PlaceListReader lists;
    private final TitleCleaner cleaner;

    public TitleReader() {
        this(Gazetteer.standard());
    }

    public TitleReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.lists = new PlaceListReader(gazetteer);
        this.cleaner = new TitleCleaner(gazetteer, lists);
    }

    /** Titles are short: this reader looks at all their words and needs no triggers. */
    public static void addTriggers(Lexicon.Builder lexicon) {}

    public TitleReading read(PostingView view) {
        RawPosting raw = view.raw();
        String written = raw.title();
        boolean derived = false;
        if (written == null || written.isBlank()) {
            written = fromText(view);
            derived = written != null;
            if (!derived) {
                view.issue(Issue.TITLE_MISSING, null);
                return new TitleReading(null, raw.title(), null, null);
            }
            view.issue(Issue.TITLE_DERIVED_FROM_TEXT, written);
        }
        String title = cleaner.clean(written, raw, hints(raw));
        String source = written.length() > TitleParts.LONGEST ? written.substring(0, TitleParts.LONGEST) : written;
        TitleLevel level = TitleLevel.of(source);
        if (level == null) {
            return new TitleReading(title, raw.title(), null, null);
        }
        Evidence evidence = derived
                ? new Evidence(EvidenceField.TITLE, null, null, "title.seniority")
                : Evidence.title(level.start(), level.end(), "title.seniority");
        return new TitleReading(title, raw.title(), level.seniority(), evidence);
    }

    // ---- where there is no title ----

    private String fromText(PostingView view) {
        List<Block> blocks = view.document().blocks();
        String labelled = null;
        String first = null;
        for (int b = 0; b < Math.min(6, blocks.size()); b++) {
            String line = view.document().text(blocks.get(b)).strip();
            if (line.isEmpty() || line.contains("://")) {
                continue;
            }
            if (line.length() <= 120
                    && TitleCleaner.PREFIX.matcher(line).find()
                    && !TitleCleaner.PREFIX.matcher(line).replaceFirst("").isBlank()) {
                labelled = line;
                break;
            }
            if (first == null) {
                first = line;
            }
        }
        String line = labelled != null ? labelled : first;
        if (line == null) {
            return null;
        }
        int bar = line.indexOf(" | ");
        if (bar > 0) {
            line = line.substring(0, bar);
        }
        boolean sentence = line.endsWith(".") || line.endsWith("!") || line.endsWith("?") || line.contains(". ");
        int words = line.split(" ").length;
        return line.length() > 120 || words > 14 || sentence && words > 6 ? null : line;
    }

    private Set<Integer> hints(RawPosting raw) {
        Set<Integer> countries = new HashSet<>();
        for (String chip : raw.placeChips()) {
            if (chip.length() < 200) {
                for (Found found : lists.read(chip, 0, chip.length(), Set.of()).places()) {
                    if (found.resolved() && gazetteer.country(found.id()) >= 0) {
                        countries.add(gazetteer.country(found.id()));
                    }
                }
            }
        }
        raw.places().forEach(place -> {
            int country = gazetteer.countryOf(place.country());
            if (country >= 0) {
                countries.add(country);
            }
        });
        return countries;
    }
}
