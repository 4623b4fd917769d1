package io.jobmart.pipeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What to load, and how.
 *
 * @param warehouse path of any file system that Hadoop knows
 * @param inputs files, directories (read with all below them) and globs
 * @param source name of the source that the dump comes from
 * @param asOf the day that the dump shows; the only clock that rows know
 * @param quarantineLimit share of records, 0 to 1, above which nothing is published
 * @param allowEmpty whether a dump without a single record may be published
 * @param breakLock whether to take the lock from a load that is not known to be dead
 * @param keepSnapshots how many snapshots to keep, the new one included
 * @param splitBytes bytes of input that one task reads at most, where a file can be split
 * @param maxRecordBytes bytes that one record may have; a larger one is quarantined
 */
public record LoadOptions(
        String warehouse,
        List<String> inputs,
        String source,
        LocalDate asOf,
        double quarantineLimit,
        boolean allowEmpty,
        boolean breakLock,
        int keepSnapshots,
        long splitBytes,
        int maxRecordBytes) {

    public LoadOptions {
        Objects.requireNonNull(warehouse, "warehouse");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(asOf, "asOf");
        inputs = List.copyOf(inputs);
        if (source.isBlank()) {
            throw new IllegalArgumentException("The source needs a name");
        }
        if (!(quarantineLimit >= 0 && quarantineLimit <= 1)) {
            throw new IllegalArgumentException("The quarantine limit is a share from 0 to 1, not " + quarantineLimit);
        }
        if (keepSnapshots < 1 || splitBytes < 1 || maxRecordBytes < 1) {
            throw new IllegalArgumentException(
                    "Snapshots to keep and sizes of splits and records must be at least 1, not " + keepSnapshots + ", "
                            + splitBytes + ", " + maxRecordBytes);
        }
    }

    /** The usual options: at most a fifth in quarantine, three snapshots, tasks of 32 MB, records of 16 MB. */
    public static LoadOptions of(String warehouse, List<String> inputs, String source, LocalDate asOf) {
        return new LoadOptions(
                warehouse, inputs, source, asOf, 0.2, false, false, 3, 32L * 1024 * 1024, 16 * 1024 * 1024);
    }

    public LoadOptions withQuarantineLimit(double value) {
        return new LoadOptions(
                warehouse,
                inputs,
                source,
                asOf,
                value,
                allowEmpty,
                breakLock,
                keepSnapshots,
                splitBytes,
                maxRecordBytes);
    }

    public LoadOptions withAllowEmpty(boolean value) {
        return new LoadOptions(
                warehouse,
                inputs,
                source,
                asOf,
                quarantineLimit,
                value,
                breakLock,
                keepSnapshots,
                splitBytes,
                maxRecordBytes);
    }

    public LoadOptions withBreakLock(boolean value) {
        return new LoadOptions(
                warehouse,
                inputs,
                source,
                asOf,
                quarantineLimit,
                allowEmpty,
                value,
                keepSnapshots,
                splitBytes,
                maxRecordBytes);
    }

    public LoadOptions withKeepSnapshots(int value) {
        return new LoadOptions(
                warehouse,
                inputs,
                source,
                asOf,
                quarantineLimit,
                allowEmpty,
                breakLock,
                value,
                splitBytes,
                maxRecordBytes);
    }

    public LoadOptions withSplitBytes(long value) {
        return new LoadOptions(
                warehouse,
                inputs,
                source,
                asOf,
                quarantineLimit,
                allowEmpty,
                breakLock,
                keepSnapshots,
                value,
                maxRecordBytes);
    }

    public LoadOptions withMaxRecordBytes(int value) {
        return new LoadOptions(
                warehouse,
                inputs,
                source,
                asOf,
                quarantineLimit,
                allowEmpty,
                breakLock,
                keepSnapshots,
                splitBytes,
                value);
    }
}
