package io.jobmart.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which snapshots stay, which is gone back to, and that a kill between two steps loses nothing that is kept. */
@SuppressWarnings("try") // holding the lock is all that some tests do with it
class RetentionTest {
    private final Path root;

    RetentionTest(@TempDir Path directory) {
        root = directory.resolve("warehouse");
    }

    private Warehouse warehouse() throws IOException {
        return Warehouse.at(root.toString(), new Configuration());
    }

    private void publish(String snapshot, int keep, String... batches) throws IOException {
        try (Warehouse.Writer writer = warehouse().write(false)) {
            for (String id : batches) {
                if (warehouse().batch(id).isEmpty()) {
                    Files.writeString(Path.of(writer.newBatch(id).toUri().getPath(), "rows"), "0123456789");
                    writer.complete(WarehouseTest.batch(id), WarehouseTest.NO_CHECKSUMS);
                }
            }
            writer.newSnapshot(snapshot);
            Files.writeString(root.resolve("snapshots/" + snapshot + "/rows"), snapshot);
            List<Batch> made = Arrays.stream(batches).map(WarehouseTest::batch).toList();
            writer.publish(
                    new Manifest(1, snapshot, "2026-11-20", "1", made, List.of(), List.of()),
                    Retention.last(keep),
                    WarehouseTest.NO_CHECKSUMS);
        }
    }

    private Pointer rollBack(String snapshot) throws IOException {
        try (Warehouse.Writer writer = warehouse().write(false)) {
            return writer.rollBack(snapshot);
        }
    }

