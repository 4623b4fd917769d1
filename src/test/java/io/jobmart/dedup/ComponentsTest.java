package io.jobmart.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private static Map<Long, Long> members(long[][] pairs) {
        Components components = new Components();
        for (long[] pair : pairs) {
            components.connect(pair[0], pair[1]);
        }
        Map<Long, Long> members = new TreeMap<>();
        components.members().forEachRemaining(member -> members.put(member.key(), member.lowest()));
        return members;
    }

    @Test
    void eachPartIsNamedByItsLowestKeyHoweverItsPairsCome() {
        Map<Long, Long> expected = Map.of(-7L, -7L, 3L, -7L, 5L, -7L, 9L, -7L, 20L, 20L, 21L, 20L);
        assertEquals(expected, members(new long[][] {{9, 5}, {20, 21}, {3, -7}, {5, 3}}));
        assertEquals(expected, members(new long[][] {{3, 5}, {-7, 3}, {3, -7}, {21, 20}, {9, 5}, {9, 9}}));
    }

    @Test
    void aLongChainIsOnePart() {
        int length = 200_000;
        long[][] pairs = new long[length][];
        for (int i = 0; i < length; i++) {
            // From the far end, so that every pair meets a part that is named anew.
            pairs[i] = new long[] {length - i, length - i - 1};
        }
        Map<Long, Long> members = members(pairs);
        assertEquals(length + 1, members.size());
        assertEquals(1, members.values().stream().distinct().count());
        assertEquals(0, members.get((long) length));
    }

    @Test
    void whatIsConnectedWithNothingHasNoPart() {
        assertFalse(new Components().members().hasNext());
    }
}
