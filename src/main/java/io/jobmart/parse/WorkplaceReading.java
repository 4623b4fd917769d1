package io.jobmart.parse;

import io.jobmart.model.Evidence;
import io.jobmart.model.EvidenceField;
import io.jobmart.model.Issue;
import io.jobmart.model.LocationPrecision;
import io.jobmart.model.LocationRole;
import io.jobmart.model.Place;
import io.jobmart.model.PlaceMention;
import io.jobmart.model.RemoteRegion;
import io.jobmart.model.Section;
import io.jobmart.model.SectionKind;
import io.jobmart.model.ValueStatus;
import io.jobmart.model.WorkMode;
import io.jobmart.model.WorkModeReading;
import io.jobmart.parse.PlaceListReader.Found;
import io.jobmart.parse.PlaceListReader.Listing;
import io.jobmart.vocabulary.Gazetteer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is gathered of places, work mode and remote regions while one posting is read, and what follows from it. */
final class WorkplaceReading {
    private static final int MOST_PLACES = 500;
    /** Fewer countries may well stand in the order of the alphabet and mean it. */
    private static final int FEWEST_LISTED = 4;
    /** More are all those where somebody can be employed, and not where this work is done. */
    private static final int MOST_COUNTRIES = 3;
    /** A smaller one is believed only where what stands beside it settles which it is. */
    private static final int LARGE_CITY = 100_000;
    /** How much of a text is searched for the names of countries. */
    private static final int SEARCHED = 20_000;

    /** Everything said about the work mode, strongest source first. */
    static final class Modes {
        Evidence remote;
        Evidence hybrid;
        Evidence onsite;
        Evidence textRemote;
        Evidence textHybrid;
        /** Said of this very job, so that it outweighs a chip that says remote. */
        Evidence jobHybrid;

        Evidence textOnsite;
        /** How the employer works as a rule: believed where nothing is said of this job. */
        Evidence customRemote;

        boolean structured;

        void note(int bits, Evidence evidence) {
            if ((bits & PlaceListReader.REMOTE) != 0 && remote == null) {
                remote = evidence;
            }
            if ((bits & PlaceListReader.HYBRID) != 0 && hybrid == null) {
                hybrid = evidence;
            }
            if ((bits & PlaceListReader.ONSITE) != 0 && onsite == null) {
                onsite = evidence;
            }
        }
    }

    final PostingView view;
    final Modes modes = new Modes();
    /** Work sites by location id, in the order stated. */
    final Map<String, PlaceMention> sites = new LinkedHashMap<>();

    final Map<String, PlaceMention> allowed = new LinkedHashMap<>();
    final List<PlaceMention> unresolved = new ArrayList<>();
    /** Regions that the words about remote work name themselves. */
    final Map<String, Evidence> regions = new LinkedHashMap<>();
    /** The last token of the list of states that was looked at last. */
    int statesUntil = -1;
    /** Countries and areas of the places that remote work was offered for, used where nothing narrower is said. */
    final Map<String, Evidence> siteRegions = new LinkedHashMap<>();

    /** "Work from anywhere" without more: the world, unless the posting says where in the world. */
    Evidence anywhere;

    final Set<Integer> countries = new HashSet<>();
    boolean notRemoteSites;
    /** Whether fields, chips or title name a place of work, and whether a city. */
    boolean headPlaces;

    boolean headCities;

    private final Gazetteer gazetteer;

    WorkplaceReading(PostingView view, Gazetteer gazetteer) {
        this.view = view;
        this.gazetteer = gazetteer;
    }

    /**
     * The kind of section at an offset; null inside one that is most of the text, whose kind was told by a sentence of a
     * text without line breaks, and says nothing of the others.
     */
    SectionKind section(int offset) {
        int half = view.text().length() / 2;
        for (Section section : view.sections()) {
            if (section.start() <= offset && offset < section.end()) {
                boolean whole = section.heading() == null && section.end() - section.start() > half;
                return whole ? null : section.kind();
            }
        }
        return null;
    }

    void addListing(Listing listing, String text, EvidenceField field, int offset, String rule, ValueStatus status) {
        if (listing.modes() != 0) {
            Evidence evidence = listing.modeStart() < 0
                    ? evidence(field, offset, 0, text.length(), rule + ".mode")
                    : evidence(field, offset, listing.modeStart(), listing.modeEnd(), rule + ".mode");
            modes.note(listing.modes(), evidence);
        }
        for (Found found : listing.places()) {
            Evidence evidence = evidence(field, offset, found.start(), found.end(), rule);
            add(found, text.substring(found.start(), found.end()), evidence, status);
        }
    }

    static Evidence evidence(EvidenceField field, int offset, int start, int end, String rule) {
        return offset < 0 ? Evidence.markup(rule) : new Evidence(field, offset + start, offset + end, rule);
    }

