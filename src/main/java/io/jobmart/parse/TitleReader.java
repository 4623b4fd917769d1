package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.Issue;
import io.jobmart.model.RawPosting;
import io.jobmart.model.TitleReading;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.text.Lexicon;
import io.jobmart.vocabulary.Gazetteer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Reads a title whose company is not known from elsewhere. */
    public TitleReading read(PostingView view) {
        return read(view, null);
    }

    /** Reads a title; the name of who posts, where it is known, is no part of it. */
    public TitleReading read(PostingView view, String poster) {
        RawPosting raw = view.raw();
        String written = raw.title();
        TitleLine line = null;
        TitleLine field = TitleLine.inForm(view);
        if (field != null && (written == null || isOfForm(written) || !hasWordOf(written, field.title()))) {
            line = field;
        } else if (written == null || written.isBlank()) {
            line = TitleLine.of(view);
            if (line == null) {
                view.issue(Issue.TITLE_MISSING, null);
                return new TitleReading(null, raw.title(), null, null);
            }
        }
        if (line != null) {
            written = line.title();
            view.issue(Issue.TITLE_DERIVED_FROM_TEXT, written);
        }
        String title = cleaner.clean(written, raw, raw.company() == null ? poster : null, hints(raw));
        String source = written.length() > TitleParts.LONGEST ? written.substring(0, TitleParts.LONGEST) : written;
        TitleLevel level = TitleLevel.of(source);
        if (level == null) {
            return new TitleReading(title, raw.title(), null, null);
        }
        Evidence evidence = line == null
                ? Evidence.title(level.start(), level.end(), "title.seniority")
                : Evidence.text(line.start() + level.start(), line.start() + level.end(), "title.seniority");
        return new TitleReading(title, raw.title(), level.seniority(), evidence);
    }

    /** What a form calls its entry, and not the job: "New Internship", "Editing Role". */
    private static final Pattern OF_FORM =
            Pattern.compile("(?iu)\\W*(?:new|edit(?:ing)?|add(?:ing)?|updat(?:e|ing)|clos(?:e|ing))\\s+(?:an?\\s+)?"
                    + "(?:internship|role|job|position|posting|opportunity)s?\\W*");

    private static boolean isOfForm(String title) {
        return title.length() < 60 && OF_FORM.matcher(title).matches();
    }

    /** Whether a title says at least something of another. */
    private static boolean hasWordOf(String title, String other) {
        Set<String> words = new HashSet<>(List.of(WORD_ENDS.split(other.toLowerCase(Locale.ROOT))));
        return Stream.of(WORD_ENDS.split(title.toLowerCase(Locale.ROOT)))
                .anyMatch(word -> word.length() > 2 && words.contains(word));
    }

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{N}]+");

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
