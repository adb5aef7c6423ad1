package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeExclusionRepository;
import java.util.AbstractList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExclusionMemoryTest {
    private final FakeClock clock = new FakeClock();
    private final FakeExclusionRepository store = new FakeExclusionRepository();
    private final ExclusionMemory memory = new ExclusionMemory(List.of("chrome", "chrome"), clock);
    private final Chore chore = memory.storedIn(store);

    private Set<String> hidden() {
        return memory.all().stream().map(Exclusion::process).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> stored() {
        return store.list().stream().map(Exclusion::process).toList();
    }

    @Test
    void whatIsStoredJoinsWhatIsConfigured() {
        store.add(new Exclusion("curl", clock.now()));
        assertEquals(Set.of("chrome"), hidden());
        chore.attend(false);
        assertEquals(Set.of("chrome", "curl"), hidden());
        assertTrue(memory.isRead());
    }

    @Test
    void aChangeHoldsAtOnceAndIsWrittenBehind() {
        memory.add("vim");
        assertEquals(Set.of("chrome", "vim"), hidden());
        assertEquals(List.of(), stored());
        chore.attend(true);
        assertEquals(List.of("vim"), stored(), "even if the store was never read");
    }

    @Test
    void removingHoldsAtOnceWhateverTheStoreSaysLaterAndLeavesWhatIsConfigured() {
        store.add(new Exclusion("curl", clock.now()));
        memory.add("vim");
        memory.remove("curl");
        memory.remove("vim");
        memory.remove("chrome");
        assertEquals(Set.of("chrome"), hidden());
        chore.attend(false);
        assertEquals(Set.of("chrome"), hidden());
        assertEquals(List.of(), stored());
        memory.add("curl");
        chore.attend(false);
        assertEquals(List.of("curl"), stored());
    }

    @Test
    void clearingBeforeTheStoreWasReadHolds() {
        store.add(new Exclusion("curl", clock.now()));
        memory.clear();
        chore.attend(false);
        assertEquals(Set.of("chrome"), hidden(), "the configuration file keeps its word");
        assertEquals(List.of(), stored());
    }

    @Test
    void clearingWhileTheStoreIsBeingReadHolds() throws InterruptedException {
        Thread clearing = new Thread(memory::clear, "clearing");
        AtomicBoolean met = new AtomicBoolean();
        List<Exclusion> stored = new AbstractList<>() {
            @Override
            public Exclusion get(int index) {
                if (met.compareAndSet(false, true)) { // somebody clears just when this is being added
                    clearing.start();
                    while (clearing.isAlive() && clearing.getState() != Thread.State.BLOCKED) {
                        Thread.onSpinWait();
                    }
                }
                return new Exclusion("curl", clock.now());
            }

            @Override
            public int size() {
                return 1;
            }
        };
        memory.storedIn(new Stored(stored)).attend(false);
        clearing.join();
        assertTrue(met.get());
        assertEquals(Set.of("chrome"), hidden());
    }

    private record Stored(List<Exclusion> list) implements ExclusionRepository {
        @Override
        public void add(Exclusion exclusion) {
            throw new AssertionError("nothing was added");
        }

        @Override
        public boolean remove(String process) {
            throw new AssertionError("nothing was removed");
        }

        @Override
        public int clear() {
            return 1;
        }
    }
}