    void add(Found found, String text, Evidence evidence, ValueStatus status) {
        if (sites.size() + allowed.size() + unresolved.size() >= MOST_PLACES) {
            return;
        }
        if (!found.resolved()) {
            view.issue(Issue.LOCATION_UNPARSED, text);
            unresolved.add(new PlaceMention(null, LocationRole.WORK_SITE, false, text, ValueStatus.UNPARSED, evidence));
            return;
        }
        if (!found.sure()) {
            view.issue(Issue.LOCATION_AMBIGUOUS, text);
        }
        int modes = found.modes();
        boolean elsewhere = (modes & (PlaceListReader.HYBRID | PlaceListReader.ONSITE)) != 0
                && (modes & PlaceListReader.REMOTE) == 0;
        notRemoteSites |= elsewhere;
        if (!elsewhere) {
            for (String code : gazetteer.regionCodes(found.id())) {
                siteRegions.putIfAbsent(code, evidence);
            }
        }
        Place place = place(found);
        if (gazetteer.isArea(found.id())) {
            // A group of countries is where one may work from, never where the work is done.
            allowed.putIfAbsent(
                    place.locationId(),
                    new PlaceMention(place, LocationRole.REMOTE_ALLOWED, false, text, status, evidence));
            return;
        }
        int country = gazetteer.country(found.id());
        countries.add(country);
        sites.putIfAbsent(
                place.locationId(), new PlaceMention(place, LocationRole.WORK_SITE, false, text, status, evidence));
    }

