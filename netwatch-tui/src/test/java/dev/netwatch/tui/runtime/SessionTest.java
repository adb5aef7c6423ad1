package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.netwatch.domain.notice.RecordingException;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.domain.testkit.FakeExclusionRepository;
import dev.netwatch.domain.testkit.FakeHistoryRepository;
import dev.netwatch.domain.testkit.FakeNameResolver;
import dev.netwatch.domain.testkit.FakeSampleRecorder;
import dev.netwatch.tui.config.NetwatchConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final FakeClock clock = new FakeClock();
    private final FakeNameResolver names = new FakeNameResolver();

    @Test
    void nobodyKeepsNamesInAStoreThatHasBeenClosed() {
        List<Boolean> namesWereClosed = new CopyOnWriteArrayList<>();
        Backend.Memory memory = new Backend.Memory(
                new FakeHistoryRepository(new FakeHistoryRepository.Store()),
                new FakeExclusionRepository(),
                List::of,
                () -> namesWereClosed.add(names.isClosed()),
                clock);
        Backend backend = new Backend(
                Set.of(new FakeConnectionSource(clock)),
                List::of,
                names,
                Optional.of(memory),
                (file, source) -> new FakeSampleRecorder(),
                clock);
        try (Session session = Session.open(backend, NetwatchConfig.DEFAULT)) {
            session.tick();
        }
        assertEquals(List.of(true), namesWereClosed);
    }

    @Test
    void noOtherSourceIsTriedForARecordingThatCannotBeWritten() {
        FakeConnectionSource better = new FakeConnectionSource(clock, "better", 2, Set.of());
        FakeConnectionSource other = new FakeConnectionSource(clock, "other", 1, Set.of());
        Backend backend = new Backend(
                Set.of(better, other),
                List::of,
                names,
                Optional.empty(),
                (file, source) -> new FakeSampleRecorder().fill(),
                clock);
        try (Session session = Session.open(backend.recordedInto(Path.of("recording")), NetwatchConfig.DEFAULT)) {
            RecordingException refused = assertThrows(RecordingException.class, session::tick);
            assertEquals("The disk is full; make room.", refused.notice().sentence());
        }
        assertEquals(1, better.samples());
        assertEquals(0, other.samples());
    }
}
