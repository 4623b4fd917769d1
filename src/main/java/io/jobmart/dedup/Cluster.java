package io.jobmart.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ads that were found to be for one job, with what all of them agree on.
 *
 * <p>The vetoes are between whole clusters: an ad that names no city must not lead ads of two cities into one group. Of
 * each attribute the cluster keeps the values that go with all members; two clusters that have none in common are two
 * jobs.
 */
final class Cluster {
    /** So many stays of one source are told apart; more are taken for one of the whole time, which forbids more. */
    private static final int STAYS = 64;

    private Set<String> requisitions;
    private Set<String> countries;
    private Set<String> seniorities;
    private Set<String> cities;
    private Set<String> companies;
    private final Map<Long, List<Stay>> stays = new HashMap<>();

    /** Numbered ads of one text in the dumps of one source; words are null where it is not known. */
    private record Stay(Long words, int first, int last) {
        boolean isSameText(Stay other) {
            return words != null && words.equals(other.words);
        }

        Stay with(Stay other, Long text) {
            return new Stay(text, Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    Cluster(Ad ad) {
        requisitions = known(ad.requisition());
        countries = ad.countries();
        seniorities = known(ad.seniority());
        cities = ad.cities();
        companies = ad.companies();
        if (ad.numbered()) {
            stays.put(ad.source(), new ArrayList<>(List.of(new Stay(ad.words(), ad.firstSeen(), ad.lastSeen()))));
        }
    }

    /** Whether nothing forbids that two clusters are one job, by a method that found them to be one. */
    boolean goesWith(Cluster other, Method method) {
        return agree(requisitions, other.requisitions)
                && (countries.isEmpty()
                        || other.countries.isEmpty()
                        || !Regions.common(countries, other.countries).isEmpty())
                && agree(seniorities, other.seniorities)
                && agree(cities, other.cities)
                // One address is one job, whoever is said to hire there: agencies post their clients' jobs.
                && (method == Method.LINK || agree(companies, other.companies))
                && (method != Method.CONTAINED || !companies.isEmpty() && !other.companies.isEmpty())
                && !seenTogether(other);
    }

    /**
     * Whether a dump shows an ad of each under numbers of their own: then they are two openings, unless the ads are the same
     * word by word, which says that one was entered twice.
     */
    private boolean seenTogether(Cluster other) {
        for (Map.Entry<Long, List<Stay>> source : other.stays.entrySet()) {
            for (Stay own : stays.getOrDefault(source.getKey(), List.of())) {
                for (Stay others : source.getValue()) {
                    if (own.first <= others.last && others.first <= own.last && !own.isSameText(others)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    void add(Cluster other) {
        requisitions = common(requisitions, other.requisitions);
        countries = countries.isEmpty() || other.countries.isEmpty()
                ? common(countries, other.countries)
                : Regions.common(countries, other.countries);
        seniorities = common(seniorities, other.seniorities);
        cities = common(cities, other.cities);
        // Found by their address, companies may have none in common: then both are known for the job.
        companies = agree(companies, other.companies)
                ? common(companies, other.companies)
                : union(companies, other.companies);
        other.stays.forEach((source, more) -> more.forEach(stay -> add(source, stay)));
    }

    private void add(Long source, Stay stay) {
        List<Stay> known = stays.computeIfAbsent(source, key -> new ArrayList<>());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).isSameText(stay)) {
                known.set(i, known.get(i).with(stay, stay.words()));
                return;
            }
        }
        if (known.size() < STAYS) {
            known.add(stay);
        } else {
            known.set(STAYS - 1, known.get(STAYS - 1).with(stay, null));
        }
    }

    private static Set<String> known(String value) {
        return value == null ? Set.of() : Set.of(value);
    }

    private static boolean agree(Set<String> a, Set<String> b) {
        return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(b::contains);
    }

    private static Set<String> common(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty() || Objects.equals(a, b)) {
            return a.isEmpty() ? b : a;
        }
        Set<String> common = new TreeSet<>(a);
        common.retainAll(b);
        return common;
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }
}
