package io.jobmart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // holding the lock is all that some tests do with it
class WarehouseTest {
    static final Checksums NO_CHECKSUMS = files -> Map.of();

    private final Path root;

    WarehouseTest(@TempDir Path directory) {
        root = directory.resolve("warehouse");
    }

    private Warehouse warehouse() throws IOException {
        return Warehouse.at(root.toString(), new Configuration());
    }

    static Batch batch(String id) {
        return new Batch(
                id,
                "board",
                List.of("2026-11-20"),
                false,
                "1",
                "c",
                1,
                10,
                1,
                0,
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Manifest manifest(String snapshot, String... batches) {
        List<Batch> entries = new ArrayList<>();
        for (String id : batches) {
            entries.add(batch(id));
        }
        return new Manifest(1, snapshot, "2026-11-20", "1", entries, List.of(), List.of());
    }

    /** Stages the batches and publishes a snapshot of one file. */
    private Pointer publish(String snapshot, int keep, String... batches) throws IOException {
        try (Warehouse.Writer writer = warehouse().write(false)) {
            for (String id : batches) {
                if (warehouse().batch(id).isEmpty()) {
                    writer.newBatch(id);
                    writer.complete(batch(id), NO_CHECKSUMS);
                }
            }
            writer.newSnapshot(snapshot);
            Files.writeString(root.resolve("snapshots/" + snapshot + "/rows"), snapshot);
            return writer.publish(manifest(snapshot, batches), Retention.last(keep), NO_CHECKSUMS);
        }
    }

    private List<String> entries(String directory) throws IOException {
        try (var found = Files.list(root.resolve(directory))) {
            return found.map(path -> path.getFileName().toString())
                    .filter(name -> !name.endsWith(".crc"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aNewWarehouseHasNothingPublished() throws IOException {
        assertTrue(warehouse().current().isEmpty());
        assertFalse(Files.exists(root), "looking must not create anything");
    }

    @Test
    void aPublishedSnapshotIsCurrentByPointerAndByLink() throws IOException {
        Pointer pointer = publish("s1", 3, "b1");

        assertEquals(pointer, warehouse().current().orElseThrow());
        assertEquals(manifest("s1", "b1"), warehouse().manifest(pointer));
        assertEquals(Path.of("snapshots/s1"), Files.readSymbolicLink(root.resolve("current")));
        assertEquals("s1", Files.readString(root.resolve("current/rows")));
        assertEquals(List.of("CURRENT.json", "current", "parsed", "snapshots"), entries(""));
    }

    @Test
    void theNextSnapshotReplacesPointerAndLinkAndLeavesTheEarlierOneAsItWas() throws IOException {
        publish("s1", 3, "b1");
        Pointer second = publish("s2", 3, "b1", "b2");

        assertEquals("s2", warehouse().current().orElseThrow().snapshot());
        assertEquals("s2", Files.readString(root.resolve("current/rows")));
        assertEquals("s1", Files.readString(root.resolve("snapshots/s1/rows")));
        assertEquals(
                List.of("s1"),
                second.earlier().stream().map(Pointer.Earlier::snapshot).toList());
    }

    @Test
    void retentionDeletesOldSnapshotsAndTheBatchesThatOnlyTheyUse() throws IOException {
        publish("s1", 2, "old");
        publish("s2", 2, "b1");
        publish("s3", 2, "b1", "b2");

        assertEquals(List.of("s2", "s3"), entries("snapshots"));
        assertEquals(List.of("b1", "b2"), entries("parsed"));
    }

    @Test
    void aPublishedSnapshotCannotBeWrittenAnew() throws IOException {
        publish("s1", 3, "b1");
        try (Warehouse.Writer writer = warehouse().write(false)) {
            assertThrows(IOException.class, () -> writer.newSnapshot("s1"));
        }
        assertEquals("s1", Files.readString(root.resolve("current/rows")));
    }

    @Test
    void rollingBackPointsToTheEarlierSnapshotAndForwardAgain() throws IOException {
        publish("s1", 3, "b1");
        publish("s2", 3, "b1", "b2");
        try (Warehouse.Writer writer = warehouse().write(false)) {
            writer.rollBack("s1");
        }
        assertEquals("s1", Files.readString(root.resolve("current/rows")));
        try (Warehouse.Writer writer = warehouse().write(false)) {
            writer.rollBack("s2");
        }
        assertEquals("s2", Files.readString(root.resolve("current/rows")));
        try (Warehouse.Writer writer = warehouse().write(false)) {
            assertThrows(IOException.class, () -> writer.rollBack("s7"));
        }
    }

    @Test
    void whatAKilledLoadLeavesIsClearedByTheNext() throws IOException {
        publish("s1", 3, "b1");
        Files.createDirectories(root.resolve("snapshots/half/fact"));
        Files.writeString(root.resolve("snapshots/half/fact/part.parquet"), "half");
        Files.createDirectories(root.resolve("snapshots/whole-but-never-published"));
        Files.writeString(root.resolve("snapshots/whole-but-never-published/MANIFEST.json"), "{}");
        Files.createDirectories(root.resolve("parsed/half/records"));
        Files.writeString(root.resolve("CURRENT.json.0.tmp"), "{}");
        Files.createSymbolicLink(root.resolve("current.0.tmp"), Path.of("snapshots/half"));

        warehouse().write(false).close();

        assertEquals(List.of("CURRENT.json", "current", "parsed", "snapshots"), entries(""));
        assertEquals(List.of("s1"), entries("snapshots"));
        assertEquals(List.of("b1"), entries("parsed"));
    }

    @Test
    void aKillBetweenPointerAndLinkIsMended() throws IOException {
        publish("s1", 3, "b1");
        publish("s2", 3, "b1");
        Files.delete(root.resolve("current"));
        Files.createSymbolicLink(root.resolve("current"), Path.of("snapshots/s1"));

        warehouse().write(false).close();

        assertEquals("s2", Files.readString(root.resolve("current/rows")));
    }

    @Test
    void aSecondWriterIsRefusedAndToldWhoHoldsTheLock() throws IOException {
        try (Warehouse.Writer first = warehouse().write(false)) {
            LockedException refused =
                    assertThrows(LockedException.class, () -> warehouse().write(false));
            assertTrue(
                    refused.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refused.getMessage());
            assertTrue(refused.getMessage().contains(System.getProperty("user.name")), refused.getMessage());
        }
        warehouse().write(false).close();
        assertFalse(Files.exists(root.resolve("LOCK")));
    }

    @Test
    void ofManyWritersAtOnceOneGetsTheLock() throws Exception {
        Files.createDirectories(root);
        Files.write(root.resolve("LOCK"), Json.bytes(deadLease()));
        assertEquals(1, Race.winners(8, () -> warehouse().write(false)));
    }

    @Test
    void aWriterThatWaitsIsToldForWhomAndGoesOnWhenTheOtherIsDone() throws Exception {
        Warehouse.Writer first = warehouse().write(false);
        List<String> told = new ArrayList<>();
        Thread other = new Thread(() -> {
            try {
                Thread.sleep(200);
                first.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        warehouse().write(false, Duration.ofMinutes(1), told::add).close();
        other.join();
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("process " + ProcessHandle.current().pid() + ", since 20"), told.toString());
    }

    @Test
    void aWriterThatWaitedInVainIsRefused() throws IOException {
        try (Warehouse.Writer first = warehouse().write(false)) {
            assertThrows(LockedException.class, () -> warehouse().write(false, Duration.ofMillis(1), holder -> {}));
        }
    }

    /** A store that does what it is asked and loses its answer. */
    public static final class LostAnswers extends WatchedObjectStore {
        @Override
        protected OutputStream createOutputStreamWithMode(
                org.apache.hadoop.fs.Path path, boolean append, FsPermission permission) {
            OutputStream out = super.createOutputStreamWithMode(path, append, permission);
            return new FilterOutputStream(out) {
                @Override
                public void close() throws IOException {
                    super.close();
                    throw new IOException("The answer was lost");
                }
            };
        }
    }

    @Test
    void aRunIsNotRefusedByItsOwnLock() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set("fs.objects.impl", LostAnswers.class.getName());
        configuration.setBoolean("fs.objects.impl.disable.cache", true);
        Warehouse.at("objects:" + root, configuration).write(false).close();
        assertFalse(Files.exists(root.resolve("LOCK")));
    }

    /** The lease of a process that ran here and does not any more. */
    private static Lease deadLease() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        Lease own = Lease.ofThisProcess(Duration.ofHours(1));
        return new Lease(
                "t", own.owner(), own.host(), process.pid(), "1", own.processSpace(), own.start(), own.expiry());
    }

    @Test
    void theLockOfADeadProcessOfThisHostIsTakenOver() throws Exception {
        Files.createDirectories(root);
        Files.write(root.resolve("LOCK"), Json.bytes(deadLease()));
        warehouse().write(false).close();
        assertFalse(Files.exists(root.resolve("LOCK")));
    }

    @Test
    void aProcessNumberThatWasGivenToAnotherProcessDoesNotKeepTheLock() throws Exception {
        Lease own = Lease.ofThisProcess(Duration.ofHours(1));
        Files.createDirectories(root);
        Lease reused =
                new Lease("t", own.owner(), own.host(), own.pid(), "1", own.processSpace(), own.start(), own.expiry());
        Files.write(root.resolve("LOCK"), Json.bytes(reused));
        warehouse().write(false).close();
    }

    @Test
    void theExpiredLockOfAnotherHostIsNamedAsStaleAndOnlyBrokenOnDemand() throws IOException {
        Lease elsewhere =
                new Lease("t", "ana", "node7", 4711, "1", "s", "2026-01-01T00:00:00Z", "2026-01-01T12:00:00Z");
        Files.createDirectories(root);
        Files.write(root.resolve("LOCK"), Json.bytes(elsewhere));

        LockedException refused =
                assertThrows(LockedException.class, () -> warehouse().write(false));
        assertTrue(
                refused.getMessage().contains("ana on node7, process 4711")
                        && refused.getMessage().contains("stale")
                        && refused.getMessage().contains("--break-lock"),
                refused.getMessage());

        warehouse().write(true).close();
        assertFalse(Files.exists(root.resolve("LOCK")));
    }

    @Test
    void aLockThatCannotBeReadHolds() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("LOCK"), "");
        assertThrows(LockedException.class, () -> warehouse().write(false));
        warehouse().write(true).close();
    }

    @Test
    void aWriterWhoseLockWasBrokenDoesNotPublish() throws IOException {
        publish("s1", 3, "b1");
        try (Warehouse.Writer slow = warehouse().write(false)) {
            slow.newSnapshot("slow");
            try (Warehouse.Writer other = warehouse().write(true)) {
                assertThrows(
                        IOException.class, () -> slow.publish(manifest("slow", "b1"), Retention.last(3), NO_CHECKSUMS));
                assertTrue(Files.exists(root.resolve("LOCK")), "the other's lock stays");
            }
        }
        assertEquals("s1", warehouse().current().orElseThrow().snapshot());
    }

    @Test
    void aWriterWhoseBaseIsNoLongerCurrentDoesNotPublish() throws IOException {
        publish("s1", 3, "b1");
        Pointer first = warehouse().current().orElseThrow();
        try (Warehouse.Writer slow = warehouse().write(false)) {
            slow.newSnapshot("slow");
            Pointer moved = new Pointer("s9", "2026-11-21", "x", "y", "", "x", List.of());
            Files.write(root.resolve("CURRENT.json"), Json.bytes(moved));
            IOException refused = assertThrows(
                    IOException.class, () -> slow.publish(manifest("slow", "b1"), Retention.last(3), NO_CHECKSUMS));
            assertTrue(refused.getMessage().contains("s9"), refused.getMessage());
            Files.write(root.resolve("CURRENT.json"), Json.bytes(first));
        }
    }

    @Test
    void aManifestThatIsNotThePointersOwnIsDamage() throws IOException {
        Pointer pointer = publish("s1", 3, "b1");
        Files.writeString(root.resolve("snapshots/s1/MANIFEST.json"), "{}");
        IOException damaged = assertThrows(IOException.class, () -> warehouse().manifest(pointer));
        assertTrue(damaged.getMessage().contains("damaged"), damaged.getMessage());
    }
}
