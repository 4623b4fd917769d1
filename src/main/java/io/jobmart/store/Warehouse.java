package io.jobmart.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A warehouse on disk: immutable snapshots, one pointer to the current one, staged batches, and a lock.
 *
 * <pre>
 * CURRENT.json              which snapshot readers see; replaced atomically, after everything else is in place
 * current                   symbolic link to the same snapshot, on local file systems
 * snapshots/ID/             MANIFEST.json, FILES.json and one directory per table; never changed once published
 * parsed/BATCH/             the staged records of one load, and FILES.json; BATCH.json is written last
 * LOCK                      the lease of the load that writes
 * </pre>
 *
 * Reading needs no lock. Everything that writes goes through a {@link Writer}.
 */
public final class Warehouse {
    /** The pointer. */
    public static final String CURRENT = "CURRENT.json";
    /** The symbolic link beside the pointer. */
    public static final String LINK = "current";
    /** The directory of snapshots. */
    public static final String SNAPSHOTS = "snapshots";
    /** The directory of staged batches. */
    public static final String PARSED = "parsed";
    /** What a snapshot is made of and holds. */
    public static final String MANIFEST = "MANIFEST.json";
    /** The completion marker of a staged batch. */
    public static final String BATCH = "BATCH.json";

    /** What a snapshot or a batch consists of on disk. */
    static final String FILES = "FILES.json";

    static final String LOCK = "LOCK";
    static final String TEMPORARY = ".tmp";

    /** How long a load is expected to take at most. A lease past it is named as stale, and still holds. */
    private static final Duration LEASE = Duration.ofHours(12);

    /** Between two looks whether the lock is free. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** Locks that this process holds. */
    private static final AtomicInteger HELD = new AtomicInteger();

    private final Storage storage;

    private Warehouse(Storage storage) {
        this.storage = storage;
    }

    /**
     * A warehouse, whether there is one yet or not; nothing is created before a {@link #write}.
     *
     * @param location a path of any file system that Hadoop knows
     */
    public static Warehouse at(String location, Configuration configuration) throws IOException {
        return new Warehouse(Storage.at(location, configuration));
    }

    public Path root() {
        return storage.root;
    }

