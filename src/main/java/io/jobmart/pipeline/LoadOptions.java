package io.jobmart.pipeline;

import io.jobmart.privacy.PersonalData;
import io.jobmart.source.DialectFile;
import io.jobmart.source.Dialects;
import io.jobmart.source.ReadOptions;
import io.jobmart.store.Batch;
import io.jobmart.store.Retention;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What to load, and how.
 *
 * @param warehouse path of any file system that Hadoop knows
 * @param inputs files, directories (read with all below them) and globs
 * @param source name of the source that the dump comes from
 * @param asOf the day that the dump shows, the only clock that rows know; null where the path of each file names its own
 * @param dialects of the user, tried before those that jobmart ships
 * @param complete whether the dump shows all that is open at the source: what a later one lacks is delisted then
 * @param replace whether the dump takes the place of those of the same source and day that were loaded before
 * @param timeoutDays days without a sighting after which a posting counts as closed; 0 for never
 * @param personalData what becomes of personal data in the tables
 * @param quarantineLimit share of records, 0 to 1, above which nothing is published
 * @param allowEmpty whether a dump without a single record may be published
 * @param force whether to publish what the days before did not let expect: a failed check of level WARN
 * @param breakLock whether to take the lock from a load that is not known to be dead
 * @param lockWait how long to wait at most for another load to let go of the warehouse
 * @param retention which snapshots to keep, the new one included
 * @param incremental whether to build on the snapshot before where that is less work; rows do not depend on it
 * @param splitBytes bytes of input that one task reads at most, where a file can be split
 * @param maxRecordBytes bytes that one record may have; a larger one is quarantined
 */
