package io.jobmart.bench;

import io.jobmart.model.RawPosting;
import io.jobmart.parse.PostingParser;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes dumps and times what reading a posting costs. Run by {@code jobs/bench}.
 *
 * <pre>
 * generate COUNT FILE    writes a dump of JSON-LD lines, the same for the same count
 * kernels [COUNT]        times the reference kernels, every step of the parser and the whole
 * </pre>
 */
public final class Bench {
    private static final long SEED = 20_240_501L;
    /** What the whole parse may cost, as a multiple of the reference kernels timed in the same process. */
    private static final double PARSE_TARGET = 2.5;

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 3 && arguments[0].equals("generate")) {
            long bytes = generate(Long.parseLong(arguments[1]), Path.of(arguments[2]));
            out.printf(Locale.ROOT, "%s: %s postings, %.1f MB%n", arguments[2], arguments[1], bytes / 1e6);
        } else if (arguments.length >= 1 && arguments[0].equals("kernels")) {
            kernels(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000, out);
        } else {
            System.err.println("usage: generate COUNT FILE | kernels [COUNT]");
            System.exit(2);
        }
    }

    private static long generate(long count, Path file) throws IOException {
        PostingGenerator generator = new PostingGenerator(SEED);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        long bytes = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (long number = 0; number < count; number++) {
                byte[] line = generator.line(number);
                out.write(line);
                out.write('\n');
                bytes += line.length + 1;
            }
        }
        return bytes;
    }

    private static void kernels(int count, PrintStream out) {
        PostingGenerator generator = new PostingGenerator(SEED);
        List<byte[]> lines = new ArrayList<>();
        long bytes = 0;
        for (int number = 0; number < count; number++) {
            lines.add(generator.line(number));
            bytes += lines.get(number).length;
        }
        CpuClock clock = new CpuClock(6, 9);
        ReferenceKernels reference = new ReferenceKernels();
        List<String> descriptions = lines.stream().map(reference::json).toList();
        List<String> texts = descriptions.stream().map(reference::text).toList();

        Map<String, Double> least = new LinkedHashMap<>();
        least.put("Jackson, streaming", clock.microseconds(count, i -> reference.json(lines.get(i))));
        least.put("unescape, Jsoup, one walk", clock.microseconds(count, i -> reference.text(descriptions.get(i))));
        least.put("cut into words, hash", clock.microseconds(count, i -> reference.words(texts.get(i))));
        least.put("SHA-256", clock.microseconds(count, i -> reference.digest(texts.get(i))));
        least.put("language label", clock.microseconds(count, i -> reference.language(texts.get(i))));
        double sum = least.values().stream().mapToDouble(Double::doubleValue).sum();

        Map<String, Double> steps = new ParserKernels().time(clock, lines);
        PostingParser parser = PostingParser.standard();
        List<RawPosting> raws = lines.stream().map(ParserKernels::read).toList();
        double parse = clock.microseconds(count, i -> parser.parse(raws.get(i)));
        double whole = clock.microseconds(count, i -> parser.parse(ParserKernels.read(lines.get(i))));

        out.printf(
                Locale.ROOT,
                "%d postings, %d bytes a line; CPU per posting, medians, one thread%n%n",
                count,
                bytes / count);
        table(out, "reference", least);
        out.printf(Locale.ROOT, "  %-34s %8.1f µs%n%n", "together", sum);
        table(out, "steps of the parser", steps);
        out.printf(Locale.ROOT, "%n  %-34s %8.1f µs%n", "parse (all steps but JSON)", parse);
        out.printf(
                Locale.ROOT,
                "  %-34s %8.1f µs  %,.0f postings a second and core%n",
                "JSON and parse",
                whole,
                1e6 / whole);
        out.printf(
                Locale.ROOT,
                "  %-34s %8.2f     target %.1f: %s%n",
                "JSON and parse / reference",
                whole / sum,
                PARSE_TARGET,
                whole / sum <= PARSE_TARGET ? "reached" : "missed");
    }

    private static void table(PrintStream out, String heading, Map<String, Double> times) {
        out.println(heading);
        times.forEach((name, time) -> out.printf(Locale.ROOT, "  %-34s %8.1f µs%n", name, time));
    }
}
