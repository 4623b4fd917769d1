package io.jobmart.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.FileSystemException;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class StorageFailureTest {
    private static final SparkConf SPARK = new SparkConf(false).set("spark.local.dir", "/nowhere/scratch");
    private static final IOException FULL = new IOException("No space left on device");

    private static String loading(Throwable failure) {
        LoadException known = StorageFailure.of(
                new IllegalStateException("Task failed\n\tat page one", failure), "/warehouse", SPARK);
        return known == null
                ? null
                : assertInstanceOf(LoadException.CannotWrite.class, known).getMessage();
    }

    @Test
    void aFullDiskIsNamedWithTheRoomOfAllThatALoadWritesTo() {
        String message = loading(FULL);
        assertTrue(
                message.startsWith("Cannot load into the warehouse /warehouse: No space left on device (free: "),
                message);
        assertTrue(message.contains("MB in the warehouse, 0 MB in Spark's scratch folder /nowhere/scratch, "), message);
        assertTrue(message.contains(" MB in Spark's scratch folder " + System.getProperty("java.io.tmpdir")), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aLibraryThatFoundNoRoomToBeUnpackedIsAFullDisk() {
        String unpacking = "Cannot unpack libzstd-jni: No space left on device";
        assertTrue(loading(new ExceptionInInitializerError(unpacking)).contains(": " + unpacking + " (free: "));
        NoClassDefFoundError later = new NoClassDefFoundError("Could not initialize class RecyclingBufferPool");
        later.initCause(new ExceptionInInitializerError(unpacking));
        assertTrue(loading(later).contains(": " + unpacking + " (free: "));
    }

    @Test
    void aClassThatIsMissingIsADefect() {
        assertNull(loading(new NoClassDefFoundError("com/example/Missing")));
    }

    @Test
    void aReadOnlyDiskIsNamedByTheFileThatCouldNotBeWritten() {
        assertEquals(
                "Cannot load into the warehouse /warehouse: FileSystemException: /warehouse/LOCK: Read-only file system",
                loading(new FileSystemException("/warehouse/LOCK", null, "Read-only file system")));
    }

    @Test
    void aFileThatVanishedIsBadInput() {
        LoadException known = StorageFailure.of(
                new IllegalStateException(
                        new VanishedInputException("/dump/a.jsonl", new FileNotFoundException("gone"))),
                "/warehouse",
                SPARK);
        String message = assertInstanceOf(LoadException.BadInput.class, known).getMessage();
        assertTrue(message.contains("/dump/a.jsonl"), message);
    }

    @Test
    void sparkThatFindsNoRoomToStartNamesItsFolders() {
        String message = StorageFailure.ofStart(FULL, SPARK);
        assertTrue(
                message.startsWith("Cannot start Spark: No space left on device (free: 0 MB in Spark's scratch folder"),
                message);
        assertNull(StorageFailure.ofStart(new IllegalStateException(new ConnectException("refused")), SPARK));
    }
}
