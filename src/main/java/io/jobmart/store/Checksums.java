package io.jobmart.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/** Reads files to their ends: on a cluster the work of many, which the warehouse itself knows nothing of. */
@FunctionalInterface
public interface Checksums {
    /** The CRC-32C of each file's bytes, in hexadecimal; a file that can't be read has none. */
    Map<Path, String> of(List<Path> files) throws IOException;
}
