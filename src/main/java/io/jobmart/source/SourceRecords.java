package io.jobmart.source;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The records of one file, read as they are asked for: memory is bounded by one record, whatever the file's size.
 *
 * <p>{@link #next()} throws {@link java.io.UncheckedIOException} when the storage fails, so that the read can be tried
 * again elsewhere; a file that is itself damaged gives a rejection instead.
 */
public interface SourceRecords extends Iterator<SourceRecord>, Closeable {

    /** The format of the file, known from the start. */
    FileFormat format();
}
