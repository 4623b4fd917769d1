package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Huge inputs of every format; {@link SmallHeapTest} looks closer at JSON. What is read takes memory by the size of a record
 * and not of a file: a process of 64 MB, which allows records of 4 MB, reads
 * inputs of hundreds. With the standard limit of 16 MB the same inputs take 192 MB.
 */
class HugeInputsTest {
    private static final String HEAP = "-Xmx64m";
    private static final int LARGEST_RECORD = 4_000_000;

    /** What becomes of each input; the sizes are megabytes. */
    private static final Map<String, String> EXPECTED = new LinkedHashMap<>();

    static {
        EXPECTED.put("line:500", "{Accepted=1, TOO_LARGE=1}");
        EXPECTED.put("string:500", "{TOO_LARGE=1}");
        EXPECTED.put("text:500", "{TOO_LARGE=1}");
        EXPECTED.put("page:500", "{TOO_LARGE=1}");
        EXPECTED.put("numbers:350", "{Accepted=1, TOO_LARGE=1}");
        EXPECTED.put("array:100", "{Accepted=1397}");
        EXPECTED.put("jobs:20", "{Accepted=280}");
        EXPECTED.put("lines:20", "{Accepted=279}");
        EXPECTED.put("deep-arrays:1", "{JSON_SYNTAX=1}");
        EXPECTED.put("deep-objects:1", "{JSON_SYNTAX=1}");
        EXPECTED.put("deep-in-line:50", "{Accepted=2, TOO_LARGE=1}");
        EXPECTED.put("csv-columns:100", "{TOO_LARGE=1}");
        EXPECTED.put("xml-text:100", "{TOO_LARGE=1}");
        EXPECTED.put("xml-attribute:100", "{TOO_LARGE=1}");
        EXPECTED.put("xml-comment:100", "{TOO_LARGE=1}");
        EXPECTED.put("xml-doctype:100", "{TOO_LARGE=1}");
        EXPECTED.put("wide:100", "{TOO_LARGE=1}");
        EXPECTED.put("blank:100", "{Accepted=1}");
        EXPECTED.put("warc-header:100", "{UNREADABLE=1}");
        EXPECTED.put("warc-body:100", "{TOO_LARGE=1, UNREADABLE=1}");
        EXPECTED.put("warc:10", "{Accepted=139}");
        EXPECTED.put("gzip-bomb:2000", "{Accepted=1, TOO_LARGE=1}");
        EXPECTED.put("zip-bomb:2000", "{Accepted=1, TOO_LARGE=1}");
    }

    @Test
    void hugeInputsAreReadInLittleMemory(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                HugeInputs.class.getName(),
                Integer.toString(LARGEST_RECORD)));
        command.addAll(EXPECTED.keySet());
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertTrue(ended, text);
        Map<String, String> found = text.lines()
                .filter(line -> line.indexOf('{') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(' ')),
                        line -> line.substring(line.indexOf('{'), line.indexOf('}') + 1),
                        (a, b) -> a,
                        LinkedHashMap::new));
        assertEquals(EXPECTED, found, text);
    }
}
