package io.jobmart.store;

import java.util.List;

/**
 * The files of a published snapshot or a staged batch as they were when it was completed: the content of
 * {@code FILES.json}. A copy that broke off or a disk that lost a file shows by it without reading any data, and a flipped
 * bit by reading it.
 */
record FileList(List<Entry> files) {
    /**
     * @param path below the directory of the list
     * @param crc32c of its bytes, in hexadecimal
     */
    record Entry(String path, long bytes, String crc32c) {}
}