    /** The pointer; empty when nothing was published yet. */
    public Optional<Pointer> current() throws IOException {
        Optional<byte[]> bytes = storage.read(CURRENT);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Json.read(bytes.get(), Pointer.class));
    }

    /**
     * The manifest of a published snapshot.
     *
     * @throws DamagedException when it is missing or not the one that the pointer names
     */
    public Manifest manifest(Pointer pointer) throws IOException {
        return manifest(pointer.snapshot(), pointer.manifestSha256());
    }

    private Manifest manifest(String snapshot, String sha256) throws IOException {
        String name = SNAPSHOTS + "/" + snapshot + "/" + MANIFEST;
        byte[] bytes = storage.read(name)
                .orElseThrow(
                        () -> new DamagedException("The warehouse is damaged: " + storage.path(name) + " is missing"));
        if (!sha256(bytes).equals(sha256)) {
            throw new DamagedException("The warehouse is damaged: " + storage.path(name) + " is not the manifest that "
                    + CURRENT + " names (SHA-256 " + sha256 + ")");
        }
        return Json.read(bytes, Manifest.class);
    }

    /**
     * The manifest of a kept snapshot.
     *
     * @throws DamagedException when it is missing or not the one that the pointer names
     */
    public Manifest manifest(Pointer.Earlier kept) throws IOException {
        return manifest(kept.snapshot(), kept.manifestSha256());
    }

    /** Whether a snapshot holds what this id stands for: it may be another one's second making. */
    public static boolean holds(String snapshot, String id) {
        return snapshot.equals(id)
                || snapshot.startsWith(id + "-")
                        && snapshot.substring(id.length() + 1).chars().allMatch(Character::isDigit);
    }

    public Path snapshot(String id) {
        return storage.path(SNAPSHOTS + "/" + id);
    }

    public Path parsed(String batchId) {
        return storage.path(PARSED + "/" + batchId);
    }

    /** A completely staged batch; empty when there is none of that id, or half of one. */
    public Optional<Batch> batch(String batchId) throws IOException {
        Optional<byte[]> bytes = storage.read(PARSED + "/" + batchId + "/" + BATCH);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Json.read(bytes.get(), Batch.class));
    }

    /** What shows without reading data that a published snapshot is not as it was written. */
    public List<Damage> damagesOfSnapshot(String id) throws IOException {
        return damages(SNAPSHOTS + "/" + id);
    }

    /** What shows without reading data that the rows of a batch are not as they were staged. */
    public List<Damage> damagesOfBatch(Batch batch) throws IOException {
        List<Damage> damages = new ArrayList<>();
        for (String id : neededBy(batch)) {
            damages.addAll(damages(PARSED + "/" + id));
        }
        return damages;
    }

    private List<Damage> damages(String directory) throws IOException {
        FileList list;
        try {
            list = list(directory);
        } catch (DamagedException e) {
            return List.of(new Damage(directory + "/" + FILES, e.getMessage()));
        }
        Map<String, Long> found = new TreeMap<>(storage.files(directory));
        List<Damage> damages = new ArrayList<>();
        for (FileList.Entry file : list.files()) {
            String path = directory + "/" + file.path();
            Long size = found.remove(file.path());
            if (size == null) {
                damages.add(new Damage(path, "is missing"));
            } else if (size != file.bytes()) {
                damages.add(new Damage(path, "has " + size + " bytes of " + file.bytes()));
            }
        }
        found.keySet().stream()
                .filter(file -> !MARKERS.contains(file))
                .forEach(file -> damages.add(new Damage(directory + "/" + file, "does not belong there")));
        return damages;
    }

    private FileList list(String directory) throws IOException {
        byte[] bytes = storage.read(directory + "/" + FILES).orElseThrow(() -> new DamagedException("is missing"));
        try {
            return Json.read(bytes, FileList.class);
        } catch (IOException e) {
            throw new DamagedException("is no list of files");
        }
    }

    /** The checksums that the files of a kept snapshot and of the batches that it was made from had, by their paths. */
    public Map<Path, String> checksums(Pointer.Earlier kept) throws IOException {
        Set<String> directories = new TreeSet<>(Set.of(SNAPSHOTS + "/" + kept.snapshot()));
        for (Batch batch : manifest(kept).batches()) {
            neededBy(batch).forEach(id -> directories.add(PARSED + "/" + id));
        }
        Map<Path, String> checksums = new TreeMap<>();
        for (String directory : directories) {
            for (FileList.Entry file : list(directory).files()) {
                checksums.put(storage.path(directory + "/" + file.path()), file.crc32c());
            }
        }
        return checksums;
    }

    /** Written after the list. */
    private static final Set<String> MARKERS = Set.of(FILES, MANIFEST, BATCH);

    /** @param before the directory that files of the same names and sizes were taken over from; null for none */
    private void list(String directory, String before, Checksums checksums) throws IOException {
        Map<String, FileList.Entry> known = new HashMap<>();
        if (before != null) {
            try {
                list(before).files().forEach(file -> known.put(file.path(), file));
            } catch (DamagedException e) {
                // A rebuild takes nothing over from a damaged snapshot, so all its files are read.
                known.clear();
            }
        }
        Map<String, Long> files = storage.files(directory);
        List<Path> unread = new ArrayList<>();
        files.forEach((file, size) -> {
            if (!known.containsKey(file) || known.get(file).bytes() != size) {
                known.remove(file);
                unread.add(storage.path(directory + "/" + file));
            }
        });
        Map<Path, String> read = checksums.of(unread);
        List<FileList.Entry> entries = new ArrayList<>();
        files.forEach((file, size) -> entries.add(
                known.containsKey(file)
                        ? known.get(file)
                        : new FileList.Entry(file, size, read.get(storage.path(directory + "/" + file)))));
        storage.replace(directory + "/" + FILES, Json.bytes(new FileList(entries)));
    }

    /** What {@link Writer#expire} would delete now. Changes nothing, and needs no lock. */
    public Expiry expiry(Retention retention) throws IOException {
        Pointer now = current().orElse(null);
        if (now == null) {
            return new Expiry(List.of(), List.of());
        }
        Garbage garbage = garbage(retention.apply(now, Instant.now()));
        if (storage.exists(LOCK)) {
            // What is in no snapshot may be what another run writes at this moment.
            garbage = garbage.within(published(now), neededBy(now));
        }
        return measured(garbage);
    }

    /** What is there and no kept snapshot needs, by the names of directories. */
    private record Garbage(List<String> snapshots, List<String> batches) {
        Garbage within(Set<String> someSnapshots, Set<String> someBatches) {
            return new Garbage(
                    snapshots.stream().filter(someSnapshots::contains).toList(),
                    batches.stream().filter(someBatches::contains).toList());
        }
    }

    private Garbage garbage(Pointer kept) throws IOException {
        Set<String> snapshots = published(kept);
        Set<String> batches = neededBy(kept);
        return new Garbage(
                storage.names(SNAPSHOTS).stream()
                        .filter(name -> !snapshots.contains(name))
                        .toList(),
                storage.names(PARSED).stream()
                        .filter(name -> !batches.contains(name))
                        .toList());
    }

    private static Set<String> published(Pointer pointer) {
        return pointer == null
                ? Set.of()
                : pointer.kept().stream().map(Pointer.Earlier::snapshot).collect(Collectors.toSet());
    }

    /** The staged batches that the kept snapshots were made from, and could be made from again. */
    private Set<String> neededBy(Pointer pointer) throws IOException {
        Set<String> needed = new HashSet<>();
        for (Pointer.Earlier kept : pointer.kept()) {
            for (Batch batch : manifest(kept).batches()) {
                needed.addAll(neededBy(batch));
            }
        }
        return needed;
    }

    /** The directories below {@link #PARSED} that hold a batch's rows. */
    private static Set<String> neededBy(Batch batch) {
        Set<String> needed = new HashSet<>(batch.readings());
        needed.add(batch.id());
        return needed;
    }

    private Expiry measured(Garbage garbage) throws IOException {
        return new Expiry(measured(SNAPSHOTS, garbage.snapshots()), measured(PARSED, garbage.batches()));
    }

    private List<Expiry.Removal> measured(String directory, List<String> names) throws IOException {
        List<Expiry.Removal> removals = new ArrayList<>();
        for (String name : names) {
            removals.add(new Expiry.Removal(name, storage.bytes(directory + "/" + name)));
        }
        return List.copyOf(removals);
    }

    /**
     * Takes the lock, creating the warehouse when there is none, clears what killed runs left, and points the link to
     * where the pointer points.
     *
     * @param breakLock whether to take the lock from a holder that is not known to be dead
     * @throws LockedException when another load holds the warehouse
     */
    public Writer write(boolean breakLock) throws IOException {
        return write(breakLock, Duration.ZERO, waitedFor -> {});
    }

    /**
     * The same, but waits for a holder to let go.
     *
     * @param wait for how long at most
     * @param waiting is told once whom it waits for
     * @throws LockedException when another load holds the warehouse all that time
     */
    public Writer write(boolean breakLock, Duration wait, Consumer<String> waiting) throws IOException {
        storage.makeDirectory("");
        Lease lease = lock(breakLock, wait, waiting);
        HELD.incrementAndGet();
        Writer writer;
        try {
            writer = new Writer(lease, storage.read(CURRENT).orElse(null));
        } catch (IOException | RuntimeException e) {
            release(lease);
            throw e;
        }
        try {
            writer.clearRemains();
            if (writer.base != null) {
                storage.link(LINK, SNAPSHOTS + "/" + writer.base.snapshot());
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private Lease lock(boolean breakLock, Duration wait, Consumer<String> waiting) throws IOException {
        Instant end = Instant.now().plus(wait);
        for (boolean told = false; ; told = true) {
            try {
                return lock(breakLock);
            } catch (LockedException e) {
                if (!Instant.now().isBefore(end)) {
                    throw e;
                }
                if (!told) {
                    waiting.accept(e.holder());
                }
            }
            try {
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while waiting for the lock of " + root());
            }
        }
    }

    private Lease lock(boolean breakLock) throws IOException {
        Lease lease = Lease.ofThisProcess(LEASE);
        byte[] content = Json.bytes(lease);
        // Twice, since the holder may let go between the two looks.
        for (int attempt = 0; attempt < 2; attempt++) {
            if (storage.createNew(LOCK, content)) {
                return lease;
            }
            byte[] held = storage.read(LOCK).orElse(null);
            if (held == null) {
                continue;
            }
            // A store may say that it failed, or that the file was there before, of a write that it did: when its
            // answer
            // was lost and the request was sent again.
            if (Arrays.equals(held, content)) {
                return lease;
            }
            Lease holder = leaseOf(held);
            boolean dead = holder != null && holder.ownerIsDead();
            if ((dead || breakLock) && storage.replaceIf(LOCK, held, content)) {
                return lease;
            }
            if (!dead && !breakLock) {
                throw new LockedException(
                        root(),
                        holder == null ? "a holder that its file LOCK does not name" : holder.toString(),
                        holder == null || holder.expired());
            }
        }
        throw new LockedException(root(), "another run, which took it at the same moment", false);
    }

    private void release(Lease lease) throws IOException {
        try {
            byte[] lock = storage.read(LOCK).orElse(null);
            if (lock != null && new String(lock, StandardCharsets.UTF_8).contains(lease.token())) {
                storage.delete(LOCK);
            }
        } finally {
            HELD.decrementAndGet();
        }
    }

    /** Whether this process holds the lock of any warehouse. */
    public static boolean isHeld() {
        return HELD.get() > 0;
    }

    private static Lease leaseOf(byte[] content) {
        try {
            return Json.read(content, Lease.class);
        } catch (IOException e) {
            return null;
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The right to write to a warehouse, until it is closed. */
    public final class Writer implements AutoCloseable {
        private final Lease lease;
        private final byte[] basePointer;
        private final Pointer base;

        /** @param pointer as it lies there; null when there is none */
        private Writer(Lease lease, byte[] pointer) throws IOException {
            this.lease = lease;
            this.basePointer = pointer;
            this.base = pointer == null ? null : Json.read(pointer, Pointer.class);
        }

        /** What was current when the lock was taken; empty when nothing was. */
        public Optional<Pointer> base() {
            return Optional.ofNullable(base);
        }

        /** An empty place for a batch's staged records. */
        public Path newBatch(String batchId) throws IOException {
            deleteBatch(batchId);
            storage.makeDirectory(PARSED + "/" + batchId);
            return parsed(batchId);
        }

        /** Marks a batch as completely staged. */
        public void complete(Batch batch, Checksums checksums) throws IOException {
            list(PARSED + "/" + batch.id(), null, checksums);
            storage.replace(PARSED + "/" + batch.id() + "/" + BATCH, Json.bytes(batch));
        }

        /** The id, or where a snapshot of that id is published, which stays as it is, the next of that name. */
        public String unpublished(String id) {
            String free = id;
            for (int no = 2; published(base).contains(free); no++) {
                free = id + "-" + no;
            }
            return free;
        }

        /**
         * An empty place for a snapshot's tables.
         *
         * @throws IOException when a snapshot of that id is published
         */
        public Path newSnapshot(String id) throws IOException {
            if (published(base).contains(id)) {
                throw new IOException("Snapshot " + id + " is published and must not be changed");
            }
            storage.delete(SNAPSHOTS + "/" + id);
            storage.makeDirectory(SNAPSHOTS + "/" + id);
            return snapshot(id);
        }

        /**
         * Writes the manifest and then makes the snapshot the current one; applies the retention last.
         *
         * @param retention which of the snapshots before to keep
         * @throws IOException when the pointer or the lock changed hands since the lock was taken, or writing fails;
         *     what readers see is then as it was
         */
        public Pointer publish(Manifest manifest, Retention retention, Checksums checksums) throws IOException {
            byte[] content = Json.bytes(manifest);
            list(
                    SNAPSHOTS + "/" + manifest.snapshot(),
                    base == null ? null : SNAPSHOTS + "/" + base.snapshot(),
                    checksums);
            storage.replace(SNAPSHOTS + "/" + manifest.snapshot() + "/" + MANIFEST, content);
            String now = Instant.now().toString();
            Pointer next = retention.apply(
                    new Pointer(
                            manifest.snapshot(),
                            manifest.asOf(),
                            now,
                            sha256(content),
                            base == null ? "" : base.snapshot(),
                            now,
                            base == null ? List.of() : base.kept()),
                    Instant.now());
            swap(next);
            clear(garbage(next));
            return next;
        }

        /**
         * Makes an earlier snapshot that is still kept the current one again; the one that was current is kept, too.
         *
         * @throws IOException when there is none of that id, or its manifest is damaged; nothing is changed then
         */
        public Pointer rollBack(String snapshot) throws IOException {
            List<Pointer.Earlier> others = new ArrayList<>(base == null ? List.of() : base.kept());
            Pointer.Earlier target = others.stream()
                    .skip(1)
                    .filter(earlier -> earlier.snapshot().equals(snapshot))
                    .findFirst()
                    .orElse(null);
            if (target == null) {
                throw new IOException("There is no earlier snapshot " + snapshot + " to go back to; kept are "
                        + others.stream().skip(1).map(Pointer.Earlier::snapshot).toList());
            }
            manifest(target);
            others.remove(target);
            Pointer next = new Pointer(
                    target.snapshot(),
                    target.asOf(),
                    target.publishedAt(),
                    target.manifestSha256(),
                    target.base(),
                    Instant.now().toString(),
                    List.copyOf(others));
            swap(next);
            return next;
        }

        /**
         * Deletes the snapshots that need not be kept, and the staged batches that no kept one needs. Readers lose sight
         * of the snapshots before the first file goes; a run that is killed leaves the rest to the next one.
         *
         * @return what was deleted
         * @throws IOException when a kept snapshot is damaged, so that what it needs can't be told; nothing is deleted
         *     then
         */
        public Expiry expire(Retention retention) throws IOException {
            if (base == null) {
                return new Expiry(List.of(), List.of());
            }
            Pointer kept = retention.apply(base, Instant.now());
            Garbage garbage = garbage(kept);
            Expiry expiry = measured(garbage);
            if (kept.equals(base)) {
                requireLock();
            } else {
                swap(kept);
            }
            clear(garbage);
            return expiry;
        }

        private void requireLock() throws IOException {
            byte[] lock = storage.read(LOCK).orElse(null);
            if (lock == null || !Arrays.equals(lock, Json.bytes(lease))) {
                throw new IOException("The lock was taken away during this run, by "
                        + (lock == null ? "someone who left again" : leaseOf(lock)) + "; nothing was changed");
            }
        }

        /** Replaces the pointer if it still is what it was when the lock was taken: the lock may have been broken. */
        private void swap(Pointer next) throws IOException {
            requireLock();
            byte[] content = Json.bytes(next);
            boolean swapped = basePointer == null
                    ? storage.createNew(CURRENT, content)
                    : storage.replaceIf(CURRENT, basePointer, content);
            byte[] now = swapped ? content : storage.read(CURRENT).orElse(null);
            if (!Arrays.equals(now, content)) {
                throw new IOException("Another run made snapshot "
                        + (now == null ? "none" : Json.read(now, Pointer.class).snapshot())
                        + " the current one while this one worked on " + (base == null ? "none" : base.snapshot())
                        + "; nothing was changed");
            }
            storage.link(LINK, SNAPSHOTS + "/" + next.snapshot());
        }

        private void clear(Garbage garbage) throws IOException {
            for (String name : garbage.snapshots()) {
                storage.delete(SNAPSHOTS + "/" + name);
            }
            for (String name : garbage.batches()) {
                deleteBatch(name);
            }
        }

        /** The marker first: a kill in the middle must not leave one that calls the rest complete. */
        private void deleteBatch(String id) throws IOException {
            storage.delete(PARSED + "/" + id + "/" + BATCH);
            storage.delete(PARSED + "/" + id);
        }

        /** Deletes what killed runs left: snapshots never published, batches without their marker, temporary files. */
        private void clearRemains() throws IOException {
            Set<String> snapshots = published(base);
            for (String name : storage.names(SNAPSHOTS)) {
                if (!snapshots.contains(name)) {
                    storage.delete(SNAPSHOTS + "/" + name);
                }
            }
            for (String name : storage.names(PARSED)) {
                if (!storage.exists(PARSED + "/" + name + "/" + BATCH)) {
                    storage.delete(PARSED + "/" + name);
                }
            }
            for (String name : storage.names("")) {
                if (name.endsWith(TEMPORARY)) {
                    storage.delete(name);
                }
            }
        }

        /** Lets go of the lock, unless it was taken away. */
        @Override
        public void close() throws IOException {
            release(lease);
        }
    }
}