public record LoadOptions(
        String warehouse,
        List<String> inputs,
        String source,
        LocalDate asOf,
        List<DialectFile> dialects,
        boolean complete,
        boolean replace,
        int timeoutDays,
        PersonalData personalData,
        double quarantineLimit,
        boolean allowEmpty,
        boolean force,
        boolean breakLock,
        Duration lockWait,
        Retention retention,
        boolean incremental,
        long splitBytes,
        int maxRecordBytes)
        implements Serializable {

    /** The share of records in quarantine above which nothing is published, unless another is given. */
    public static final double QUARANTINE_LIMIT = 0.2;

    /** Days without a sighting after which a posting counts as closed, unless others are given. */
    public static final int TIMEOUT_DAYS = 90;

    public LoadOptions {
        Objects.requireNonNull(warehouse, "warehouse");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(personalData, "personalData");
        Objects.requireNonNull(lockWait, "lockWait");
        Objects.requireNonNull(retention, "retention");
        inputs = List.copyOf(inputs);
        dialects = List.copyOf(dialects);
        if (source.isBlank()) {
            throw new IllegalArgumentException("The source needs a name");
        }
        if (!(quarantineLimit >= 0 && quarantineLimit <= 1)) {
            throw new IllegalArgumentException("The quarantine limit is a share from 0 to 1, not " + quarantineLimit);
        }
        if (timeoutDays < 0) {
            throw new IllegalArgumentException("The days of silence must be at least 0, not " + timeoutDays);
        }
        if (splitBytes < 1 || maxRecordBytes < 1) {
            throw new IllegalArgumentException(
                    "Sizes of splits and records must be at least 1, not " + splitBytes + ", " + maxRecordBytes);
        }
        // A dialect that is none is told before anything is read.
        Dialects.standard().with(dialects);
    }

    /** The usual options: personal data masked, at most a fifth in quarantine, three snapshots, tasks of 32 MB, records of 16 MB. */
    public static LoadOptions of(String warehouse, List<String> inputs, String source, LocalDate asOf) {
        return new LoadOptions(
                warehouse,
                inputs,
                source,
                asOf,
                List.of(),
                false,
                false,
                TIMEOUT_DAYS,
                PersonalData.MASK,
                QUARANTINE_LIMIT,
                false,
                false,
                false,
                Duration.ZERO,
                Retention.last(3),
                true,
                32L * 1024 * 1024,
                ReadOptions.standard().maxRecordBytes());
    }

    public LoadOptions withDialects(List<DialectFile> value) {
        return with(changed -> changed.dialects = value);
    }

    /** The options of a rebuild: what is loaded is what the warehouse holds. */
    public static LoadOptions ofRebuild(String warehouse) {
        return of(warehouse, List.of(), "rebuild", LocalDate.EPOCH);
    }

    /** The options that make a batch again. */
    LoadOptions of(Batch batch) {
        LoadOptions all = of(warehouse, batch.paths(), batch.source(), LocalDate.parse(batch.asOf()))
                .withDialects(dialects)
                .withComplete(batch.complete())
                .withSplitBytes(splitBytes)
                .withMaxRecordBytes(maxRecordBytes);
        return batch.days().size() == 1 ? all : all.withDaysOfNames();
    }

    /** Each file's day is the one that its path names, not the one given. */
    public LoadOptions withDaysOfNames() {
        return with(changed -> changed.asOf = null);
    }

    public LoadOptions withComplete(boolean value) {
        return with(changed -> changed.complete = value);
    }

    public LoadOptions withReplace(boolean value) {
        return with(changed -> changed.replace = value);
    }

    public LoadOptions withTimeoutDays(int value) {
        return with(changed -> changed.timeoutDays = value);
    }

    public LoadOptions withPersonalData(PersonalData value) {
        return with(changed -> changed.personalData = value);
    }

    public LoadOptions withQuarantineLimit(double value) {
        return with(changed -> changed.quarantineLimit = value);
    }

    public LoadOptions withAllowEmpty(boolean value) {
        return with(changed -> changed.allowEmpty = value);
    }

    public LoadOptions withForce(boolean value) {
        return with(changed -> changed.force = value);
    }

    public LoadOptions withBreakLock(boolean value) {
        return with(changed -> changed.breakLock = value);
    }

    public LoadOptions withLockWait(Duration value) {
        return with(changed -> changed.lockWait = value);
    }

    public LoadOptions withRetention(Retention value) {
        return with(changed -> changed.retention = value);
    }

    public LoadOptions withIncremental(boolean value) {
        return with(changed -> changed.incremental = value);
    }

    public LoadOptions withSplitBytes(long value) {
        return with(changed -> changed.splitBytes = value);
    }

    public LoadOptions withMaxRecordBytes(int value) {
        return with(changed -> changed.maxRecordBytes = value);
    }

    /** How the files are read; made in each task, since patterns and vocabularies do not travel well. */
    ReadOptions reading() {
        return ReadOptions.standard()
                .withSource(source)
                .withMaxRecordBytes(maxRecordBytes)
                .withDialects(Dialects.standard().with(dialects));
    }

    private LoadOptions with(Consumer<Changed> change) {
        Changed changed = new Changed(this);
        change.accept(changed);
        return new LoadOptions(
                warehouse,
                inputs,
                source,
                changed.asOf,
                changed.dialects,
                changed.complete,
                changed.replace,
                changed.timeoutDays,
                changed.personalData,
                changed.quarantineLimit,
                changed.allowEmpty,
                changed.force,
                changed.breakLock,
                changed.lockWait,
                changed.retention,
                changed.incremental,
                changed.splitBytes,
                changed.maxRecordBytes);
    }

    /** What may be set apart from what must be given. */
    private static final class Changed {
        private LocalDate asOf;
        private List<DialectFile> dialects;
        private boolean complete;
        private boolean replace;
        private int timeoutDays;
        private PersonalData personalData;
        private double quarantineLimit;
        private boolean allowEmpty;
        private boolean force;
        private boolean breakLock;
        private Duration lockWait;
        private Retention retention;
        private boolean incremental;
        private long splitBytes;
        private int maxRecordBytes;

        private Changed(LoadOptions from) {
            asOf = from.asOf;
            dialects = from.dialects;
            complete = from.complete;
            replace = from.replace;
            timeoutDays = from.timeoutDays;
            personalData = from.personalData;
            quarantineLimit = from.quarantineLimit;
            allowEmpty = from.allowEmpty;
            force = from.force;
            breakLock = from.breakLock;
            lockWait = from.lockWait;
            retention = from.retention;
            incremental = from.incremental;
            splitBytes = from.splitBytes;
            maxRecordBytes = from.maxRecordBytes;
        }
    }
}
