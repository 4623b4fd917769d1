package io.jobmart.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.jobmart.dedup.Components;
import io.jobmart.spark.RecordEncoder;
import io.jobmart.spark.SparkSessionExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkSessionExtension.class)
class BridgePostingDuplicateTest {
    /** Edges of small components that very many edges would be drawn from, dealt to as many tasks. */
    @Test
    void componentsThatSeveralTasksDrewTogetherInPartComeTogetherInSteps(SparkSession spark) {
        Random random = new Random(20);
        Components whole = new Components();
        List<Components> parts = List.of(new Components(), new Components(), new Components(), new Components());
        for (int edge = 0; edge < 400; edge++) {
            long one = random.nextInt(600) - 300;
            long other = one - one % 50 + random.nextInt(6);
            if (one != other) {
                whole.connect(one, other);
                parts.get(random.nextInt(parts.size())).connect(one, other);
            }
        }
        List<Components.Member> members = new ArrayList<>();
        parts.forEach(part -> part.members().forEachRemaining(members::add));

        Map<Long, Long> expected = new TreeMap<>();
        whole.members().forEachRemaining(member -> expected.put(member.key(), member.lowest()));
        Map<Long, Long> found = new TreeMap<>();
        BridgePostingDuplicate.settled(spark.createDataset(members, RecordEncoder.of(Components.Member.class))
                        .toDF("a", "label"))
                .collectAsList()
                .forEach(row -> found.put(row.getLong(0), row.getLong(1)));
        assertEquals(expected, found);
    }
}
