package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jobmart.model.QuarantineReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadRecordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String BAKER = "{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"description\":\"Bake.\"}";

    private static List<String> read(List<Slice> slices) {
        LoadOptions options = LoadOptions.of("warehouse", List.of("dump"), "board", DAY);
        ReadRecords records = new ReadRecords(slices.iterator(), options, "1", new Configuration(false));
        List<String> all = new ArrayList<>();
        records.forEachRemaining(record -> all.add(record.sourceFile() + " "
                + (record.rejection() == null
                        ? record.raw().title()
                        : record.rejection().reason())));
        return all;
    }

    @Test
    void aFileThatCouldNotBeLookedIntoIsOneRejectionAndTheOthersAreRead(@TempDir Path folder) throws IOException {
        String there =
                Files.writeString(folder.resolve("there.json"), BAKER).toUri().toString();
        List<Slice> slices = new ArrayList<>();
        for (String name : new String[] {"a.json", "b.md", "c.csv", "d.xml", "e.html", "f.warc.gz", "g.zip", "h.gz"}) {
            slices.add(new Slice(folder.resolve(name).toUri().toString(), name, 1, DAY, 0, Slice.WHOLE, "gone"));
            slices.add(new Slice(there, "there.json", 1, DAY, 0, Slice.WHOLE, null));
        }

        List<String> expected = new ArrayList<>();
        for (String name : new String[] {"a.json", "b.md", "c.csv", "d.xml", "e.html", "f.warc.gz", "g.zip", "h.gz"}) {
            expected.add(name + " " + QuarantineReason.UNREADABLE);
            expected.add("there.json Baker");
        }
        assertEquals(expected, read(slices));
    }

    @Test
    void aFileThatVanishedSinceItWasLookedIntoFailsTheTaskAndIsNamed(@TempDir Path folder) {
        for (long end : new long[] {Slice.WHOLE, 1_000}) {
            String path = folder.resolve("a.json").toUri().toString();
            VanishedInputException failed = assertThrows(
                    VanishedInputException.class, () -> read(List.of(new Slice(path, "a.json", 1, DAY, 0, end, null))));
            assertTrue(failed.getMessage().contains(path), failed.getMessage());
        }
    }

    @Test
    void aStorageThatIsNotThereFailsTheTask() {
        assertThrows(
                UncheckedIOException.class,
                () -> read(List.of(new Slice("nowhere://host/a.json", "a.json", 1, DAY, 0, Slice.WHOLE, null))));
    }
}
