package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Issue;
import io.jobmart.model.LocationPrecision;
import io.jobmart.model.LocationRole;
import io.jobmart.model.Place;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.RawPlace;
import io.jobmart.model.RawPosting;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.SectionKind;
import io.jobmart.model.ValueStatus;
import io.jobmart.model.WorkMode;
import io.jobmart.model.WorkModeReading;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.text.Block;
import io.jobmart.text.Lexicon;
import io.jobmart.text.Tokens;
import io.jobmart.text.Trigger;
import io.jobmart.vocabulary.Gazetteer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads where the work is done, whether remotely, and where a remote worker may be.
 *
 * <p>Order of trust: structured fields, place chips of the header, the title, then the text. The text adds places only
 * where it plainly speaks of this job ("Location:", "this role is based in"), since postings name headquarters and
 * offices that are not the place of work.
 */
public final class WorkplaceReader {
    private static final int MOST_PLACES = 500;
    private static final int LONGEST_VALUE = 400;

    private static final Set<String> LOCATION_LABELS = Set.of(
            "location",
            "locations",
            "standort",
            "standorte",
            "arbeitsort",
            "einsatzort",
            "dienstort",
            "lieu",
            "localisation",
            "ubicacion",
            "ubicación",
            "localização",
            "localizacao",
            "localidade",
            "workplace",
            "lugar",
            "work location",
            "job location");
    private static final Set<String> REMOTE_NOUNS = Set.of(
            "position",
            "role",
            "job",
            "opportunity",
            "contract",
            "opening",
            "vacancy",
            "stelle",
            "vaga",
            "puesto",
            "poste",
            "basis",
            "internship",
            "posting");
    private static final Set<String> HYBRID_NOUNS = Set.of(
            "role",
            "position",
            "work",
            "working",
            "schedule",
            "model",
            "job",
            "opportunity",
            "setup",
            "set",
            "arrangement",
            "remote",
            "office",
            "policy",
            "mode",
            "workplace",
            "format",
            "basis",
            "environment",
            "workstyle",
            "remoto",
            "arbeit",
            "arbeiten");
    /** Words that stand before "hybrid" where it is a work mode. */
    private static final Set<String> BEFORE_HYBRID = Set.of(
            "a",
            "an",
            "is",
            "are",
            "this",
            "our",
            "the",
            "with",
            "flexible",
            "and",
            "or",
            "in",
            "on",
            "offer",
            "offers",
            "of",
            "as",
            "remote",
            "onsite",
            "for",
            "be",
            "true",
            "great",
            "your",
            "modern",
            "new",
            "to",
            "li",
            "embrace",
            "choose",
            "ein",
            "eine",
            "im",
            "en",
            "un",
            "modelo",
            "de",
            "em",
            "regime",
            "formato",
            "le",
            "type",
            "mode",
            "model",
            "location",
            "full",
            "time");

    private static final Set<String> FULL =
            Set.of("fully", "completely", "entirely", "permanently", "100", "full", "totally");
    private static final Set<String> JOB_WORDS = Set.of(
            "role",
            "position",
            "job",
            "you",
            "candidate",
            "candidates",
            "must",
            "opportunity",
            "internship",
            "applicants",
            "should",
            "be",
            "applicant",
            "vacancy");

    private static final Set<String> BETWEEN_REMOTE_AND_NOUN = Set.of(
            ",",
            "/",
            "-",
            "home",
            "office",
            "contract",
            "part",
            "full",
            "time",
            "permanent",
            "temporary",
            "freelance",
            "based",
            "and",
            "or",
            "hourly",
            "salaried",
            "exempt",
            "fully",
            "flexible");
    private static final Set<String> PAY_WORDS = Set.of(
            "salary", "pay", "compensation", "range", "ranges", "ote", "wage", "earnings", "paid", "zone", "tier");
    /** Words before an office that is not, or not always, the place of work. */
    private static final Set<String> ASIDE_WORDS = Set.of(
            "if",
            "near",
            "nearby",
            "visit",
            "visits",
            "visiting",
            "travel",
            "travels",
            "traveling",
            "distance",
            "occasional",
            "occasionally",
            "every",
            "dental",
            "medical",
            "reopening",
            "opening",
            "headquarter",
            "headquartered",
            "fitness",
            "gym",
            "commute",
            "founded",
            "unless",
            "access",
            "optional");

    private final Gazetteer gazetteer;
    private final PlaceListReader lists;

