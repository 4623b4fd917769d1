package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.SourceFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitsTest {
    private static final long MEBIBYTE = 1L << 20;
    private static final long LARGEST = 4 * MEBIBYTE;

    private static InventoryEntry file(String name, long bytes, boolean splittable) {
        return new InventoryEntry(
                "/in/" + name,
                name,
                LocalDate.of(2026, 1, 1),
                bytes,
                "fingerprint",
                SourceFormat.JSON_LINES,
                splittable,
                false,
                null);
    }

    private static List<Splits.Split> splits(InventoryEntry... files) {
        return Splits.of(List.of(files), "board", LARGEST, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {6 * MEBIBYTE, 40 * MEBIBYTE, 40 * MEBIBYTE + 1, 123_456_789})
    void eachByteOfALargeFileIsReadOnce(long bytes) {
        List<Slice> slices = new ArrayList<>();
        for (Splits.Split split : splits(file("large", bytes, true))) {
            slices.addAll(split.slices());
        }
        slices.sort(Comparator.comparingLong(Slice::start));
        long end = 0;
        for (Slice slice : slices) {
            assertEquals(end, slice.start());
            end = slice.end();
        }
        assertEquals(bytes, end);
    }

    @Test
    void eachTaskOfALargeFileReadsPiecesFromAllOverIt() {
        long bytes = 40 * MEBIBYTE;
        List<Splits.Split> splits = splits(file("large", bytes, true));
        assertEquals(10, splits.size());
        for (Splits.Split split : splits) {
            long size = 0;
            boolean first = false;
            boolean last = false;
            for (Slice slice : split.slices()) {
                size += slice.end() - slice.start();
                first |= slice.start() < bytes / 4;
                last |= slice.end() > bytes - bytes / 4;
            }
            assertTrue(first && last, split.toString());
            assertTrue(size <= LARGEST + 4, split.toString());
        }
    }

    @Test
    void aFileThatCannotBeCutIsReadWhole() {
        List<Splits.Split> splits = splits(file("page", 40 * MEBIBYTE, false));
        assertEquals(1, splits.size());
        assertTrue(splits.get(0).slices().get(0).isWhole());
    }

    @Test
    void manySmallFilesShareATaskEachReadOnce() {
        InventoryEntry[] files = IntStream.range(0, 1_000)
                .mapToObj(i -> file("small-" + i, 4_000, false))
                .toArray(InventoryEntry[]::new);
        List<Splits.Split> splits = splits(files);
        assertTrue(splits.size() < 20, "tasks: " + splits.size());
        assertEquals(
                1_000,
                splits.stream()
                        .flatMap(split -> split.slices().stream())
                        .map(Slice::sourceFile)
                        .distinct()
                        .count());
        assertEquals(
                1_000, splits.stream().mapToInt(split -> split.slices().size()).sum());
    }
}
