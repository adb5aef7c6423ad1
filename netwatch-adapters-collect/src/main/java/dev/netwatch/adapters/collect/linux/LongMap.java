package dev.netwatch.adapters.collect.linux;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A map from numbers, by open addressing: looking up tens of thousands of cookies a second neither boxes nor chases
 * pointers. Not thread-safe.
 */
final class LongMap<V> {
    private long[] keys;
    private @Nullable Object[] values;
    private int size;

    LongMap() {
        keys = new long[64];
        values = new Object[64];
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(long key) {
        return (V) values[slot(key)];
    }

    void put(long key, V value) {
        int slot = slot(key);
        if (values[slot] == null) {
            keys[slot] = key;
            size++;
        }
        values[slot] = value;
        if (size * 2 > keys.length) {
            resize(keys.length * 2);
        }
    }

    /** @return whether it was there */
    boolean remove(long key) {
        int slot = slot(key);
        if (values[slot] == null) {
            return false;
        }
        values[slot] = null;
        size--;
        closeGap(slot);
        return true;
    }

    LongMap<V> copy() {
        LongMap<V> copy = new LongMap<>();
        copy.keys = keys.clone();
        copy.values = values.clone();
        copy.size = size;
        return copy;
    }

    void clear() {
        Arrays.fill(values, null);
        size = 0;
    }

    @SuppressWarnings("unchecked")
    void forEach(Consumer<V> action) {
        for (Object value : values) {
            if (value != null) {
                action.accept((V) value);
            }
        }
    }

    /*
     * In place, since this is asked after each dump. The walk begins behind an empty slot, so that no chain of pushed
     * entries is cut: once something was removed, each entry behind it is put anew, and lands where it was or nearer
     * to its home, among what was asked about already.
     */
    /** Removes what {@code condition} is true for; it is asked once about each value. */
    @SuppressWarnings("unchecked")
    void removeIf(Predicate<V> condition) {
        int mask = keys.length - 1;
        int start = emptySlot();
        boolean gaps = false;
        for (int i = start + 1 & mask; i != start; i = i + 1 & mask) {
            Object value = values[i];
            if (value == null) {
                continue;
            }
            boolean removed = condition.test((V) value);
            if (removed || gaps) {
                gaps = true;
                values[i] = null;
                size--;
            }
            if (!removed && gaps) {
                insert(keys[i], value);
            }
        }
    }

    /** There always is one: at most half of the slots are taken. */
    private int emptySlot() {
        int slot = 0;
        while (values[slot] != null) {
            slot++;
        }
        return slot;
    }

    /** Where the key is, or would be. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key, mask);
        while (values[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int home(long key, int mask) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & mask;
    }

    /** Moves up what the removed entry had pushed away from its home, so that no search stops early. */
    private void closeGap(int removed) {
        int mask = keys.length - 1;
        int gap = removed;
        for (int i = gap + 1 & mask; values[i] != null; i = i + 1 & mask) {
            int distance = i - home(keys[i], mask) & mask;
            if (distance >= (i - gap & mask)) {
                keys[gap] = keys[i];
                values[gap] = values[i];
                values[i] = null;
                gap = i;
            }
        }
    }

    private void resize(int capacity) {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[capacity];
        values = new Object[capacity];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            Object value = oldValues[i];
            if (value != null) {
                insert(oldKeys[i], value);
            }
        }
    }

    private void insert(long key, Object value) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
        size++;
    }
}