    public WorkplaceReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.lists = new PlaceListReader(gazetteer);
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
                "hibrido",
                "hibrida");
        lexicon.trigger(
                Trigger.PLACE,
                "location",
                "locations",
                "standort",
                "standorte",
                "arbeitsort",
                "einsatzort",
                "dienstort",
                "lieu",
                "localisation",
                "ubicación",
                "ubicacion",
                "localização",
                "localizacao",
                "localidade",
                "workplace",
                "lugar",
                "based",
                "located",
                "office",
                "offices",
                "headquarters");
    }

    /** Everything said about the work mode, strongest source first. */
    private static final class Modes {
        Evidence remote;
        Evidence hybrid;
        Evidence onsite;
        Evidence textRemote;
        Evidence textHybrid;
        /** Said of this very job, so that it outweighs a chip that says remote. */
        Evidence jobHybrid;

        Evidence textOnsite;
        boolean structured;
    }

    /** What is gathered while reading one posting. */
    private static final class Reading {
        final PostingView view;
        final Modes modes = new Modes();
        /** Work sites by location id, in the order stated. */
        final Map<String, PlaceMention> sites = new LinkedHashMap<>();

        final Map<String, PlaceMention> allowed = new LinkedHashMap<>();
        final List<PlaceMention> unresolved = new ArrayList<>();
        /** Regions that the words about remote work name themselves. */
        final Map<String, Evidence> regions = new LinkedHashMap<>();
        /** Countries and areas of the places that remote work was offered for, used where nothing narrower is said. */
        final Map<String, Evidence> siteRegions = new LinkedHashMap<>();

        final Set<Integer> countries = new HashSet<>();
        boolean notRemoteSites;
        /** Whether fields, chips or title name a place of work, and whether a city. */
        boolean headPlaces;

        boolean headCities;

        Reading(PostingView view) {
            this.view = view;
        }
    }

    public Workplace read(PostingView view) {
        Reading reading = new Reading(view);
        RawPosting raw = view.raw();
        readStructured(reading, raw);
        readChips(reading, raw);
        readTitle(reading, raw);
        readText(reading);
        WorkModeReading mode = mode(reading);
        return new Workplace(mode, places(reading), regions(reading, mode));
    }

    // ---- structured fields ----

    private void readStructured(Reading reading, RawPosting raw) {
        for (String mode : raw.workModes()) {
            int modes = modes(mode);
            note(reading.modes, modes, Evidence.markup("workplace.mode.field"));
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
            note(reading.modes, listing.modes(), evidence);
            String text = written(place);
            for (Found found : listing.places()) {
                add(reading, found, text, evidence, ValueStatus.STRUCTURED);
            }
        }
        Evidence allowed = Evidence.markup("workplace.applicant.field");
        for (RawPlace place : raw.applicantPlaces()) {
            for (Found found : structured(reading, place).places()) {
                if (found.resolved()) {
                    Place resolved = place(found);
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

    private Listing structured(Reading reading, RawPlace place) {
        if (place.locality() == null && place.region() == null && place.country() == null) {
            String text = place.text() == null ? "" : place.text();
            return lists.read(text, 0, Math.min(text.length(), LONGEST_VALUE * 10), reading.countries);
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

    private static void note(Modes modes, int bits, Evidence evidence) {
        if ((bits & PlaceListReader.REMOTE) != 0 && modes.remote == null) {
            modes.remote = evidence;
        }
        if ((bits & PlaceListReader.HYBRID) != 0 && modes.hybrid == null) {
            modes.hybrid = evidence;
        }
        if ((bits & PlaceListReader.ONSITE) != 0 && modes.onsite == null) {
            modes.onsite = evidence;
        }
    }

    // ---- chips and title ----

    private void readChips(Reading reading, RawPosting raw) {
        String header = raw.header();
        int from = 0;
        for (String chip : raw.placeChips()) {
            int at = header == null ? -1 : header.indexOf(chip, from);
            if (at < 0 && header != null) {
                at = header.indexOf(chip);
            }
            Listing listing = lists.read(chip, 0, chip.length(), reading.countries);
            if (listing.truncated()) {
                reading.view.issue(Issue.VALUES_TRUNCATED, "places");
            }
            if (at >= 0) {
                from = at + chip.length();
            }
            addListing(reading, listing, chip, EvidenceField.HEADER, at, "workplace.chip", ValueStatus.PARSED);
            // "Anywhere in the World", "Anywhere (EMEA)", "Worldwide": work that can be done there is remote.
            for (String word : new String[] {"anywhere", "worldwide"}) {
                if (reading.modes.remote == null
                        && reading.modes.hybrid == null
                        && chip.regionMatches(true, 0, word, 0, word.length())) {
                    reading.modes.remote =
                            evidence(EvidenceField.HEADER, at, 0, word.length(), "workplace.chip.anywhere");
                }
            }
        }
    }

    private void readTitle(Reading reading, RawPosting raw) {
        String title = raw.title();
        if (title == null) {
            return;
        }
        for (int[] part : TitleReader.decorations(title)) {
            Listing listing = lists.read(title, part[0], part[1], reading.countries);
            // "Research Scientist, Dessa": a team of that name, unless the place chips speak of that country too.
            boolean name = part[4] == ',' && listing.modes() == 0 && !agrees(reading, listing);
            if (!name && TitleReader.isWorkplace(listing, title, part, gazetteer)) {
                addListing(reading, listing, title, EvidenceField.TITLE, 0, "workplace.title", ValueStatus.PARSED);
            }
        }
        Tokens words = reading.view.title();
        for (int i = 0; i < words.count() && reading.modes.remote == null && reading.modes.hybrid == null; i++) {
            // "Full Remote Senior Developer", "Engineering Manager (ANZ remote)", "Field Representative, remote in
            // Ohio"
            if (TitleReader.isRemoteWork(words, i)) {
                reading.modes.remote = Evidence.title(words.start(i), words.end(i), "workplace.title.word");
            }
        }
    }

    /** Whether all places of a list lie in countries that the posting named before, or it named none. */
    private boolean agrees(Reading reading, Listing listing) {
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

    private void addListing(
            Reading reading,
            Listing listing,
            String text,
            EvidenceField field,
            int offset,
            String rule,
            ValueStatus status) {
        if (listing.modes() != 0) {
            Evidence evidence = listing.modeStart() < 0
                    ? evidence(field, offset, 0, text.length(), rule + ".mode")
                    : evidence(field, offset, listing.modeStart(), listing.modeEnd(), rule + ".mode");
            note(reading.modes, listing.modes(), evidence);
        }
        for (Found found : listing.places()) {
            Evidence evidence = evidence(field, offset, found.start(), found.end(), rule);
            add(reading, found, text.substring(found.start(), found.end()), evidence, status);
        }
    }

    private static Evidence evidence(EvidenceField field, int offset, int start, int end, String rule) {
        return offset < 0 ? Evidence.markup(rule) : new Evidence(field, offset + start, offset + end, rule);
    }

    private void add(Reading reading, Found found, String text, Evidence evidence, ValueStatus status) {
        if (reading.sites.size() + reading.allowed.size() + reading.unresolved.size() >= MOST_PLACES) {
            return;
        }
        if (!found.resolved()) {
            reading.view.issue(Issue.LOCATION_UNPARSED, text);
            reading.unresolved.add(
                    new PlaceMention(null, LocationRole.WORK_SITE, false, text, ValueStatus.UNPARSED, evidence));
            return;
        }
        if (!found.sure()) {
            reading.view.issue(Issue.LOCATION_AMBIGUOUS, text);
        }
        int modes = found.modes();
        boolean elsewhere = (modes & (PlaceListReader.HYBRID | PlaceListReader.ONSITE)) != 0
                && (modes & PlaceListReader.REMOTE) == 0;
        reading.notRemoteSites |= elsewhere;
        if (!elsewhere) {
            for (String code : gazetteer.regionCodes(found.id())) {
                reading.siteRegions.putIfAbsent(code, evidence);
            }
        }
        Place place = place(found);
        if (gazetteer.isArea(found.id())) {
            // A group of countries is where one may work from, never where the work is done.
            reading.allowed.putIfAbsent(
                    place.locationId(),
                    new PlaceMention(place, LocationRole.REMOTE_ALLOWED, false, text, status, evidence));
            return;
        }
        int country = gazetteer.country(found.id());
        reading.countries.add(country);
        reading.sites.putIfAbsent(
                place.locationId(), new PlaceMention(place, LocationRole.WORK_SITE, false, text, status, evidence));
    }

    /**
     * The place found. A town too small for the gazetteer is known by its name and what it lies in: "Annapolis Junction,
     * MD" is a city of that name in Maryland.
     */
    private Place place(Found found) {
        Place place = gazetteer.place(found.id());
        if (found.town() == null) {
            return place;
        }
        String inside =
                place.regionCode() == null ? place.countryCode() : place.countryCode() + "-" + place.regionCode();
        return new Place(
                "name:" + inside + "/" + Gazetteer.fold(found.town()),
                found.town(),
                found.town(),
                place.regionCode(),
                place.region(),
                place.countryCode(),
                place.country(),
                null,
                null,
                LocationPrecision.CITY,
                null);
    }

    // ---- text ----

    private void readText(Reading reading) {
        PostingView view = reading.view;
        reading.headPlaces = !reading.sites.isEmpty();
        reading.headCities =
                reading.sites.values().stream().anyMatch(site -> site.place().city() != null);
        readFirstLines(reading);
        readLabels(reading);
        Tokens tokens = view.tokens();
        int mask = Trigger.WORK_MODE.bit() | Trigger.PLACE.bit();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.isAny(i, mask)) {
                wake(reading, tokens, i);
            }
        }
    }

    /** "Analytics Engineer | London/Hybrid | £85,000": the head of a bare text, where there is no header. */
    private void readFirstLines(Reading reading) {
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
                    addListing(reading, listing, text, EvidenceField.TEXT, 0, "workplace.headline", ValueStatus.PARSED);
                }
                start = end + 1;
            }
        }
    }

    /** "Location: Berlin, Germany; Budapest, Hungary", or a heading "Location" and the places on the next line. */
    private void readLabels(Reading reading) {
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
                if (tokens.is(i, Trigger.PLACE) && LOCATION_LABELS.contains(tokens.word(i))) {
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
                allow(reading, lists.read(text, start, end, reading.countries), "workplace.label.applicants");
                continue;
            }
            Listing listing = lists.read(text, start, end, reading.countries);
            if (company && label > first) {
                if (listing.modes() != 0) {
                    note(
                            reading.modes,
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

    /** What the text says of the place completes what the header says; it does not add to it. */
    private void addLabelled(Reading reading, Listing listing, String text, boolean stated) {
        if (stated) {
            if (listing.modes() != 0) {
                note(
                        reading.modes,
                        listing.modes(),
                        Evidence.text(listing.modeStart(), listing.modeEnd(), "workplace.label.mode"));
            }
            addFitting(reading, listing, "workplace.label");
            for (Found found : listing.places()) {
                if (found.resolved() && gazetteer.isArea(found.id())) {
                    add(
                            reading,
                            found,
                            text.substring(found.start(), found.end()),
                            Evidence.text(found.start(), found.end(), "workplace.label"),
                            ValueStatus.PARSED);
                }
            }
        } else {
            addListing(reading, listing, text, EvidenceField.TEXT, 0, "workplace.label", ValueStatus.PARSED);
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

    private void wake(Reading reading, Tokens tokens, int i) {
        switch (tokens.word(i)) {
            case "remote",
                    "remoto",
                    "remota",
                    "telework",
                    "telecommute",
                    "teletrabajo",
                    "teletrabalho",
                    "télétravail",
                    "homeoffice" -> remote(reading, tokens, i);
            case "remotely" -> remotely(reading, tokens, i);
            case "anywhere" -> anywhere(reading, tokens, i);
            case "virtual" -> {
                boolean company =
                        tokens.is(i + 2, "first") && tokens.word(i + 3).startsWith("compan");
                if (company && tokens.is(i - 1, "a") && tokens.is(i - 2, "is") && reading.modes.textRemote == null) {
                    reading.modes.textRemote =
                            Evidence.text(tokens.start(i), tokens.end(i + 2), "workplace.text.virtual_first");
                }
            }
            case "hybrid", "hybride", "híbrido", "híbrida", "hibrido", "hibrida" -> hybrid(reading, tokens, i);
            case "days", "tage", "días", "dias", "jours" -> days(reading, tokens, i);
            case "onsite", "site", "presencial", "présentiel" -> onsite(reading, tokens, i);
            case "reside", "residing" -> reside(reading, tokens, i);
            case "based", "located" -> based(reading, tokens, i);
            case "office", "offices", "headquarters" -> office(reading, tokens, i);
            default -> {}
        }
    }

    private static boolean isBoilerplate(Reading reading, Tokens tokens, int i) {
        SectionKind section = reading.view.sectionAt(tokens.start(i));
        return section == SectionKind.BOILERPLATE;
    }

    /** Whether nothing but a dash, a number or "%" stands between: "100% remote", "fully-remote". */
    private static boolean isFull(Tokens tokens, int i) {
        int k = i - 1;
        while (tokens.is(k, "-") || tokens.is(k, "%") || tokens.is(k, "–")) {
            k--;
        }
        return FULL.contains(tokens.word(k));
    }

    private void remote(Reading reading, Tokens tokens, int i) {
        if (tokens.is(i - 1, "-") && tokens.is(i - 2, "li") && tokens.is(i - 3, "#")
                || tokens.is(i - 1, "#") && tokens.touchesPrevious(i) && !tokens.is(i - 2, "#")) {
            // "#LI-Remote": a tag that job boards sort by, wherever it stands.
            if (reading.modes.textRemote == null) {
                reading.modes.textRemote = Evidence.text(tokens.start(i), tokens.end(i), "workplace.text.tag");
            }
            return;
        }
        if (isBoilerplate(reading, tokens, i)) {
            return;
        }
        int next = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        boolean job = REMOTE_NOUNS.contains(tokens.word(next))
                || isNounAfterMore(tokens, i)
                || tokens.is(next, "first") && REMOTE_NOUNS.contains(tokens.word(next + 1))
                || tokens.is(next, "work") && tokens.is(next + 1, "location");
        boolean full = isFull(tokens, i);
        boolean conditional = conditional(tokens, i);
        int before = i - 1;
        boolean every = tokens.is(before, "are") && tokens.is(before - 1, "roles") && tokens.is(before - 2, "our");
        boolean stated = every
                || isLabelled(tokens, i)
                || isRemoteCompany(tokens, i)
                || tokens.is(before, "being") && REMOTE_NOUNS.contains(tokens.word(before - 1))
                || tokens.is(before, "and")
                        && !isWordNoun(tokens, next)
                        && tokens.is(before - 2, "-")
                        && tokens.is(before - 4, "is")
                        && JOB_WORDS.contains(tokens.word(before - 5))
                || tokens.is(before, "to")
                        && tokens.is(before - 1, "open")
                        && tokens.is(before - 2, "is")
                        && (REMOTE_NOUNS.contains(tokens.word(before - 3)))
                || tokens.is(before, "is")
                        && (JOB_WORDS.contains(tokens.word(before - 1)) || tokens.is(before - 1, "this"))
                || tokens.is(before, "be")
                        && !full
                        && (tokens.is(before - 1, "can") || tokens.is(before - 1, "will"))
                        && !isWordNoun(tokens, next);
        boolean alone = isWholeLine(reading, tokens, full ? i - 1 : i, i);
        if (!conditional && (full && !isTeam(tokens, next) || job || stated || alone)) {
            if (negated(tokens, full ? i - 1 : i)) {
                return;
            }
            if (reading.modes.textRemote == null) {
                reading.modes.textRemote =
                        Evidence.text(tokens.start(full ? i - 1 : i), tokens.end(i), "workplace.text.remote");
            }
            int k = job ? next + 1 : i + 1;
            if (tokens.is(k, "(")
                    || tokens.is(k, "in")
                    || tokens.is(k, "within")
                    || tokens.is(k, "from")
                    || tokens.is(k, "-")) {
                region(reading, tokens, k, "workplace.text.remote_in");
            }
        }
    }

    private static boolean isWordNoun(Tokens tokens, int next) {
        return tokens.isWord(next)
                && !tokens.is(next, "or")
                && !tokens.is(next, "in")
                && !tokens.is(next, "within")
                && !tokens.is(next, "from")
                && !tokens.is(next, "and")
                && !tokens.is(next, "but")
                && !tokens.is(next, "with")
                && !tokens.is(next, "across")
                && !tokens.is(next, "for");
    }

    /** "a remote, contract role", "this is a Remote/Home Office opportunity": more said before the noun. */
    private static boolean isNounAfterMore(Tokens tokens, int i) {
        int before = i - 1;
        while (before > i - 7 && BETWEEN_REMOTE_AND_NOUN.contains(tokens.word(before))) {
            before--;
        }
        if (!tokens.is(before, "a")) {
            return false;
        }
        for (int k = i + 1; k < i + 8 && k < tokens.count(); k++) {
            if (REMOTE_NOUNS.contains(tokens.word(k))) {
                return k > i + 1;
            }
            if (!BETWEEN_REMOTE_AND_NOUN.contains(tokens.word(k))) {
                return false;
            }
        }
        return false;
    }

    /** "Location: Remote", "Location/Flexibility: Fully remote" inside a line. */
    private static boolean isLabelled(Tokens tokens, int i) {
        int k = i - 1;
        while (k > i - 5 && (FULL.contains(tokens.word(k)) || tokens.is(k, "%") || tokens.is(k, "-"))) {
            k--;
        }
        return tokens.is(k, ":")
                && (tokens.is(k - 1, "location")
                        || tokens.is(k - 1, "flexibility") && tokens.is(k - 3, "location")
                        || tokens.is(k - 1, "workplace")
                        || tokens.is(k - 1, "arrangement"));
    }

    /** "We are a fully remote company", "as an all-remote company", "we're a remote-first team", "We are remote-first". */
    private static boolean isRemoteCompany(Tokens tokens, int i) {
        int k = i - 1;
        boolean all = false;
        while (k > i - 5
                && (FULL.contains(tokens.word(k)) || tokens.is(k, "all") || tokens.is(k, "%") || tokens.is(k, "-"))) {
            all |= !tokens.is(k, "-") && !tokens.is(k, "%");
            k--;
        }
        int next = tokens.is(i + 1, "-") ? i + 2 : i + 1;
        boolean first = tokens.is(next, "first") || tokens.is(next, "only");
        if (!all && !first) {
            return false;
        }
        int noun = first ? next + 1 : next;
        boolean article = tokens.is(k, "a") || tokens.is(k, "an");
        boolean company = tokens.word(noun).startsWith("compan")
                || tokens.is(noun, "team")
                || tokens.is(noun, "organization")
                || tokens.is(noun, "organisation")
                || tokens.is(noun, "startup")
                || tokens.is(noun, "workplace");
        int subject = article ? k - 1 : k;
        boolean we = tokens.is(subject, "are") && tokens.is(subject - 1, "we")
                || tokens.is(subject, "re") && (tokens.is(subject - 2, "we") || tokens.is(subject - 1, "we"))
                || tokens.is(subject, "we're")
                || tokens.is(subject, "we’re");
        return article ? company && we : first && we && !tokens.isWord(noun);
    }

    private static boolean isTeam(Tokens tokens, int next) {
        String word = tokens.word(next);
        return word.startsWith("team")
                || word.equals("flexibility")
                || word.equals("while")
                || word.startsWith("compan")
                || word.equals("environment")
                || word.equals("workforce")
                || word.equals("culture")
                || word.equals("organization")
                || word.equals("roles")
                || word.equals("startup")
                || word.equals("organisation");
    }

    /** "for fully-remote roles", "if remote", "when working remotely": nothing is said of this job. */
    private static boolean conditional(Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 4 && k >= 0; k--) {
            String word = tokens.word(k);
            if (word.equals("if")
                    || word.equals("when")
                    || word.equals("whether")
                    || word.equals("for") && !tokens.is(k - 1, "open")) {
                return true;
            }
            if (word.equals(".") || word.equals(":")) {
                return false;
            }
        }
        return false;
    }

    private static boolean negated(Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 4 && k >= 0; k--) {
            String word = tokens.word(k);
            if (word.equals("not")
                    || word.equals("no")
                    || word.equals("non")
                    || word.equals("isn")
                    || word.equals("cannot")
                    || word.equals("nicht")) {
                return true;
            }
            if (word.equals(".") || word.equals(":")) {
                return false;
            }
        }
        return false;
    }

    private static boolean isWholeLine(Reading reading, Tokens tokens, int from, int to) {
        Line line = reading.view.lineAt(tokens.start(to));
        return line != null
                && line.end() - line.start() <= 40
                && (tokens.start(from) - line.start() <= 6)
                && line.end() - tokens.end(to) <= 1;
    }

    private void remotely(Reading reading, Tokens tokens, int i) {
        if (isBoilerplate(reading, tokens, i) || conditional(tokens, i) || negated(tokens, i)) {
            return;
        }
        boolean orElse = tokens.is(i - 1, "or")
                && (tokens.is(i + 1, "within")
                        || (tokens.is(i + 1, "from") || tokens.is(i + 1, "in"))
                                && (tokens.is(i + 2, "the") || tokens.is(i + 2, "anywhere")));
        if (orElse) {
            // "based out of our New York office or remotely in the US"
            if (region(reading, tokens, i + 1, "workplace.text.remote_in") && reading.modes.textRemote == null) {
                reading.modes.textRemote = Evidence.text(tokens.start(i), tokens.end(i), "workplace.text.remotely");
            }
            return;
        }
        boolean work = tokens.is(i - 1, "work")
                || tokens.is(i - 1, "%") && tokens.is(i - 2, "100") && tokens.is(i - 3, "work")
                || isFull(tokens, i) && (tokens.is(i - 2, "work") || tokens.is(i - 4, "work"))
                || tokens.is(i - 1, "performed")
                || tokens.is(i - 1, "done");
        String before = tokens.word(i - 2);
        boolean offered = before.equals("to")
                        && (tokens.is(i - 3, "choose") || tokens.is(i - 3, "option") || tokens.is(i - 3, "able"))
                || before.equals("can")
                || before.equals("will")
                || before.equals("may")
                || before.equals("be")
                || isFull(tokens, i);
        boolean regional = tokens.is(i + 1, "(")
                || tokens.is(i + 1, "from")
                || tokens.is(i + 1, "within")
                || tokens.is(i + 1, "in");
        if (work && (offered || regional) && !tokens.is(i + 1, "with")) {
            if (reading.modes.textRemote == null) {
                reading.modes.textRemote = Evidence.text(tokens.start(i - 1), tokens.end(i), "workplace.text.remotely");
            }
            if (regional) {
                region(reading, tokens, i + 1, "workplace.text.remote_in");
            }
        }
    }

    private void anywhere(Reading reading, Tokens tokens, int i) {
        boolean work = tokens.is(i - 1, "from") && (tokens.is(i - 2, "work") || tokens.is(i - 2, "remotely"));
        if (!work || isBoilerplate(reading, tokens, i) || conditional(tokens, i - 2)) {
            return;
        }
        Evidence evidence = Evidence.text(tokens.start(i - 2), tokens.end(i), "workplace.text.anywhere");
        if (tokens.is(i + 1, "in") || tokens.is(i + 1, "within")) {
            if (tokens.is(i + 2, "the") && tokens.is(i + 3, "world")) {
                reading.regions.putIfAbsent("WORLD", evidence);
            } else if (!region(reading, tokens, i + 1, "workplace.text.anywhere")) {
                return;
            }
        } else if (tokens.is(i + 1, "for") || tokens.is(i + 1, "up")) {
            // "Work from anywhere for up to 30 days a year" is a benefit.
            return;
        } else {
            reading.regions.putIfAbsent("WORLD", evidence);
        }
        if (reading.modes.textRemote == null) {
            reading.modes.textRemote = evidence;
        }
    }

    private void hybrid(Reading reading, Tokens tokens, int i) {
        if (isBoilerplate(reading, tokens, i) || negated(tokens, i)) {
            return;
        }
        for (int k = i - 1; k > i - 6; k--) {
            if (tokens.is(k, "%")) {
                // "a third of us are remote while 33% work in a hybrid model"
                return;
            }
        }
        int next = tokens.is(i + 1, "-") || tokens.is(i + 1, "/") ? i + 2 : i + 1;
        // "a finance/data hybrid role" is a mixture of two trades.
        boolean mixture = tokens.isWord(i - 1) && !BEFORE_HYBRID.contains(tokens.word(i - 1));
        boolean tag = tokens.is(i - 1, "-") && tokens.is(i - 2, "li");
        boolean noun = HYBRID_NOUNS.contains(tokens.word(next)) && !tokens.is(next + 1, "cloud") && !mixture;
        boolean stated = tokens.is(i - 1, "is")
                || isWholeLine(reading, tokens, i, i)
                || tokens.is(i - 1, "(") && (tokens.is(i + 1, ")") || tokens.is(i + 1, ",") || tokens.is(i + 1, "-"));
        boolean counted = (tokens.is(i + 1, ",") || tokens.is(i + 1, "(")) && tokens.is(i + 2, Trigger.NUMBER);
        if (!noun && !stated && !counted && !tag) {
            return;
        }
        Evidence evidence = Evidence.text(tokens.start(i), tokens.end(i), "workplace.text.hybrid");
        if (reading.modes.textHybrid == null) {
            reading.modes.textHybrid = evidence;
        }
        boolean thisJob = tag
                || noun && REMOTE_NOUNS.contains(tokens.word(next))
                || tokens.is(i - 1, "is") && JOB_WORDS.contains(tokens.word(i - 2));
        if (thisJob && reading.modes.jobHybrid == null && !conditional(tokens, i)) {
            reading.modes.jobHybrid = evidence;
        }
    }

    /** "3 days a week in our Berlin office", "two days per week on-site". */
    private void days(Reading reading, Tokens tokens, int i) {
        int number = i - 1;
        while (number > i - 3
                && !tokens.is(number, Trigger.NUMBER)
                && !tokens.is(number, Trigger.NUMBER_WORD)
                && !isSmall(tokens.word(number))) {
            number--;
        }
        int count = small(tokens.word(number));
        if (count < 1 || count > 5 || isBoilerplate(reading, tokens, i)) {
            return;
        }
        int k = i + 1;
        boolean office = false;
        for (; k < i + 9 && k < tokens.count(); k++) {
            String word = tokens.word(k);
            if (word.equals(".") || word.equals(";")) {
                break;
            }
            if (word.equals("remote")
                    || word.equals("remotely")
                    || word.equals("home")
                    || word.equals("homeoffice")
                    || word.equals("vacation")) {
                if (!office && reading.modes.textHybrid == null && count < 5) {
                    reading.modes.textHybrid =
                            Evidence.text(tokens.start(number), tokens.end(k), "workplace.text.days_home");
                }
                return;
            }
            if (word.equals("office")
                    || word.equals("onsite")
                    || word.equals("büro")
                    || word.equals("bureau")
                    || word.equals("oficina")
                    || word.equals("escritório")
                    || word.equals("site") && tokens.is(k - 1, "-")
                    || word.equals("person") && (tokens.is(k - 1, "in") || tokens.is(k - 1, "-"))
                    || word.equals("hub")) {
                office = true;
                break;
            }
        }
        if (office) {
            Evidence evidence = Evidence.text(tokens.start(number), tokens.end(k), "workplace.text.days_office");
            if (count == 5) {
                reading.modes.textOnsite = reading.modes.textOnsite == null ? evidence : reading.modes.textOnsite;
            } else if (!ifBefore(tokens, number)) {
                reading.modes.textHybrid = reading.modes.textHybrid == null ? evidence : reading.modes.textHybrid;
                reading.modes.jobHybrid = reading.modes.jobHybrid == null ? evidence : reading.modes.jobHybrid;
            }
        }
    }

    /** "If you live within commuting distance of an office, we expect you there two days a week." */
    private static boolean ifBefore(Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 30 && k >= 0 && !tokens.is(k, "."); k--) {
            String word = tokens.word(k);
            if (word.equals("if")
                    || word.equals("within")
                    || word.equals("optional")
                    || word.equals("option")
                    || word.equals("miles")
                    || word.equals("near")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSmall(String word) {
        return small(word) > 0;
    }

    private static int small(String word) {
        return switch (word) {
            case "1", "one", "einen", "un", "uno", "um" -> 1;
            case "2", "two", "zwei", "deux", "dos", "dois" -> 2;
            case "3", "three", "drei", "trois", "tres", "três" -> 3;
            case "4", "four", "vier", "quatre", "cuatro", "quatro" -> 4;
            case "5", "five", "fünf", "cinq", "cinco" -> 5;
            default -> 0;
        };
    }

    private void onsite(Reading reading, Tokens tokens, int i) {
        boolean split = tokens.is(i, "site");
        if (split && !(tokens.is(i - 1, "-") && tokens.is(i - 2, "on") || tokens.is(i - 1, "on"))) {
            return;
        }
        int start = !split ? i : tokens.is(i - 1, "on") ? i - 1 : i - 2;
        if (isBoilerplate(reading, tokens, i) || negated(tokens, start)) {
            return;
        }
        boolean job = REMOTE_NOUNS.contains(tokens.word(i + 1))
                || isFull(tokens, start)
                || isWholeLine(reading, tokens, start, i)
                || tokens.is(start - 1, "is") && JOB_WORDS.contains(tokens.word(start - 2))
                || tokens.is(start - 1, "work") && tokens.is(start - 2, "must");
        if (job && reading.modes.textOnsite == null) {
            reading.modes.textOnsite = Evidence.text(tokens.start(start), tokens.end(i), "workplace.text.onsite");
        }
    }

    /** "Candidates must reside in Canada"; what is said of pay or preference by place is no condition. */
    private void reside(Reading reading, Tokens tokens, int i) {
        for (int k = i - 1; k >= i - 6 && k >= 0 && !tokens.is(k, "."); k--) {
            String word = tokens.word(k);
            if (word.equals("must") || word.equals("should") || word.equals("open") || word.equals("need")) {
                region(reading, tokens, i + 1, "workplace.reside");
                return;
            }
        }
    }

    /** "This role is based in Munich", "you must be located in Ontario, Canada". */
    private void based(Reading reading, Tokens tokens, int i) {
        if (!(tokens.is(i + 1, "in") || tokens.is(i + 1, "at") || tokens.is(i + 1, "out") && tokens.is(i + 2, "of"))) {
            return;
        }
        SectionKind section = reading.view.sectionAt(tokens.start(i));
        if (section == SectionKind.BOILERPLATE || section == SectionKind.ABOUT_COMPANY) {
            return;
        }
        boolean job = false;
        for (int k = i - 1; k >= i - 8 && k >= 0 && !tokens.is(k, "."); k--) {
            job |= JOB_WORDS.contains(tokens.word(k)) || tokens.is(k, "our") && tokens.is(k + 1, "office");
            if (tokens.is(k, "manager")
                    || tokens.is(k, "director")
                    || tokens.is(k, "company")
                    || tokens.is(k, "team")
                    || tokens.is(k, "teams")
                    || tokens.is(k, "clients")
                    || tokens.is(k, "client")) {
                return;
            }
        }
        if (!job || isOfPay(reading, tokens, i)) {
            return;
        }
        int from = tokens.is(i + 1, "out") ? i + 3 : i + 2;
        Listing listing = stretch(reading, tokens, from);
        if (listing != null) {
            addFitting(reading, listing, "workplace.text.based");
        }
    }

    /** "The range for candidates based in New York is $140,000": whom a range is for, not where the work is. */
    private static boolean isOfPay(Reading reading, Tokens tokens, int i) {
        Line line = reading.view.lineAt(tokens.start(i));
        for (int k = i - 1; k >= 0 && k > i - 30 && line != null && tokens.start(k) >= line.start(); k--) {
            if (PAY_WORDS.contains(tokens.word(k))) {
                return true;
            }
        }
        for (int k = i + 1; k < tokens.count() && k < i + 20 && line != null && tokens.start(k) < line.end(); k++) {
            if (PAY_WORDS.contains(tokens.word(k)) || tokens.is(k, "$") || tokens.is(k, "usd")) {
                return true;
            }
        }
        return false;
    }

    /** "visit our Munich office twice a year", "if you live near our New York office". */
    private static boolean isAside(Reading reading, Tokens tokens, int i) {
        Line line = reading.view.lineAt(tokens.start(i));
        for (int k = i - 1; k >= 0 && k > i - 45; k--) {
            if (line != null && tokens.start(k) < line.start() || tokens.is(k, ".")) {
                return false;
            }
            if (k > i - 14 ? ASIDE_WORDS.contains(tokens.word(k)) : tokens.is(k, "if") || tokens.is(k, "distance")) {
                return true;
            }
        }
        return false;
    }

    /** "an office in the heart of Munich", "in our Berlin office". */
    private void office(Reading reading, Tokens tokens, int i) {
        SectionKind section = reading.view.sectionAt(tokens.start(i));
        if (section == SectionKind.BOILERPLATE || section == SectionKind.ABOUT_COMPANY || tokens.is(i, "offices")) {
            return;
        }
        if (isAside(reading, tokens, i) || isOfPay(reading, tokens, i)) {
            return;
        }
        Listing listing = null;
        if (tokens.is(i + 1, "in") || tokens.is(i + 1, "at")) {
            listing = stretch(reading, tokens, i + 2);
            for (int k = i + 2; k < i + 10 && listing == null && !tokens.is(k, "."); k++) {
                // "in the heart of Munich", "in a great location in the middle of Berlin"
                boolean inside = tokens.is(k, "heart")
                        || tokens.is(k, "middle")
                        || tokens.is(k, "center")
                        || tokens.is(k, "centre");
                if (inside && tokens.is(k + 1, "of")) {
                    listing = stretch(reading, tokens, k + 2);
                }
            }
        } else {
            String text = reading.view.text();
            int from = i - 1;
            while (from > i - 6
                    && from > 0
                    && (tokens.isWord(from) && Character.isUpperCase(text.charAt(tokens.start(from)))
                            || tokens.is(from, ",") && tokens.end(i - 1) - tokens.start(i - 1) == 2 && from == i - 2)) {
                from--;
            }
            if (from < i - 1 && (tokens.is(from, "our") || tokens.is(from, "the"))) {
                Listing read = lists.read(text, tokens.start(from + 1), tokens.end(i - 1), reading.countries);
                listing = usable(read) ? read : null;
            }
        }
        if (listing != null) {
            addFitting(reading, listing, "workplace.text.office");
        }
    }

    /** The places of a sentence are believed where they agree with what the header says, or where it says nothing. */
    private void addFitting(Reading reading, Listing listing, String rule) {
        boolean stated = !reading.sites.isEmpty();
        // Several offices may be named one after the other; they complete a header that names their country alone.
        boolean cities = reading.headPlaces
                ? reading.headCities
                : reading.sites.values().stream().anyMatch(site -> site.place().city() != null);
        for (Found found : listing.places()) {
            if (!found.resolved() || gazetteer.isArea(found.id())) {
                continue;
            }
            int country = gazetteer.country(found.id());
            boolean fits = !stated || !cities && gazetteer.isCity(found.id()) && reading.countries.contains(country);
            if (fits) {
                String text = reading.view.text();
                add(
                        reading,
                        found,
                        text.substring(found.start(), found.end()),
                        Evidence.text(found.start(), found.end(), rule),
                        ValueStatus.PARSED);
            }
        }
    }

    /** Reads "in Germany", "(US or Canada)" after a word on remote work; whether a place was found. */
    private boolean region(Reading reading, Tokens tokens, int from, String rule) {
        int start = from;
        while (tokens.is(start, "in")
                || tokens.is(start, "(")
                || tokens.is(start, "within")
                || tokens.is(start, "from")
                || tokens.is(start, "-")
                || tokens.is(start, "anywhere")
                || tokens.is(start, "the")) {
            start++;
        }
        if (start == from
                || start >= tokens.count()
                || reading.view
                                .text()
                                .substring(tokens.end(from - 1), tokens.start(start))
                                .indexOf('\n')
                        >= 0) {
            return false;
        }
        Listing listing = stretch(reading, tokens, start);
        if (listing == null) {
            return false;
        }
        allow(reading, listing, rule);
        return true;
    }

    /** Notes the places of a list as those where a remote worker may be. */
    private void allow(Reading reading, Listing listing, String rule) {
        for (Found found : listing.places()) {
            if (!found.resolved()) {
                continue;
            }
            Evidence evidence = Evidence.text(found.start(), found.end(), rule);
            for (String code : gazetteer.regionCodes(found.id())) {
                reading.regions.putIfAbsent(code, evidence);
            }
            Place place = place(found);
            reading.allowed.putIfAbsent(
                    place.locationId(),
                    new PlaceMention(
                            place,
                            LocationRole.REMOTE_ALLOWED,
                            false,
                            reading.view.text().substring(found.start(), found.end()),
                            ValueStatus.PARSED,
                            evidence));
        }
    }

    /** Reads the capitalised words from a token on as places; null when they are not all places. */
    private Listing stretch(Reading reading, Tokens tokens, int from) {
        String text = reading.view.text();
        int start = from;
        while (tokens.is(start, "the") || tokens.is(start, "either")) {
            start++;
        }
        int last = start - 1;
        for (int k = start; k < start + 14 && k < tokens.count(); k++) {
            char c = text.charAt(tokens.start(k));
            boolean joint = tokens.is(k, ",")
                    || tokens.is(k, "/")
                    || tokens.is(k, "or")
                    || tokens.is(k, "and")
                    || tokens.is(k, "of")
                    || tokens.is(k, "the")
                    || tokens.is(k, "-")
                    || tokens.is(k, "&");
            boolean dot = c == '.' && tokens.touchesPrevious(k) && tokens.end(k - 1) - tokens.start(k - 1) == 1;
            if (k > start && text.substring(tokens.end(k - 1), tokens.start(k)).indexOf('\n') >= 0) {
                break;
            }
            if (Character.isUpperCase(c)) {
                last = k;
            } else if (dot) {
                last = k;
            } else if (!joint) {
                break;
            }
        }
        while (last >= start) {
            Listing listing = lists.read(text, tokens.start(start), tokens.end(last), reading.countries);
            if (usable(listing)) {
                return listing;
            }
            // "in Berlin. You ...", "in Canada, Our ...": shorter until it reads.
            int k = last - 1;
            while (k >= start && !Character.isUpperCase(text.charAt(tokens.start(k)))) {
                k--;
            }
            last = k;
        }
        return null;
    }

    private static boolean usable(Listing listing) {
        if (listing.unknown() || listing.places().isEmpty()) {
            return false;
        }
        for (Found found : listing.places()) {
            if (!found.resolved()) {
                return false;
            }
        }
        return true;
    }

    // ---- conclusions ----

    private static WorkModeReading mode(Reading reading) {
        Modes modes = reading.modes;
        ValueStatus status = modes.structured ? ValueStatus.STRUCTURED : ValueStatus.PARSED;
        if (modes.remote != null) {
            boolean hybrid = modes.hybrid == null && modes.jobHybrid != null && modes.textRemote == null;
            return hybrid
                    ? new WorkModeReading(WorkMode.HYBRID, ValueStatus.PARSED, modes.jobHybrid)
                    : new WorkModeReading(WorkMode.REMOTE, status, modes.remote);
        }
        if (modes.hybrid != null) {
            return new WorkModeReading(WorkMode.HYBRID, status, modes.hybrid);
        }
        // "onsite or remote", the title cut after the first: where the text offers remote work too, it is remote.
        if (modes.onsite != null && (modes.structured || modes.textRemote == null)) {
            return new WorkModeReading(WorkMode.ONSITE, status, modes.onsite);
        }
        if (modes.textRemote != null) {
            return new WorkModeReading(WorkMode.REMOTE, ValueStatus.PARSED, modes.textRemote);
        }
        if (modes.textHybrid != null) {
            return new WorkModeReading(WorkMode.HYBRID, ValueStatus.PARSED, modes.textHybrid);
        }
        if (modes.textOnsite != null) {
            return new WorkModeReading(WorkMode.ONSITE, ValueStatus.PARSED, modes.textOnsite);
        }
        return new WorkModeReading(WorkMode.NOT_STATED, ValueStatus.NOT_STATED, null);
    }

    private static List<PlaceMention> places(Reading reading) {
        List<PlaceMention> places = new ArrayList<>();
        PlaceMention primary = null;
        for (PlaceMention site : reading.sites.values()) {
            if (primary == null
                    || primary.place().precision() != LocationPrecision.CITY
                            && site.place().precision() == LocationPrecision.CITY) {
                primary = site;
            }
        }
        for (PlaceMention site : reading.sites.values()) {
            places.add(
                    site != primary
                            ? site
                            : new PlaceMention(
                                    site.place(), site.role(), true, site.rawText(), site.status(), site.evidence()));
        }
        places.addAll(reading.allowed.values());
        places.addAll(reading.unresolved);
        return places;
    }

    private static List<RemoteRegion> regions(Reading reading, WorkModeReading mode) {
        if (mode.mode() != WorkMode.REMOTE) {
            return List.of();
        }
        Map<String, Evidence> regions = new LinkedHashMap<>(reading.siteRegions);
        reading.regions.forEach(regions::putIfAbsent);
        List<RemoteRegion> result = new ArrayList<>();
        regions.forEach((code, evidence) -> result.add(new RemoteRegion(code, evidence)));
        return result;
    }
}
