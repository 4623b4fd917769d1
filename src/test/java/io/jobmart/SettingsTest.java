package io.jobmart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.internal.config.ConfigEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of settings: Spark passes over a setting that it does not know, without a word. */
class SettingsTest {
    /** What spark-submit itself reads, and what goes to Hadoop. */
    private static final List<String> NOT_SPARKS_OWN = List.of("spark.master", "spark.hadoop.");

    @BeforeAll
    static void loadTheCatalogue() throws ClassNotFoundException {
        for (String holder : List.of("internal.config.package$", "internal.config.UI$", "sql.internal.SQLConf$")) {
            Class.forName("org.apache.spark." + holder);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("conf"))) {
            return files.filter(file -> file.toString().endsWith(".conf")).toList();
        }
    }

    private static Map<String, String> settings(Path file) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.strip().split("\\s+", 2);
                settings.put(parts[0], parts[1]);
            }
        }
        return settings;
    }

    @Test
    void sparkKnowsEachOfThem() throws IOException {
        assertFalse(files().isEmpty());
        for (Path file : files()) {
            for (String name : settings(file).keySet()) {
                if (NOT_SPARKS_OWN.stream().noneMatch(name::startsWith)) {
                    assertNotNull(ConfigEntry.findEntry(name), file + ": Spark knows no " + name);
                }
            }
        }
    }

    @Test
    void eachHasItsReasonAboveIt() throws IOException {
        for (Path file : files()) {
            boolean explained = false;
            for (String line : Files.readAllLines(file)) {
                assertTrue(line.isBlank() || line.startsWith("#") || explained, file + " gives no reason for " + line);
                explained = !line.isBlank();
            }
        }
    }

    @Test
    void kubernetesRunsWithTheSettingsOfAnyCluster() throws IOException {
        Map<String, String> cluster = settings(Path.of("conf/cluster.conf"));
        cluster.keySet().removeIf(name -> name.startsWith("spark.hadoop."));
        Map<String, String> kubernetes = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("jobs/schedule/kubernetes.yaml"))) {
            String[] parts = line.strip().split(": ", 2);
            if (parts[0].startsWith("spark.")) {
                kubernetes.put(parts[0], parts[1].replace("\"", ""));
            }
        }
        assertEquals(cluster, kubernetes);
    }

    @Test
    void theLogLeavesOutWhatTheLastLineOfACommandSays() throws IOException {
        Properties log = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("conf/log4j2.properties"))) {
            log.load(in);
        }
        Pattern left = Pattern.compile(log.getProperty("appender.console.filter.told.regex"));
        for (String told : List.of(
                "Aborting task",
                "Exception in statusUpdate",
                "Aborting job 9d1ca142.",
                "Exception in task 0.0 in stage 97.0 (TID 93)",
                "Task 0 in stage 1.0 failed 1 times; aborting job",
                "Exception occurred while manually close the output stream to file /tmp/a, No space left on device",
                "Lost task 1.0 in stage 1.0 (TID 2) (10.0.0.1 executor driver): java.io.IOException: No space\n\tat a page")) {
            assertTrue(left.matcher(told).matches(), told);
        }
        // A cluster goes on after these, and whoever runs it wants to know.
        for (String worth : List.of(
                "Lost executor 2 on 10.0.0.1: worker lost",
                "Lost task 1.0 in stage 1.0 (TID 2) (10.0.0.1 executor 2): java.io.IOException: No space",
                "Exception in connection from /10.0.0.1:37909")) {
            assertFalse(left.matcher(worth).matches(), worth);
        }
    }
}