    private Expiry expire(Retention retention) throws IOException {
        try (Warehouse.Writer writer = warehouse().write(false)) {
            return writer.expire(retention);
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

    private static List<String> ids(List<Expiry.Removal> removals) {
        return removals.stream().map(Expiry.Removal::id).toList();
    }

    private List<String> kept() throws IOException {
        return warehouse().current().orElseThrow().kept().stream()
                .map(Pointer.Earlier::snapshot)
                .toList();
    }

    private String previous() throws IOException {
        return warehouse()
                .current()
                .orElseThrow()
                .previous()
                .map(Pointer.Earlier::snapshot)
                .orElse("none");
    }

    @Test
    void theOneBeforeIsTheOnePublishedOverAndNotTheOneGoneBackFrom() throws IOException {
        publish("s1", 5, "b1");
        assertEquals("none", previous());
        publish("s2", 5, "b1", "b2");
        publish("s3", 5, "b1", "b2", "b3");
        assertEquals("s2", previous());

        rollBack("s2");
        assertEquals(List.of("s2", "s3", "s1"), kept());
        assertEquals("s1", previous());
        publish("s4", 5, "b1", "b2", "b4");
        assertEquals("s2", previous());
        rollBack("s1");
        assertEquals("none", previous());
    }

    @Test
    void aRollbackKeepsTheDayOfPublicationAndNotesSinceWhenReadersSeeIt() throws IOException {
        publish("s1", 5, "b1");
        Pointer first = warehouse().current().orElseThrow();
        publish("s2", 5, "b1", "b2");

        Pointer back = rollBack("s1");

        assertEquals(first.publishedAt(), back.publishedAt());
        assertEquals(first.publishedAt(), first.currentSince());
        assertTrue(back.currentSince().compareTo(first.currentSince()) > 0);
        assertEquals(back, warehouse().current().orElseThrow());
    }

    @Test
    void aPointerOfAnEarlierVersionTellsTheOneBeforeByItsDay() throws IOException {
        publish("s1", 5, "b1");
        publish("s2", 5, "b1", "b2");
        String pointer = Files.readString(root.resolve("CURRENT.json"))
                .replaceAll("\"base\" : \"[^\"]*\",\\s*", "")
                .replaceAll("\"base\" : \"[^\"]*\",?", "")
                .replaceAll(",?\\s*\"current_since\" : \"[^\"]*\"", "");
        assertFalse(pointer.contains("base") || pointer.contains("since"), pointer);
        Files.writeString(root.resolve("CURRENT.json"), pointer);

        assertEquals("s1", previous());
        assertTrue(expire(new Retention(1, Duration.ofDays(1))).isEmpty());
        rollBack("s1");
        assertEquals("none", previous());
    }

    @Test
    void theNextPublicationKeepsTheOneThatReadersSawAndNotTheOneGoneBackFrom() throws IOException {
        publish("s1", 5, "b1");
        publish("s2", 5, "b1", "b2");
        publish("s3", 5, "b1", "b2", "b3");
        rollBack("s2");

        publish("s4", 2, "b1", "b2", "b4");

        assertEquals(List.of("s2", "s4"), entries("snapshots"));
        assertEquals(List.of("b1", "b2", "b4"), entries("parsed"));
    }

    @Test
    void expiryDeletesOldSnapshotsAndTheBatchesThatNoKeptOneNeeds() throws IOException {
        publish("s1", 5, "old");
        publish("s2", 5, "b1");
        publish("s3", 5, "b1", "b2");

        long markers =
                Files.size(root.resolve("parsed/old/BATCH.json")) + Files.size(root.resolve("parsed/old/FILES.json"));

        Expiry dry = warehouse().expiry(Retention.last(2));
        assertEquals(List.of("s1", "s2", "s3"), entries("snapshots"));
        Expiry done = expire(Retention.last(2));

        assertEquals(dry, done);
        assertEquals(List.of("s1"), ids(done.snapshots()));
        assertEquals(List.of("old"), ids(done.batches()));
        assertEquals(10 + markers, done.batches().get(0).bytes());
        assertEquals(List.of("s2", "s3"), entries("snapshots"));
        assertEquals(List.of("b1", "b2"), entries("parsed"));
        assertEquals(List.of("s3", "s2"), kept());
        assertTrue(expire(Retention.last(2)).isEmpty());
    }

    @Test
    void theCurrentSnapshotStaysWhateverItsPlace() throws IOException {
        publish("s1", 5, "b1");
        publish("s2", 5, "b1", "b2");
        rollBack("s1");

        expire(Retention.last(1));

        assertEquals(List.of("s1"), entries("snapshots"));
        assertEquals(List.of("b1"), entries("parsed"));
        assertEquals("s1", Files.readString(root.resolve("current/rows")));
    }

    @Test
    void whatReadersSawLatelyStaysHoweverLongAgoItWasPublished() {
        // s1 was published in January and current until the middle of March.
        Pointer pointer = new Pointer(
                "s3",
                "2026-03-20",
                "2026-03-20T00:00:00Z",
                "x",
                "s2",
                "2026-03-20T00:00:00Z",
                List.of(
                        new Pointer.Earlier(
                                "s2", "2026-03-15", "2026-03-15T00:00:00Z", "x", "s1", "2026-03-15T00:00:00Z"),
                        new Pointer.Earlier(
                                "s1", "2026-01-01", "2026-01-01T00:00:00Z", "x", "s0", "2026-01-01T00:00:00Z"),
                        new Pointer.Earlier("s0", "2025-12-01", "2025-12-01T00:00:00Z", "x", "", null)));
        Instant now = Instant.parse("2026-03-21T00:00:00Z");

        assertEquals(
                4,
                new Retention(1, Duration.ofDays(80)).apply(pointer, now).kept().size());
        assertEquals(
                3,
                new Retention(1, Duration.ofDays(7)).apply(pointer, now).kept().size());
        assertEquals(
                2,
                new Retention(1, Duration.ofDays(6)).apply(pointer, now).kept().size());
        assertEquals(
                1,
                new Retention(1, Duration.ofDays(1)).apply(pointer, now).kept().size());
        assertEquals(
                3,
                new Retention(3, Duration.ofDays(1)).apply(pointer, now).kept().size());
        assertEquals(1, Retention.last(1).apply(pointer, now).kept().size());
        assertThrows(IllegalArgumentException.class, () -> Retention.last(0));
        assertThrows(IllegalArgumentException.class, () -> new Retention(1, Duration.ofDays(-1)));
    }

    @Test
    void aDryRunNeedsNoLockAndLeavesOutWhatTheHolderMayWrite() throws IOException {
        publish("s1", 5, "old");
        publish("s2", 5, "b1");
        try (Warehouse.Writer running = warehouse().write(false)) {
            running.newSnapshot("next");
            running.newBatch("staging");
            running.complete(WarehouseTest.batch("staging"), WarehouseTest.NO_CHECKSUMS);

            Expiry dry = warehouse().expiry(Retention.last(1));

            assertEquals(List.of("s1"), ids(dry.snapshots()));
            assertEquals(List.of("old"), ids(dry.batches()));
            assertThrows(LockedException.class, () -> expire(Retention.last(1)));
            assertThrows(LockedException.class, () -> rollBack("s1"));
        }
        assertEquals(
                List.of("staging"), ids(warehouse().expiry(Retention.last(2)).batches()));
    }

    @Test
    void nothingIsDeletedWhenWhatAKeptSnapshotNeedsCannotBeTold() throws IOException {
        publish("s1", 5, "b1");
        publish("s2", 5, "b1", "b2");
        publish("s3", 5, "b1", "b2", "b3");
        Files.writeString(root.resolve("snapshots/s2/MANIFEST.json"), "{}");

        assertThrows(IOException.class, () -> expire(Retention.last(2)));

        assertEquals(List.of("s3", "s2", "s1"), kept());
        assertEquals(List.of("s1", "s2", "s3"), entries("snapshots"));
        assertEquals(List.of("b1", "b2", "b3"), entries("parsed"));
        assertThrows(IOException.class, () -> rollBack("s2"));
        assertEquals("s3", warehouse().current().orElseThrow().snapshot());
        expire(Retention.last(1));
        assertEquals(List.of("s3"), entries("snapshots"));
    }

    @Test
    void aWarehouseWithoutASnapshotHasNothingToExpire() throws IOException {
        assertTrue(warehouse().expiry(Retention.last(1)).isEmpty());
        assertFalse(Files.exists(root));
    }

    @Test
    void aRunWhoseLockWasBrokenExpiresNothing() throws IOException {
        publish("s1", 5, "b1");
        publish("s2", 5, "b1", "b2");
        try (Warehouse.Writer slow = warehouse().write(false);
                Warehouse.Writer other = warehouse().write(true)) {
            assertThrows(IOException.class, () -> slow.expire(Retention.last(1)));
            assertThrows(IOException.class, () -> slow.expire(Retention.last(2)));
            assertThrows(IOException.class, () -> slow.rollBack("s1"));
            other.rollBack("s1");
        }
        assertEquals("s1", warehouse().current().orElseThrow().snapshot());
    }

    /** A file system on which a run dies at some deletion: nothing that it would have done afterwards is done. */
    public static final class DyingFileSystem extends LocalFileSystem {
        private static int deletionsLeft;

        @Override
        public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
            if (path.getName().equals("LOCK") || deletionsLeft-- <= 0) {
                throw new Killed();
            }
            return super.delete(path, recursive);
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void anExpiryThatIsKilledAnywhereLeavesWhatIsKeptAndIsCompletedByTheNext() throws IOException {
        Configuration dying = new Configuration();
        dying.set("fs.file.impl", DyingFileSystem.class.getName());
        dying.setBoolean("fs.file.impl.disable.cache", true);
        for (int deletions = 0; deletions < 4; deletions++) {
            publish("s" + deletions + "1", 9, "old" + deletions);
            publish("s" + deletions + "2", 9, "older" + deletions);
            String last = "s" + deletions + "3";
            publish(last, 9, "b1");
            DyingFileSystem.deletionsLeft = deletions;

            assertThrows(Killed.class, () -> {
                try (Warehouse.Writer killed =
                        Warehouse.at(root.toString(), dying).write(false)) {
                    killed.expire(Retention.last(1));
                }
            });

            assertTrue(Files.exists(root.resolve("LOCK")), "a killed run keeps its lock");
            assertEquals(List.of(last), kept());
            assertEquals(last, Files.readString(root.resolve("current/rows")));
            assertTrue(warehouse().batch("b1").isPresent());
            assertThrows(LockedException.class, () -> expire(Retention.last(1)));
            try (Warehouse.Writer next = warehouse().write(true)) {
                next.expire(Retention.last(1));
            }
            assertEquals(List.of(last), entries("snapshots"));
            assertEquals(List.of("b1"), entries("parsed"));
            assertEquals(List.of("CURRENT.json", "current", "parsed", "snapshots"), entries(""));
        }
    }

    @Test
    void aReaderFollowsThePointerWhileOthersRollBackAndExpire() throws Exception {
        publish("s1", 5, "b1");
        publish("s2", 5, "b1", "b2");
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 40; i++) {
                    rollBack(i % 2 == 0 ? "s1" : "s2");
                }
                expire(Retention.last(2));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        writer.start();
        long looks = 0;
        do {
            Pointer seen = warehouse().current().orElseThrow();
            assertEquals(seen.snapshot(), warehouse().manifest(seen).snapshot());
            assertTrue(Stream.of("s1", "s2").anyMatch(seen.snapshot()::equals));
            assertTrue(Files.readString(root.resolve("current/rows")).startsWith("s"));
            looks++;
        } while (writer.isAlive());
        writer.join();
        assertTrue(looks > 1);
        assertEquals("s2", warehouse().current().orElseThrow().snapshot());
    }
}
