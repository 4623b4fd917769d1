package io.jobmart.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads files far larger than the heap of a process of its own: memory must not grow with the file. */
class SmallHeapTest {
    private static final int MEGABYTES = 48;
    private static final ReadOptions LIMITS = ReadOptions.standard().withMaxRecordBytes(4 * 1024 * 1024);
    private static final String TEXT = "We bake bread and cakes every day. ".repeat(60);
    private static final String LINKED =
            "{\"@type\":\"JobPosting\",\"title\":\"Baker\",\"description\":\"" + TEXT + "\"}";
    private static final String BOARD =
            "{\"title\":\"Baker\",\"shortcode\":\"A\",\"url\":\"https://a.example\",\"description\":\"" + TEXT + "\"}";

    @Test
    @Timeout(240)
    void filesLargerThanTheHeapAreReadOrRefused() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx40m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        long records = times(LINKED) + 2;
        long jobs = times(BOARD) + 2;
        assertEquals(
                List.of(
                        "array: " + records + " /" + (records - 1),
                        "broken array: " + records + " /" + (records - 1),
                        "board: " + jobs + " /jobs/" + (jobs - 1),
                        "board on one line: " + jobs + " /jobs/" + (jobs - 1),
                        "long line: 2 TOO_LARGE=1",
                        "long string: 0 TOO_LARGE=1",
                        "long broken string: 0 TOO_LARGE=1",
                        "large element: 2 TOO_LARGE=1 /2",
                        "deep: 0 JSON_SYNTAX=1",
                        "deep line: 0 TOO_LARGE=1",
                        "many members: 0 TOO_LARGE=1"),
                said.lines().filter(line -> line.contains(": ")).toList(),
                said);
    }

    public static void main(String[] arguments) throws IOException {
        run("array", file("[" + LINKED, "," + LINKED, "]"));
        run("broken array", file("[" + LINKED, "," + LINKED.replace("}", ",}"), "]"));
        run("board", file("{\"jobs\":[" + BOARD, ",\n" + BOARD, "],\"name\":\"Crumb\"}"));
        run("board on one line", file("{\"jobs\":[" + BOARD, "," + BOARD, "],\"name\":\"Crumb\"}"));
        run("long line", file(LINKED + "\n{\"title\":\"", "a".repeat(1_000), "\"}\n" + LINKED + "\n"));
        run("long string", file("{\n\"title\":\"", "a".repeat(1_000), "\"}"));
        run("long broken string", file("{\n\"x\":1,,\"title\":\"", "a\"\tb".repeat(200), "\"}"));
        run("large element", file("[" + LINKED + ",{\"a\":[1", ",[]".repeat(300), "]}," + LINKED + "]"));
        run("deep", file("[", "[".repeat(1_000), ""));
        run("deep line", file("{\"a\":", "{\"a\":".repeat(200), ""));
        run("many members", file("{\n\"a\":1", ",\"b\":\"c\"".repeat(100), "}"));
    }

    private static void run(String name, InputStream in) throws IOException {
        long accepted = 0;
        String last = "";
        List<String> rejected = new ArrayList<>();
        try (SourceRecords records = Sources.read(name, in, LIMITS)) {
            while (records.hasNext()) {
                SourceRecord record = records.next();
                if (record instanceof SourceRecord.Accepted posting) {
                    accepted++;
                    String address = posting.posting().sourceRecord();
                    last = address.startsWith("offset") ? "" : " " + address;
                } else {
                    rejected.add(Read.rejection(record).reason().name());
                }
            }
        }
        String reasons = rejected.stream().distinct().collect(Collectors.joining(","));
        System.out.println(
                name + ": " + accepted + (rejected.isEmpty() ? "" : " " + reasons + "=" + rejected.size()) + last);
    }

    private static long times(String record) {
        return MEGABYTES * 1_000_000L / record.length();
    }

    /** A file that is never held: the beginning, many times the same, and the end. */
    private static InputStream file(String beginning, String middle, String end) {
        byte[] piece = middle.getBytes(StandardCharsets.UTF_8);
        String record = middle.contains(BOARD) ? BOARD : middle.contains("Baker") ? LINKED : middle;
        long[] left = {times(record) + 2};
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return left[0] >= 0;
            }

            @Override
            public InputStream nextElement() {
                long number = left[0]--;
                byte[] next = number == times(record) + 2
                        ? beginning.getBytes(StandardCharsets.UTF_8)
                        : number == 0 ? end.getBytes(StandardCharsets.UTF_8) : piece;
                return new ByteArrayInputStream(Arrays.copyOf(next, next.length));
            }
        });
    }
}
