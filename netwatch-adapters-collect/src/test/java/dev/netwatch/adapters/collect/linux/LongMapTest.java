package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
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
        List<String> asked = new ArrayList<>();
        map.removeIf(value -> asked.add(value) && value.endsWith("3"));
        assertEquals(new TreeSet<>(model.values()), new TreeSet<>(asked));
        assertEquals(model.size(), asked.size(), "asked once about each");
        model.values().removeIf(value -> value.endsWith("3"));
        assertEquals(model.size(), map.size());
        model.forEach((key, value) -> assertEquals(value, map.get(key)));
        TreeSet<String> values = new TreeSet<>();
        map.forEach(values::add);
        assertEquals(new TreeSet<>(model.values()), values);
        LongMap<String> copy = map.copy();
        map.clear();
        assertEquals(0, map.size());
        model.forEach((key, value) -> assertEquals(value, copy.get(key)));
    }

    /** The sweep after each dump costs no memory, however many there once were. */
    @Example
    void removingAllocatesNothing() {
        LongMap<Long> map = new LongMap<>();
        for (long i = 0; i < 100_000; i++) {
            map.put(i, i);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        map.removeIf(value -> value % 3 == 0);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 500_000, allocated + " bytes");
        assertEquals(66_666, map.size());
    }
}
