package io.jobmart.bench;

import io.jobmart.parse.ParserBenchmark;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Makes dumps and times what reading a posting costs. Run by {@code jobs/bench}.
 *
 * <pre>
 * generate COUNT FILE [FIRST]    writes a dump of JSON-LD lines, the postings numbered from FIRST, default 0; those of
 *                                one number are the same in all dumps
 * steps [SECONDS]                times the reference kernels, every step of the parser and the whole, by JMH in this
 *                                process; seconds a benchmark, default 6
 * </pre>
 */
public final class Bench {
    /** What the whole parse may cost, as a multiple of the reference kernels timed in the same process. */
    private static final double PARSE_TARGET = 2.5;

    private static final int ITERATION_MILLISECONDS = 300;

    private Bench() {}

    public static void main(String[] arguments) throws IOException, RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if ((arguments.length == 3 || arguments.length == 4) && arguments[0].equals("generate")) {
            long first = arguments.length == 4 ? Long.parseLong(arguments[3]) : 0;
            long bytes = generate(first, Long.parseLong(arguments[1]), Path.of(arguments[2]));
            out.printf(Locale.ROOT, "%s: %s postings, %.1f MB%n", arguments[2], arguments[1], bytes / 1e6);
        } else if (arguments.length >= 1 && arguments[0].equals("steps")) {
            steps(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 6, out);
        } else {
            System.err.println("usage: generate COUNT FILE [FIRST] | steps [SECONDS]");
            System.exit(2);
        }
    }

    private static long generate(long first, long count, Path file) throws IOException {
        PostingGenerator generator = new PostingGenerator(Dump.SEED, count);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        long bytes = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (long number = first; number < first + count; number++) {
                byte[] line = generator.line(number);
                out.write(line);
                out.write('\n');
                bytes += line.length + 1;
            }
        }
        return bytes;
    }

    private static void steps(int seconds, PrintStream out) throws RunnerException {
        out.println("CPU per posting, medians, one thread");
        Map<String, Double> reference = run(ReferenceBenchmark.class, seconds);
        double sum =
                reference.values().stream().mapToDouble(Double::doubleValue).sum();
        out.printf(Locale.ROOT, "%nreference%n");
        table(out, reference, sum);
        out.printf(Locale.ROOT, "  %-30s %8.1f µs%n", "together", sum);
        Map<String, Double> steps = run(ParserBenchmark.class, seconds);
        out.printf(Locale.ROOT, "%nsteps of the parser%35s%n", "of the reference");
        table(out, steps, sum);
        double whole = steps.get("a23JsonAndParse");
        out.printf(
                Locale.ROOT,
                "%n  JSON and parse / reference %.2f, target %.1f: %s; %,.0f postings a second and core%n",
                whole / sum,
                PARSE_TARGET,
                whole / sum <= PARSE_TARGET ? "reached" : "missed",
                1e6 / whole);
    }

    /** CPU microseconds of each benchmark of a class, by name. One process, no forks: its ratios are what counts. */
    private static Map<String, Double> run(Class<?> benchmarks, int seconds) throws RunnerException {
        int iterations = Math.max(3, seconds * 1_000 / ITERATION_MILLISECONDS / 2);
        Options options = new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                .forks(0)
                .threads(1)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(iterations)
                .warmupTime(TimeValue.milliseconds(ITERATION_MILLISECONDS))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(ITERATION_MILLISECONDS))
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, Double> times = new TreeMap<>();
        for (RunResult result : new Runner(options).run()) {
            double[] cpu = result.getBenchmarkResults().iterator().next().getIterationResults().stream()
                    .mapToDouble(one ->
                            one.getSecondaryResults().get(CpuProfiler.LABEL).getScore())
                    .sorted()
                    .toArray();
            String name = result.getParams().getBenchmark();
            times.put(name.substring(name.lastIndexOf('.') + 1), cpu[cpu.length / 2]);
        }
        return times;
    }

    private static void table(PrintStream out, Map<String, Double> times, double sum) {
        times.forEach((name, time) -> out.printf(
                Locale.ROOT, "  %-30s %8.1f µs  %5.2f%n", name.replaceFirst("^a\\d\\d", ""), time, time / sum));
    }
}
