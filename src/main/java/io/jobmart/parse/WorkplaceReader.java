package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Issue;
import io.jobmart.model.LocationRole;
import io.jobmart.model.Place;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.ValueStatus;
import io.jobmart.model.WorkMode;
import io.jobmart.model.WorkModeReading;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.Gazetteer;
import java.util.List;
import java.util.Set;

/**
 * Reads where the work is done, whether remotely, and where a remote worker may be.
 *
 * <p>Order of trust: structured fields, place chips of the header, the title, then the text. The text adds places only
 * where it plainly speaks of this job ("Location:", "this role is based in"), since postings name headquarters and
 * offices that are not the place of work.
 */
public final class WorkplaceReader {
    private static final int LONGEST_VALUE = 4000;

    private final Gazetteer gazetteer;
    private final PlaceListReader lists;
    private final WorkplaceLabels labels;
    private final PlaceStretch stretch;
    private final WorkSiteText sites;
    private final OfficePlaceText offices;
    private final WorkModeText modes;
    private final RemoteRegionText regions;

    public WorkplaceReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.lists = new PlaceListReader(gazetteer);
        this.stretch = new PlaceStretch(lists, gazetteer);
        this.sites = new WorkSiteText(stretch, gazetteer);
        this.offices = new OfficePlaceText(lists, stretch);
        this.labels = new WorkplaceLabels(lists, gazetteer, stretch);
        this.modes = new WorkModeText(sites);
        this.regions = new RemoteRegionText(lists, gazetteer, sites);
    }

    public static void addTriggers(Lexicon.Builder lexicon) {
        lexicon.trigger(
                Trigger.WORK_MODE,
                "remote",
                "remotely",
                "hybrid",
                "onsite",
                "homeoffice",
                "telecommute",
                "telecommuting",
                "telework",
                "wfh",
                "virtual",
                "anywhere",
                "remoto",
                "remota",
                "híbrido",
                "híbrida",
                "hybride",
                "télétravail",
                "teletrabajo",
                "teletrabalho",
                "presencial",
                "présentiel",
                "site",
                "office",
                "days",
                "home",
                "tage",
                "días",
                "dias",
                "jours",
                "remotework",
                "reside",
                "residing",
                "living",
                "hibrido",
                "hibrida",
                "distance",
                "li",
                "within",
                "quiser",
                "quieras");
        lexicon.trigger(
                Trigger.PLACE, "based", "located", "office", "offices", "headquarters", "countries", "locations");
        RemoteRegionText.addTriggers(lexicon);
        WorkplaceWords.LOCATION_LABELS.forEach(label -> {
            if (label.indexOf(' ') < 0) {
                lexicon.trigger(Trigger.PLACE, label);
            }
        });
    }

    public Workplace read(PostingView view) {
        WorkplaceReading reading = new WorkplaceReading(view, gazetteer);
        RawPosting raw = view.raw();
        readStructured(reading, raw);
        readChips(reading, raw);
        readTitle(reading, raw);
        readText(reading);
        WorkModeReading mode = reading.mode();
        if (mode.mode() == WorkMode.REMOTE) {
            reading.takeAllowedCountries();
        }
        return new Workplace(mode, reading.places(), reading.regions(mode));
    }

    // ---- structured fields ----

    private void readStructured(WorkplaceReading reading, RawPosting raw) {
        for (String mode : raw.workModes()) {
            int modes = modes(mode);
            reading.modes.note(modes, Evidence.markup("workplace.mode.field"));
            reading.modes.structured |= modes != 0;
        }
        for (RawPlace place : raw.places()) {
            int country = country(place.country());
            if (country >= 0) {
                reading.countries.add(country);
            }
        }
        Evidence evidence = Evidence.markup("workplace.place.field");
        for (RawPlace place : raw.places()) {
            Listing listing = structured(reading, place);
            reading.modes.note(listing.modes(), evidence);
            String text = written(place);
            for (Found found : listing.places()) {
                reading.add(found, text, evidence, ValueStatus.STRUCTURED);
            }
        }
        Evidence allowed = Evidence.markup("workplace.applicant.field");
        for (RawPlace place : raw.applicantPlaces()) {
            for (Found found : structured(reading, place).places()) {
                if (found.resolved()) {
                    Place resolved = reading.place(found);
                    reading.allowed.putIfAbsent(
                            resolved.locationId(),
                            new PlaceMention(
                                    resolved,
                                    LocationRole.REMOTE_ALLOWED,
                                    false,
                                    written(place),
                                    ValueStatus.STRUCTURED,
                                    allowed));
                    for (String code : gazetteer.regionCodes(found.id())) {
                        reading.regions.putIfAbsent(code, allowed);
                    }
                }
            }
        }
    }

    private Listing structured(WorkplaceReading reading, RawPlace place) {
        if (place.locality() == null && place.region() == null && place.country() == null) {
            String text = place.text() == null ? "" : place.text();
            return lists.read(text, 0, Math.min(text.length(), LONGEST_VALUE), reading.countries);
        }
        StringBuilder text = new StringBuilder();
        append(text, place.locality());
        append(text, capitals(place.region()));
        append(text, capitals(place.country()));
        String joined = text.toString();
        int country = country(place.country());
        Set<Integer> hints = country < 0 ? reading.countries : Set.of(country);
        Listing listing = lists.read(joined, 0, joined.length(), hints);
        boolean city = false;
        for (Found found : listing.places()) {
            city |= found.resolved();
        }
        if (!city && country >= 0) {
            Found found = new Found(country, 0, joined.length(), 0, true, null);
            return new Listing(List.of(found), listing.modes(), -1, -1, true, false);
        }
        return listing;
    }

    private static void append(StringBuilder text, String part) {
        if (part != null && !part.isBlank()) {
            text.append(text.isEmpty() ? "" : ", ").append(part.strip());
        }
    }

    /** Codes come in small letters from some systems: "us", "ca". */
    private static String capitals(String part) {
        return part != null && part.strip().length() <= 3 ? part.toUpperCase(java.util.Locale.ROOT) : part;
    }

    private int country(String name) {
        if (name == null) {
            return -1;
        }
        int byCode = gazetteer.countryOf(name.strip());
        if (byCode >= 0) {
            return byCode;
        }
        for (int entry : gazetteer.named(name)) {
            if (gazetteer.isCountry(Gazetteer.id(entry))) {
                return Gazetteer.id(entry);
            }
        }
        return -1;
    }

    private static String written(RawPlace place) {
        if (place.text() != null) {
            return place.text();
        }
        StringBuilder text = new StringBuilder();
        append(text, place.locality());
        append(text, place.region());
        append(text, place.country());
        return text.toString();
    }

    private int modes(String value) {
        Listing listing = lists.read(value.replace('_', ' '), 0, value.length(), Set.of());
        return listing.modes();
    }

    // ---- chips and title ----

    private void readChips(WorkplaceReading reading, RawPosting raw) {
        String header = raw.header();
        int from = 0;
        for (String chip : raw.placeChips()) {
            int at = header == null ? -1 : header.indexOf(chip, from);
            if (at < 0 && header != null) {
                at = header.indexOf(chip);
            }
            Listing listing = lists.read(chip, 0, chip.length(), spokenOf(reading, chip));
            if (listing.truncated()) {
                reading.view.issue(Issue.VALUES_TRUNCATED, "places");
            }
            if (at >= 0) {
                from = at + chip.length();
            }
            reading.addListing(listing, chip, EvidenceField.HEADER, at, "workplace.chip", ValueStatus.PARSED);
            // "Anywhere in the World", "Anywhere (EMEA)", "Worldwide": work that can be done there is remote.
            for (String word : new String[] {"anywhere", "worldwide"}) {
                if (reading.modes.remote == null
                        && reading.modes.hybrid == null
                        && chip.regionMatches(true, 0, word, 0, word.length())) {
                    reading.modes.remote = WorkplaceReading.evidence(
                            EvidenceField.HEADER, at, 0, word.length(), "workplace.chip.anywhere");
                }
            }
        }
    }

    /**
     * The countries that tell which of several places a chip means: those named before, and for a chip that is a name
     * which a country shares with an American state, the United States where the text speaks of them.
     */
    private Set<Integer> spokenOf(WorkplaceReading reading, String chip) {
        if (!reading.countries.isEmpty() || !lists.sharesNameWithState(chip.strip())) {
            return reading.countries;
        }
        String text = reading.view.text();
        boolean american = text.contains("U.S.") || text.contains("United States") || text.contains(" USA");
        return american ? Set.of(country("US")) : reading.countries;
    }

    private void readTitle(WorkplaceReading reading, RawPosting raw) {
        String title = raw.title();
        if (title == null) {
            return;
        }
        for (int[] part : TitleParts.decorations(title)) {
            Listing listing = lists.read(title, part[0], part[1], reading.countries);
            // "Research Scientist, Dessa": a team of that name, unless the place chips speak of that country too.
            boolean name = part[4] == ',' && listing.modes() == 0 && !agrees(reading, listing);
            if (!name && TitleParts.isWorkplace(listing, title, part, gazetteer)) {
                reading.addListing(listing, title, EvidenceField.TITLE, 0, "workplace.title", ValueStatus.PARSED);
            }
        }
        Tokens words = reading.view.title();
        noteDays(reading, words);
        for (int i = 0; i < words.count() && reading.modes.remote == null && reading.modes.hybrid == null; i++) {
            // "Full Remote Senior Developer", "Engineering Manager (ANZ remote)", "Field Representative, remote in
            // Ohio"
            if (TitleParts.isRemoteWork(words, i)) {
                reading.modes.remote = Evidence.title(words.start(i), words.end(i), "workplace.title.word");
            }
        }
    }

    /** "Python Engineer - Remote 3 days a week", "(2 days onsite)": some of the days only. */
    private static void noteDays(WorkplaceReading reading, Tokens title) {
        for (int i = 1; i < title.count(); i++) {
            if (!title.is(i, "days") || !title.is(i - 1, Trigger.NUMBER)) {
                continue;
            }
            boolean all = title.is(i - 1, "5") || title.is(i - 1, "7");
            for (int k = Math.max(0, i - 4); k < Math.min(title.count(), i + 6); k++) {
                boolean mode = title.is(k, "remote")
                        || title.is(k, "onsite")
                        || title.is(k, "office")
                        || title.is(k, "site") && title.is(k - 2, "on");
                if (mode && !all) {
                    reading.modes.remote = null;
                    reading.modes.onsite = null;
                    reading.modes.hybrid = Evidence.title(title.start(i - 1), title.end(i), "workplace.title.days");
                    return;
                }
            }
        }
    }

    /** Whether all places of a list lie in countries that the posting named before, or it named none. */
    private boolean agrees(WorkplaceReading reading, Listing listing) {
        for (Found found : listing.places()) {
            if (found.resolved()
                    && !gazetteer.isArea(found.id())
                    && !reading.countries.isEmpty()
                    && !reading.countries.contains(gazetteer.country(found.id()))) {
                return false;
            }
        }
        return true;
    }

    // ---- text ----

    private void readText(WorkplaceReading reading) {
        PostingView view = reading.view;
        reading.headPlaces = !reading.sites.isEmpty();
        reading.headCities =
                reading.sites.values().stream().anyMatch(site -> site.place().city() != null);
        labels.readFirstLines(reading);
        labels.readSlashedLine(reading);
        labels.readModeLine(reading);
        labels.readLabels(reading);
        boolean unplaced = reading.sites.isEmpty() && reading.allowed.isEmpty();
        if (unplaced) {
            labels.readFlattened(reading);
            if (reading.sites.isEmpty() && FlattenedHead.is(view)) {
                Listing head = FlattenedHead.place(reading, lists, stretch);
                if (head != null) {
                    reading.addListing(
                            head, view.text(), EvidenceField.TEXT, 0, "workplace.headline", ValueStatus.PARSED);
                }
            }
        }
        Tokens tokens = view.tokens();
        int mask = Trigger.WORK_MODE.bit() | Trigger.PLACE.bit();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.isAny(i, mask)) {
                wake(reading, tokens, i);
            }
        }
        if (unplaced && reading.sites.isEmpty() && reading.modes.remote == null && reading.modes.textRemote == null) {
            sites.sought(reading, tokens);
        }
    }

    private void wake(WorkplaceReading reading, Tokens tokens, int i) {
        switch (tokens.word(i)) {
            case "remote",
                    "remoto",
                    "remota",
                    "telework",
                    "telecommute",
                    "teletrabajo",
                    "teletrabalho",
                    "télétravail",
                    "homeoffice" -> modes.remote(reading, tokens, i);
            case "remotely" -> modes.remotely(reading, tokens, i);
            case "anywhere" -> modes.anywhere(reading, tokens, i);
            case "virtual" -> {
                boolean company =
                        tokens.is(i + 2, "first") && tokens.word(i + 3).startsWith("compan");
                if (company && tokens.is(i - 1, "a") && tokens.is(i - 2, "is") && reading.modes.textRemote == null) {
                    reading.modes.textRemote =
                            Evidence.text(tokens.start(i), tokens.end(i + 2), "workplace.text.virtual_first");
                    sites.across(reading, tokens, i + 3);
                } else {
                    modes.custom(reading, tokens, i);
                }
            }
            case "hybrid", "hybride", "híbrido", "híbrida", "hibrido", "hibrida" ->
                OfficeWorkText.hybrid(reading, tokens, i);
            case "days", "tage", "días", "dias", "jours" -> OfficeWorkText.days(reading, tokens, i);
            case "onsite", "site", "presencial", "présentiel" -> OfficeWorkText.onsite(reading, tokens, i);
            case "reside", "residing", "living" -> sites.reside(reading, tokens, i);
            case "based", "located" -> sites.based(reading, tokens, i);
            case "location" -> sites.location(reading, tokens, i);
            case "home" -> OfficeWorkText.homeOffice(reading, tokens, i);
            case "distance" -> modes.distance(reading, tokens, i);
            case "li" -> modes.tag(reading, tokens, i);
            case "quiser", "quieras" -> modes.wherever(reading, tokens, i);
            case "within" -> regions.within(reading, tokens, i);
            case "countries", "locations" -> regions.listed(reading, tokens, i);
            case "office", "offices", "headquarters" -> {
                OfficeWorkText.officeTimes(reading, tokens, i);
                offices.office(reading, tokens, i);
            }
            default -> regions.states(reading, tokens, i);
        }
    }
}
