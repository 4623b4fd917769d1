package io.jobmart.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds the ads that are for one job.
 *
 * <p>The rungs of the ladder are taken one after the other, the surest first ({@link Method}). Each joins clusters that
 * meet under one name, such as one address, when nothing forbids it ({@link Cluster#goesWith}). Similar texts come last,
 * by another rule: a cluster is compared with those that stand for a group already, and joins the one that it is most like
 * or becomes one that others are compared with. So every text was compared with the text that stands for its group, and no
 * chain of small changes joins two that are far apart.
 *
 * <p>Ads are taken in the order of their first sighting, then the longer text, then the key: the order in which they come
 * in does not matter. The first of a group stands for it. The work grows with the number of ads: texts meet by their
 * lowest hashes, and where too many meet, the rest is not compared and counted.
 */
public final class DuplicateGroups {
    /** The least share of word sequences in common of two texts that are nearly the same. */
    public static final double SIMILAR = 0.75;

    /** The least share of a shorter text's word sequences in the longer one that it is a part of. */
    public static final double CONTAINED = 0.9;

    /** So much more like one text than another a text must be to be taken for the one. */
    private static final double CLEAR = 0.05;

    /** So many clusters that meet under one name are looked at. */
    public static final int LIMIT = 200;

    /** So many of the lowest hashes bring texts together: of two that are alike by 0.75, one in 300 has none in common. */
    public static final int LOWEST = 3;

    private static final Comparator<Ad> ORDER = Comparator.comparingInt(Ad::firstSeen)
            .thenComparingInt(ad -> -ad.sketch().length)
            .thenComparingLong(Ad::key);

    private final List<Ad> ads;
    private final Map<Long, Integer> number = new HashMap<>();
    private final int[] parent;
    private final Cluster[] clusters;
    private final Method[] methods;
    private final int[] skipped;
    /** Of the sketches that were compared. */
    private final long[][] bits;

    private DuplicateGroups(List<Ad> input) {
        ads = new ArrayList<>(input);
        ads.sort(ORDER);
        parent = new int[ads.size()];
        clusters = new Cluster[ads.size()];
        methods = new Method[ads.size()];
        skipped = new int[ads.size()];
        bits = new long[ads.size()][];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            clusters[i] = new Cluster(ads.get(i));
            number.put(ads.get(i).key(), i);
        }
    }

    /**
     * An ad in its group.
     *
     * @param group key of the ad that stands for the group
     * @param type how it relates to that ad, without regard to time; of that ad itself {@code UNIQUE}
     * @param method how it was found; null where it stands for a group or alone
     * @param score similarity of its text and that ad's; of PARTIAL the share of the shorter text; 1 where one has no text
     * @param skipped clusters that it met and was not compared with
     */
    public record Member(long key, long group, DuplicateType type, Method method, double score, int skipped) {}

    /** The groups of ads: each ad once, in the order in which they were taken. */
    public static List<Member> of(List<Ad> ads) {
        DuplicateGroups groups = new DuplicateGroups(ads);
        groups.joinBy(Method.LINK, Ad::links);
        groups.joinBy(Method.REQUISITION, DuplicateGroups::requisitions);
        groups.joinBy(Method.WORDS, ad -> ad.words() == null ? List.of() : List.of(ad.words()));
        groups.joinByText();
        return groups.members();
    }

    /** A requisition's names: the company is one of those named. */
    private static List<String> requisitions(Ad ad) {
        return ad.requisition() == null || ad.title() == null
                ? List.of()
                : new TreeSet<>(ad.companies())
                        .stream()
                                .map(company -> company + '\n' + ad.requisition() + '\n' + ad.title())
                                .toList();
    }

    private <N> void joinBy(Method method, Function<Ad, List<N>> names) {
        Map<N, List<Integer>> meetings = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            for (N name : names.apply(ads.get(i))) {
                meetings.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> meeting : meetings.values()) {
            // Those that name city and company come first, so that it shows whether there are several jobs here.
            meeting.sort(Comparator.comparingInt((Integer ad) -> silence(ads.get(ad)))
                    .thenComparing(Comparator.naturalOrder()));
            // The clusters that are here so far; several, where something forbids to join them.
            Set<Integer> here = new LinkedHashSet<>();
            for (int ad : meeting) {
                join(ad, here, method);
            }
        }
    }

    private static int silence(Ad ad) {
        return (ad.cities().isEmpty() ? 1 : 0)
                + (ad.companies().isEmpty() ? 1 : 0)
                + (ad.countries().isEmpty() ? 1 : 0);
    }

    private void join(int ad, Set<Integer> here, Method method) {
        int own = root(ad);
        if (here.contains(own)) {
            return;
        }
        List<Integer> fitting = here.stream()
                .filter(other -> clusters[other].goesWith(clusters[own], method))
                .toList();
        if (fitting.size() == 1) {
            // The earlier one stands for both, whichever it is.
            int other = fitting.get(0);
            int earlier = Math.min(own, other);
            unite(earlier, Math.max(own, other), method);
            if (earlier != other) {
                here.remove(other);
                here.add(earlier);
            }
        } else if (fitting.isEmpty() && here.size() < LIMIT) {
            here.add(own);
        } else if (fitting.isEmpty()) {
            skipped[ad]++;
        }
        // What goes with several jobs that do not go together, since it names no place, may be any of them: it stays
        // alone.
    }

    private void joinByText() {
        Map<Object, List<Integer>> hubs = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            Ad ad = ads.get(i);
            if (root(i) != i || ad.title() == null || ad.sketch().length == 0) {
                continue;
            }
            List<Object> names = names(ad);
            int hub = hub(i, names, hubs);
            if (hub < 0) {
                for (Object name : names) {
                    hubs.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
                }
            }
        }
    }

    /** Joins a cluster to the group that it is most like; returns it, or -1 where there is none. */
    private int hub(int own, List<Object> names, Map<Object, List<Integer>> hubs) {
        IntStream.Builder met = IntStream.builder();
        for (Object name : names) {
            List<Integer> known = hubs.getOrDefault(name, List.of());
            for (int i = 0; i < Math.min(known.size(), LIMIT); i++) {
                met.add(known.get(i));
            }
            skipped[own] = Math.max(skipped[own], known.size() - LIMIT);
        }
        int[] candidates = met.build().sorted().toArray();
        int best = -1;
        Match match = null;
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            int candidate = candidates[i];
            // Many are met under several names.
            Match found = i > 0 && candidate == candidates[i - 1] ? null : match(candidate, own);
            if (found != null) {
                matches.add(found);
                if (match == null || found.score() > match.score()) {
                    match = found;
                    best = candidate;
                }
            }
        }
        for (Match other : matches) {
            // As above: what is equally like two jobs that do not go together may be either.
            if (other.hub() != best
                    && other.score() > match.score() - CLEAR
                    && !clusters[best].goesWith(clusters[other.hub()], Method.SIMILAR)) {
                return -1;
            }
        }
        if (best >= 0) {
            unite(best, own, match.method());
        }
        return best;
    }

    /** @param score above 1 for a similar text, which goes before one that is only contained */
    private record Match(int hub, Method method, double score) {}

    private Match match(int hub, int own) {
        if (!Sketches.mayMatch(
                ads.get(hub).sketch(), bits(hub), ads.get(own).sketch(), bits(own), SIMILAR, CONTAINED)) {
            return null;
        }
        Sketches.Overlap overlap =
                Sketches.of(ads.get(hub).sketch(), ads.get(own).sketch(), SIMILAR, CONTAINED);
        boolean similar = overlap.similarity() >= SIMILAR;
        if (!similar && overlap.containment() < CONTAINED) {
            return null;
        }
        Method method = similar ? Method.SIMILAR : Method.CONTAINED;
        return clusters[hub].goesWith(clusters[own], method)
                ? new Match(hub, method, similar ? 1 + overlap.similarity() : overlap.containment())
                : null;
    }

    private long[] bits(int ad) {
        if (bits[ad] == null) {
            bits[ad] = Sketches.bits(ads.get(ad).sketch());
        }
        return bits[ad];
    }

    /** What texts meet under: one title with one of the lowest hashes, or with one company. */
    private static List<Object> names(Ad ad) {
        List<Object> names = new ArrayList<>();
        for (int i = 0; i < Math.min(LOWEST, ad.sketch().length); i++) {
            names.add(List.of(ad.title(), ad.sketch()[i]));
        }
        ad.companies().forEach(company -> names.add(List.of(ad.title(), company)));
        return names;
    }

    private int root(int ad) {
        int root = ad;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private void unite(int earlier, int later, Method method) {
        parent[later] = earlier;
        methods[later] = method;
        clusters[earlier].add(clusters[later]);
        clusters[later] = null;
    }

    private List<Member> members() {
        List<Member> members = new ArrayList<>(parent.length);
        for (int i = 0; i < parent.length; i++) {
            Ad ad = ads.get(i);
            Ad representative = ads.get(root(i));
            if (ad.key() == representative.key()) {
                members.add(new Member(ad.key(), ad.key(), DuplicateType.UNIQUE, null, 1, skipped[i]));
                continue;
            }
            Sketches.Overlap overlap = Sketches.of(ad.sketch(), representative.sketch());
            boolean equal = ad.words() != null && ad.words().equals(representative.words());
            boolean silent = ad.sketch().length == 0 || representative.sketch().length == 0;
            boolean similar = overlap.similarity() >= SIMILAR;
            boolean part = !equal && !similar && (silent || overlap.containment() >= CONTAINED);
            members.add(new Member(
                    ad.key(),
                    representative.key(),
                    equal ? DuplicateType.FULL : part ? DuplicateType.PARTIAL : DuplicateType.SEMANTIC,
                    methods[i],
                    equal || silent ? 1 : part ? overlap.containment() : overlap.similarity(),
                    skipped[i]));
        }
        return members;
    }
}
