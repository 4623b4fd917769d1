package io.jobmart.pipeline;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * The postings that were parsed before, in 32 bytes each: small enough to be sent to every task, where a record is looked
 * up as it is read. A join would make a row of each record, with all its text, only to drop most of them.
 */
final class KnownReadings implements Serializable {
    /** Key of the reading, key of the posting, and the content hash in two halves. */
    private static final int LONGS = 4;

    private static final int BLOCK = 1 << 14;

    /** In ascending order. One key may stand there several times: always the same of them is found. */
    private final long[] readingKeys;

    /** What belongs to each, in the same order. */
    private final long[] values;

    private KnownReadings(long[] readingKeys, long[] values) {
        this.readingKeys = readingKeys;
        this.values = values;
    }

    /** @param known rows of one reading key say the same; null for none */
    static KnownReadings of(Dataset<KnownReading> known) {
        List<byte[]> blocks = known == null
                ? List.of()
                : known.mapPartitions(
                                (org.apache.spark.api.java.function.MapPartitionsFunction<KnownReading, byte[]>)
                                        Blocks::new,
                                Encoders.BINARY())
                        .collectAsList();
        long bytes = blocks.stream().mapToLong(block -> block.length).sum();
        long[] keys = new long[Math.toIntExact(bytes / (LONGS * Long.BYTES))];
        int count = 0;
        for (byte[] block : blocks) {
            LongBuffer longs = ByteBuffer.wrap(block).asLongBuffer();
            for (int i = 0; i < longs.limit(); i += LONGS) {
                keys[count++] = longs.get(i);
            }
        }
        Arrays.sort(keys);
        long[] values = new long[keys.length * (LONGS - 1)];
        for (byte[] block : blocks) {
            LongBuffer longs = ByteBuffer.wrap(block).asLongBuffer();
            for (int i = 0; i < longs.limit(); i += LONGS) {
                int place = Arrays.binarySearch(keys, longs.get(i));
                longs.get(i + 1, values, place * (LONGS - 1), LONGS - 1);
            }
        }
        return new KnownReadings(keys, values);
    }

    /** The reading of this key; null when the record was not parsed before. */
    KnownReading find(Long readingKey) {
        int place = readingKey == null ? -1 : Arrays.binarySearch(readingKeys, readingKey);
        if (place < 0) {
            return null;
        }
        int first = place * (LONGS - 1);
        return new KnownReading(readingKey, values[first], hex(values[first + 1]) + hex(values[first + 2]));
    }

    private static String hex(long half) {
        String digits = Long.toHexString(half);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** Readings of one partition, as long as they come. */
    private static final class Blocks implements Iterator<byte[]> {
        private final Iterator<KnownReading> readings;

        Blocks(Iterator<KnownReading> readings) {
            this.readings = readings;
        }

        @Override
        public boolean hasNext() {
            return readings.hasNext();
        }

        @Override
        public byte[] next() {
            ByteBuffer block = ByteBuffer.allocate(BLOCK * LONGS * Long.BYTES);
            while (readings.hasNext() && block.hasRemaining()) {
                KnownReading reading = readings.next();
                String hash = reading.contentHash();
                block.putLong(reading.readingKey())
                        .putLong(reading.postingKey())
                        .putLong(Long.parseUnsignedLong(hash, 0, 16, 16))
                        .putLong(Long.parseUnsignedLong(hash, 16, 32, 16));
            }
            return Arrays.copyOf(block.array(), block.position());
        }
    }
}
