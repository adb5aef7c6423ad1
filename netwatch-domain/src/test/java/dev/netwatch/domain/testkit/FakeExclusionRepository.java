package dev.netwatch.domain.testkit;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.port.ExclusionRepository;
import java.util.List;
import java.util.TreeMap;

/** Exclusions in memory. */
public final class FakeExclusionRepository implements ExclusionRepository {
    private final TreeMap<String, Exclusion> exclusions = new TreeMap<>();

    @Override
    public synchronized List<Exclusion> list() {
        return List.copyOf(exclusions.values());
    }

    @Override
    public synchronized void add(Exclusion exclusion) {
        exclusions.putIfAbsent(exclusion.process(), exclusion);
    }

    @Override
    public synchronized boolean remove(String process) {
        return exclusions.remove(process) != null;
    }

    @Override
    public synchronized int clear() {
        int count = exclusions.size();
        exclusions.clear();
        return count;
    }
}