    /**
     * The place found. A town too small for the gazetteer is known by its name and what it lies in: "Annapolis Junction,
     * MD" is a city of that name in Maryland.
     */
    Place place(Found found) {
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

    /** The places of a sentence are believed where they agree with what the header says, or where it says nothing. */
    void addFitting(Listing listing, String rule) {
        boolean stated = !sites.isEmpty();
        // Several offices may be named one after the other; they complete a header that names their country alone.
        boolean cities = headPlaces
                ? headCities
                : sites.values().stream().anyMatch(site -> site.place().city() != null);
        boolean completes = completes(listing)
                || repeats(listing) && (!rule.equals("workplace.label") || isInNamedCountries(listing));
        // An office abroad that one may work from does not let one live there.
        Set<String> named = rule.equals("workplace.text.office") ? Set.copyOf(siteRegions.keySet()) : Set.of();
        for (Found found : listing.places()) {
            if (!found.resolved() || gazetteer.isArea(found.id())) {
                continue;
            }
            int country = gazetteer.country(found.id());
            boolean fits =
                    !stated || completes || !cities && gazetteer.isCity(found.id()) && countries.contains(country);
            if (fits) {
                String text = view.text();
                add(
                        found,
                        text.substring(found.start(), found.end()),
                        Evidence.text(found.start(), found.end(), rule),
                        ValueStatus.PARSED);
            }
        }
        if (!named.isEmpty()) {
            siteRegions.keySet().retainAll(named);
        }
    }

    /** Behind a label a list may go into detail: "Soho, Manhattan, NYC" are three places of that name only by chance. */
    private boolean isInNamedCountries(Listing listing) {
        return listing.places().stream()
                .allMatch(found -> found.resolved() && countries.contains(gazetteer.country(found.id())));
    }

    /**
     * Whether a list of cities holds one that the header names, or lies in the country that the header names alone: "in one
     * of our offices in Lyon, Turin or Ghent". Then the others are places of work as well.
     */
    private boolean repeats(Listing listing) {
        boolean holds = false;
        int end = -1;
        for (Found found : listing.places()) {
            // "Birmingham Office - Alabaster, AL" is one place
            if (end >= 0
                    && end < found.start()
                    && view.text().substring(end, found.start()).indexOf('-') >= 0) {
                return false;
            }
            end = found.end();
            boolean known = found.resolved()
                    && (found.town() != null
                            || gazetteer.isCity(found.id())
                                    && (found.sure() || gazetteer.population(found.id()) >= LARGE_CITY));
            if (!known) {
                return false;
            }
            holds |= headCities
                    ? sites.containsKey(place(found).locationId())
                    : countries.contains(gazetteer.country(found.id()));
        }
        return holds && headPlaces && listing.places().size() > 1;
    }

    /** Whether a list of countries holds the one that the header names alone: "based in Finland, Sweden or Greece". */
    private boolean completes(Listing listing) {
        boolean holds = false;
        for (Found found : listing.places()) {
            if (!found.resolved() || !gazetteer.isCountry(found.id())) {
                return false;
            }
            holds |= countries.contains(found.id());
        }
        return holds && headPlaces && !headCities && listing.places().size() > 1;
    }

    /** Notes the places of a list as those where a remote worker may be. */
    void allow(Listing listing, String rule) {
        if (completes(listing)) {
            addFitting(listing, rule);
        }
        for (Found found : listing.places()) {
            if (!found.resolved()) {
                continue;
            }
            Evidence evidence = Evidence.text(found.start(), found.end(), rule);
            for (String code : gazetteer.regionCodes(found.id())) {
                regions.putIfAbsent(code, evidence);
            }
            Place place = place(found);
            allowed.putIfAbsent(
                    place.locationId(),
                    new PlaceMention(
                            place,
                            LocationRole.REMOTE_ALLOWED,
                            false,
                            view.text().substring(found.start(), found.end()),
                            ValueStatus.PARSED,
                            evidence));
        }
    }

    /**
     * "A remote position for candidates in Ghana", and no place named otherwise: the work is done there, as it is where a
     * header says "Ghana, Remote".
     */
    void takeAllowedCountries() {
        if (!sites.isEmpty() || !unresolved.isEmpty() || allowed.size() > MOST_COUNTRIES) {
            return;
        }
        allowed.forEach((id, place) -> {
            if (place.place().precision() == LocationPrecision.COUNTRY) {
                sites.put(
                        id,
                        new PlaceMention(
                                place.place(),
                                LocationRole.WORK_SITE,
                                false,
                                place.rawText(),
                                place.status(),
                                place.evidence()));
            }
        });
    }

    // ---- conclusions ----

    WorkModeReading mode() {
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
        if (modes.customRemote != null) {
            return new WorkModeReading(WorkMode.REMOTE, ValueStatus.PARSED, modes.customRemote);
        }
        return new WorkModeReading(WorkMode.NOT_STATED, ValueStatus.NOT_STATED, null);
    }

    List<PlaceMention> places() {
        List<PlaceMention> places = new ArrayList<>();
        PlaceMention primary = isAlphabetical() ? mostNamed() : first();
        for (PlaceMention site : sites.values()) {
            places.add(
                    site != primary
                            ? site
                            : new PlaceMention(
                                    site.place(), site.role(), true, site.rawText(), site.status(), site.evidence()));
        }
        places.addAll(allowed.values());
        places.addAll(unresolved);
        return places;
    }

    /** The first city, else the first place of any kind. */
    private PlaceMention first() {
        PlaceMention first = null;
        for (PlaceMention site : sites.values()) {
            if (first == null
                    || first.place().precision() != LocationPrecision.CITY
                            && site.place().precision() == LocationPrecision.CITY) {
                first = site;
            }
        }
        return first;
    }

    /** Whether the work sites are countries by the alphabet, the first of which is the main one by chance only. */
    private boolean isAlphabetical() {
        if (sites.size() < FEWEST_LISTED) {
            return false;
        }
        Place before = null;
        int names = 0;
        int codes = 0;
        for (PlaceMention site : sites.values()) {
            Place place = site.place();
            if (place.precision() != LocationPrecision.COUNTRY) {
                return false;
            }
            if (before != null) {
                names += Gazetteer.fold(before.name()).compareTo(Gazetteer.fold(place.name())) > 0 ? 1 : 0;
                codes += before.countryCode().compareTo(place.countryCode()) > 0 ? 1 : 0;
            }
            before = place;
        }
        // "Korea, Republic of" may stand at either letter
        return Math.min(names, codes) * 10 <= sites.size() - FEWEST_LISTED;
    }

    /** The one of many countries that title and text name more often than any other; null when none stands out. */
    private PlaceMention mostNamed() {
        String text = view.text();
        String searched = Objects.requireNonNullElse(view.raw().title(), "") + "\n"
                + text.substring(0, Math.min(text.length(), SEARCHED));
        PlaceMention most = null;
        int best = 0;
        boolean tie = false;
        for (PlaceMention site : sites.values()) {
            int times = 0;
            String name = site.place().name();
            for (int at = searched.indexOf(name); at >= 0; at = searched.indexOf(name, at + name.length())) {
                times++;
            }
            tie = times == best || tie && times < best;
            if (times > best) {
                most = site;
                best = times;
            }
        }
        return tie ? null : most;
    }

    List<RemoteRegion> regions(WorkModeReading mode) {
        if (mode.mode() != WorkMode.REMOTE) {
            return List.of();
        }
        Map<String, Evidence> regions = new LinkedHashMap<>(siteRegions);
        this.regions.forEach(regions::putIfAbsent);
        if (regions.isEmpty() && anywhere != null) {
            regions.put("WORLD", anywhere);
        }
        List<RemoteRegion> result = new ArrayList<>();
        regions.forEach((code, evidence) -> result.add(new RemoteRegion(code, evidence)));
        return result;
    }
}
