package io.jobmart.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jobmart.spark.SparkSessionExtension;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged jar on a cluster of processes: a master and two workers of Spark's own on this machine, to which the launcher
 * submits. Whatever dies of it in the middle, the rows are those of one process alone.
 */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(SparkSessionExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
    private static final long MINUTES = 20;
    private static final int POSTINGS = 240;
    private static final int FILES = 8;

    private final SparkSession spark;
    private final List<Process> processes = new ArrayList<>();
    private Path directory;
    private Path home;
    private String master;
    private Map<String, List<String>> expected;

    ClusterIT(SparkSession spark) {
        this.spark = spark;
    }

    @BeforeAll
    void loadInOneProcess(@TempDir Path temporary) throws Exception {
        directory = temporary;
        ObjectMapper json = new ObjectMapper();
        Path dump = Files.createDirectories(directory.resolve("dump"));
        for (int file = 0; file < FILES; file++) {
            List<String> lines = new ArrayList<>();
            // Each file repeats some of the one before.
            for (int i = file * POSTINGS / FILES - 10; i < (file + 1) * POSTINGS / FILES; i++) {
                lines.add(ad(Math.max(0, i)).json(json, "N-" + Math.max(0, i)));
            }
            lines.add(5, "{\"title\": ");
            Files.write(dump.resolve(file + ".jsonl"), lines);
        }
        home = Files.createDirectories(directory.resolve("spark"));
        startCluster();
        assertEquals(0, end(load("alone", "--master", "local[2]"), "alone"), log("alone"));
        expected = contents("alone");
        assertEquals(POSTINGS, expected.get("fact_posting").size());
        assertEquals(FILES, expected.get("quarantine").size());
    }

    private static Ad ad(int number) {
        return new Ad(
                number,
                number % 3 == 0 ? "Baker" : "Data Engineer",
                LocalDate.of(2026, 1 + number % 3, 1 + number % 28),
                null,
                Ad.City.values()[number % 3],
                number % 2 == 0 ? "REMOTE" : "HYBRID",
                List.of("Java", "SQL", "Python").subList(0, 1 + number % 3),
                List.of("Docker"),
                List.of("PostgreSQL"),
                new Ad.Pay(50_000 + number, 60_000 + number, false),
                List.of("BACHELOR", "MASTER"),
                false,
                List.of(4, 2));
    }

    /** Workers start executors from a Spark distribution: a folder of the jars of the class path is one. */
    private void startCluster() throws Exception {
        Path jars = Files.createDirectories(home.resolve("jars"));
        Path classPath;
        try (Stream<Path> found = Files.list(Path.of("target"))) {
            classPath = found.filter(path -> path.getFileName().toString().matches("spark-.*\\.classpath"))
                    .findFirst()
                    .orElseThrow();
        }
        for (String jar : Files.readString(classPath).strip().split(File.pathSeparator)) {
            Path path = Path.of(jar);
            Files.createSymbolicLink(jars.resolve(path.getFileName()), path);
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        master = "spark://127.0.0.1:" + port;
        daemon("master", "org.apache.spark.deploy.master.Master", "--port", "" + port);
        await("master", "New state: ALIVE");
        startWorker("worker1");
        startWorker("worker2");
    }

    private Process startWorker(String name) throws Exception {
        Process worker = daemon(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "2",
                "--memory",
                "4g",
                "--work-dir",
                directory.resolve(name + "-work").toString(),
                master);
        await(name, "Successfully registered with master");
        return worker;
    }

    private Process daemon(String name, String type, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "@" + Path.of("conf/jvm-module.opts").toAbsolutePath(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                home.resolve("jars") + "/*",
                type,
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0"));
        command.addAll(List.of(words));
        return start(name, command);
    }

    private Process start(String name, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JOBMART_SPARK", "maven");
        builder.environment().put("JOBMART_DRIVER_MEMORY", "1g");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** A load by the launcher into the warehouse of that name. */
    private Process load(String name, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("jobs/jobmart").toAbsolutePath().toString()));
        command.addAll(List.of(options));
        for (String setting : List.of(
                "spark.driver.memory=1g",
                "spark.executor.memory=1g",
                "spark.executor.cores=1",
                "spark.cores.max=2",
                "spark.sql.shuffle.partitions=4",
                "spark.standalone.submit.waitAppCompletion=true")) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of("load", "--input", directory.resolve("dump").toString()));
        command.addAll(List.of("--warehouse", directory.resolve(name).toString()));
        command.addAll(List.of("--as-of", "2026-04-01", "--source", "board"));
        return start(name + "-load", command);
    }

    private String log(String name) throws IOException {
        return Files.readString(directory.resolve(name + "-load.log"));
    }

    private int end(Process process, String name) throws Exception {
        assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), () -> name + " does not end");
        return process.exitValue();
    }

    private void await(String name, String words) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Path log = directory.resolve(name + ".log");
        while (!Files.readString(log).contains(words)) {
            assertTrue(System.nanoTime() < end, () -> name + " does not say " + words);
            Thread.sleep(100);
        }
    }

    private Map<String, List<String>> contents(String name) {
        return LoadedWarehouse.open(spark, directory.resolve(name)).contents();
    }

    private void assertSameRows(String name) {
        Map<String, List<String>> found = contents(name);
        expected.forEach((table, rows) -> assertEquals(rows, found.get(table), table));
    }

    @Test
    void theDriverHereAndTheWorkElsewhereGivesTheSameRows() throws Exception {
        assertEquals(0, end(load("client", "--master", master), "client"), log("client"));
        assertSameRows("client");
    }

    @Test
    void theDriverOnAWorkerGivesTheSameRows() throws Exception {
        assertEquals(
                0, end(load("cluster", "--master", master, "--deploy-mode", "cluster"), "cluster"), log("cluster"));
        assertSameRows("cluster");
    }

    @Test
    void anExecutorAndAWorkerThatDieInTheMiddleCostTimeAndNoRecord() throws Exception {
        Process doomed = startWorker("worker3");
        Process load = load("killed", "--master", master, "--conf", "spark.cores.max=3");
        Path warehouse = directory.resolve("killed");
        // One while the records are parsed, one while the tables are made.
        awaitFile(load, warehouse.resolve("parsed"), 1);
        assertTrue(killAnExecutor(), "no executor ran");
        awaitFile(load, warehouse.resolve("snapshots"), 4);
        assertTrue(killAnExecutor(), "no executor ran");
        awaitFile(load, warehouse.resolve("snapshots"), 8);
        doomed.descendants().forEach(ProcessHandle::destroyForcibly);
        doomed.destroyForcibly();
        assertTrue(load.isAlive(), "it was all in the middle");
        assertEquals(0, end(load, "killed"), log("killed"));
        assertSameRows("killed");
    }

    /** Until so many directories lie two levels below. */
    private void awaitFile(Process load, Path parent, int count) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (true) {
            if (Files.exists(parent)) {
                try (Stream<Path> found = Files.walk(parent, 2)) {
                    if (found.filter(path -> parent.relativize(path).getNameCount() == 2)
                                    .count()
                            >= count) {
                        return;
                    }
                } catch (java.io.UncheckedIOException e) {
                    // Something went away in the middle of the look.
                }
            }
            assertTrue(load.isAlive(), () -> "ended before " + count + " directories lay below " + parent);
            assertTrue(System.nanoTime() < end, "nothing happens");
            Thread.sleep(50);
        }
    }

    private boolean killAnExecutor() {
        return processes.stream()
                .flatMap(Process::descendants)
                .filter(process -> process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst()
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
    }

    @AfterAll
    void stop() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
