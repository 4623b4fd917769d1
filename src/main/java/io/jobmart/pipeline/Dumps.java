package io.jobmart.pipeline;

import io.jobmart.store.Batch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a load changes about the dumps that the warehouse holds: a dump is the files of one source and day, in one load or
 * in several.
 *
 * <p>A file that was loaded before (the same bytes under the same name in the same dump) is not loaded again; so a load
 * that is repeated, or that finds more files than last time, adds what is new. Files that an earlier version of the code
 * or of its settings has read are read again when the load names all of their dump. With {@code --replace}, the dump
 * takes the place of whatever was loaded for its source and days.
 *
 * @param fresh files to load
 * @param kept what stays of the batches before
 * @param declared whether the warehouse knows already what the load says of its dumps
 */
record Dumps(List<InventoryEntry> fresh, List<Batch> kept, boolean declared) {

    /** The keys of a batch's files, by day. */
    interface Files {
        Map<String, Set<Long>> of(Batch batch) throws IOException;
    }

    static Dumps of(
            List<Batch> published, List<InventoryEntry> inventory, LoadOptions options, Files files, Staging staging)
            throws IOException {
        Map<String, Set<Long>> given = new HashMap<>();
        for (InventoryEntry file : inventory) {
            given.computeIfAbsent(file.asOf().toString(), day -> new HashSet<>())
                    .add(file.key(options.source()));
        }
        if (options.asOf() != null) {
            given.computeIfAbsent(options.asOf().toString(), day -> new HashSet<>());
        }
        Set<Long> loaded = new HashSet<>();
        Set<String> complete = new HashSet<>();
        List<Batch> kept = new ArrayList<>();
        for (Batch batch : published) {
            boolean same = batch.source().equals(options.source())
                    && batch.days().stream().anyMatch(given::containsKey);
            if (!same) {
                kept.add(batch);
                continue;
            }
            Map<String, Set<Long>> known = files.of(batch);
            boolean old = !staging.isOfThisVersion(batch);
            List<String> days = new ArrayList<>();
            for (String day : batch.days()) {
                Set<Long> ofDay = known.getOrDefault(day, Set.of());
                Set<Long> now = given.get(day);
                boolean again =
                        now != null && (options.replace() ? !now.equals(ofDay) || old : old && now.containsAll(ofDay));
                if (again) {
                    continue;
                }
                days.add(day);
                loaded.addAll(ofDay);
                if (batch.complete()) {
                    complete.add(day);
                }
            }
            if (!days.isEmpty()) {
                kept.add(days.equals(batch.days()) ? batch : batch.of(days));
            }
        }
        List<InventoryEntry> fresh = inventory.stream()
                .filter(file -> !loaded.contains(file.key(options.source())))
                .toList();
        boolean declared = !options.complete() || complete.containsAll(given.keySet());
        return new Dumps(fresh, kept, declared);
    }
}
