package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.domain.testkit.FakeExclusionRepository;
import dev.netwatch.domain.testkit.FakeHistoryRepository;
import dev.netwatch.domain.testkit.FakeNameResolver;
import dev.netwatch.domain.testkit.FakeSampleRecorder;
import dev.netwatch.domain.testkit.Traffic;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.NetwatchConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LiveModelTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Home NOWHERE = new Home(Path.of("/nowhere/netwatch"), Optional.empty());

    private final FakeClock clock = new FakeClock();
    private final FakeConnectionSource source = new FakeConnectionSource(clock);
    private final FakeHistoryRepository.Store past = new FakeHistoryRepository.Store();
    private final Semaphore changes = new Semaphore(0);

    private Backend backend(ExclusionRepository exclusions) {
        FakeHistoryRepository history = new FakeHistoryRepository(past);
        Backend.Memory memory = new Backend.Memory(history, exclusions, List::of, history::close, Clock.system());
        return new Backend(
                Set.of(source),
                List::of,
                new FakeNameResolver(),
                Optional.of(memory),
                (file, recorded) -> new FakeSampleRecorder(),
                clock);
    }

    private LiveModel model(Supplier<Backend> backends) {
        return model(backends, List.of());
    }

    private static LiveModel model(Supplier<Backend> backends, List<Notice> standing) {
        return new LiveModel(backends, NetwatchConfig.DEFAULT, NOWHERE, Duration.ofMillis(1), Clock.system(), standing);
    }

    private void started(LiveModel model) {
        model.start(changes::release);
        assertTimeoutPreemptively(PATIENCE, () -> changes.acquire());
    }

    @Test
    void nothingIsBuiltBeforeTheFirstFrame() {
        LiveModel model = model(() -> {
            throw new AssertionError("too early");
        });
        assertTrue(model.latest().isMeasuring());
        assertEquals(List.of(), model.notices());
        model.close();
    }

    @Test
    void samplesAndWritesHistoryUntilItIsClosed() throws Exception {
        try (Traffic traffic = source.open(Traffic.Kind.values()[0])) {
            traffic.send(64);
            LiveModel model = model(() -> backend(new FakeExclusionRepository()));
            started(model);
            assertFalse(model.latest().isMeasuring());
            assertFalse(model.latest().tracking().open().isEmpty());
            model.close();
            model.close();
            assertEquals(1, source.closings());
            assertFalse(new FakeHistoryRepository(past).find(HistoryQuery.ALL).isEmpty());
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsToldOnce() {
        Notice folder = Notice.warning("home-unusable", "Nothing is remembered: /home/x: it is not a folder.");
        Notice store = Notice.warning("history-unusable", "/home/x is no folder.");
        Backend usual = backend(new FakeExclusionRepository());
        Backend.Memory memory = usual.memory().orElseThrow();
        Backend.Memory broken = new Backend.Memory(
                memory.history(), memory.exclusions(), () -> List.of(store), memory.close(), Clock.system());
        Backend backend = new Backend(
                usual.sources(), usual.interfaces(), usual.names(), Optional.of(broken), usual.recorders(), clock);
        LiveModel told = model(() -> backend, List.of(folder));
        started(told);
        assertEquals(List.of(folder), told.notices());
        told.close();
        LiveModel alone = model(() -> backend);
        started(alone);
        assertEquals(List.of(store), alone.notices());
        alone.close();
    }

    @Test
    void aSourceThatRefusesEndsTheScreenWithItsSentence() {
        source.refuse(Notice.error("no", "This system has no sockets."));
        LiveModel model = model(() -> backend(new FakeExclusionRepository()));
        started(model);
        SourceException e = assertThrows(SourceException.class, model::latest);
        assertTrue(e.notice().sentence().contains("This system has no sockets."));
        model.close();
    }

    @Test
    void anErrorEndsTheScreenToo() {
        LiveModel model = model(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        started(model);
        IllegalStateException e = assertThrows(IllegalStateException.class, model::latest);
        assertTrue(e.getMessage().contains("Java heap space"), e.getMessage());
        model.close();
    }

    @Test
    void aDiskThatHangsHoldsNeitherKeysNorTicksNorTheEnd() {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        ExclusionRepository stuck = new StuckRepository(hanging, never);
        LiveModel model = model(() -> backend(stuck));
        started(model);
        assertTimeoutPreemptively(PATIENCE, () -> hanging.await());
        model.exclude("curl");
        assertEquals(
                List.of("curl"),
                model.exclusions().stream().map(Exclusion::process).toList());
        assertTimeoutPreemptively(PATIENCE, () -> changes.acquire(3), "ticks go on");
        assertTimeoutPreemptively(Duration.ofSeconds(10), model::close);
        never.countDown();
    }

    private record StuckRepository(CountDownLatch reached, CountDownLatch never) implements ExclusionRepository {
        @Override
        public List<Exclusion> list() {
            reached.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }

        @Override
        public void add(Exclusion exclusion) {}

        @Override
        public boolean remove(String process) {
            return false;
        }

        @Override
        public int clear() {
            return 0;
        }
    }
}
