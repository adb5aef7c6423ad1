package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LongMapTest {
    @Property(tries = 200)
    void behavesLikeAMap(@ForAll Random random) {
        LongMap<String> map = new LongMap<>();
        Map<Long, String> model = new HashMap<>();
        int keys = 1 + random.nextInt(300);
        for (int i = 0; i < 2_000; i++) {
            long key = random.nextInt(keys) * (random.nextBoolean() ? 1L : 1L << 32);
            switch (random.nextInt(3)) {
                case 0 -> assertEquals(model.remove(key) != null, map.remove(key));
                case 1 -> {
                    map.put(key, "v" + i);
                    model.put(key, "v" + i);
                }
                default -> assertEquals(model.get(key), map.get(key));
            }
            assertEquals(model.size(), map.size());
        }
        map.removeIf(value -> value.endsWith("3"));
        model.values().removeIf(value -> value.endsWith("3"));
        TreeSet<String> values = new TreeSet<>();
        map.forEach(values::add);
        assertEquals(new TreeSet<>(model.values()), values);
        LongMap<String> copy = map.copy();
        map.clear();
        assertEquals(0, map.size());
        model.forEach((key, value) -> assertEquals(value, copy.get(key)));
    }
}
