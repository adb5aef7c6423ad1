package dev.netwatch.domain.track;

import static dev.netwatch.domain.track.Sockets.sample;
import static dev.netwatch.domain.track.Sockets.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.port.PeerMemory;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final Notice BROKEN = Notice.error("broken", "the table could not be read");

    /** Returns its samples in turn. */
    private record Script(String id, int rank, Optional<Notice> refusal, Deque<Supplier<Sample>> samples)
            implements ConnectionSource {
        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Sample sample() {
            return samples.remove().get();
        }

        @Override
        public void close() {}
    }

    private static Script source(String id, int rank, Optional<Notice> refusal) {
        return new Script(id, rank, refusal, new ArrayDeque<>());
    }

    private static Script failing(String id, int rank) {
        Script source = source(id, rank, Optional.empty());
        source.samples().add(() -> {
            throw new SourceException(BROKEN);
        });
        return source;
    }

    private static Sampler sampler(Script source, List<Notice> standing) {
        return new Sampler(source, tracker(), standing);
    }

    private static ConnectionTracker tracker() {
        NameResolver resolver = new NameResolver() {
            @Override
            public RemoteName nameOf(IpAddress address) {
                return RemoteName.PENDING;
            }

            @Override
            public void close() {}
        };
        return new ConnectionTracker(new Annotator(resolver, PeerMemory.NONE));
    }

    @Test
    void aFailingSourceKeepsTheConnectionsAndSaysSo() {
        Script source = source("fake", 1, Optional.empty());
        source.samples().add(() -> sample(0, List.of(tcp("a", 1), tcp("b", 2))));
        source.samples().add(() -> sample(1, List.of(tcp("a", 1)), tcp("b", 2)));
        source.samples().add(() -> {
            throw new SourceException(BROKEN);
        });
        source.samples().add(() -> sample(3, List.of(tcp("a", 1))));
        Sampler sampler = sampler(source, List.of());
        sampler.tick();
        assertEquals(1, sampler.tick().tracking().closed().size());
        Snapshot failed = sampler.tick();
        assertEquals(1, failed.tracking().open().size());
        assertEquals(List.of(), failed.tracking().closed(), "told once");
        assertEquals(Optional.of(BROKEN), failed.failure());
        assertTrue(failed.notices().contains(BROKEN));
        assertEquals(Optional.of(Sockets.START.plusSeconds(1)), failed.at());
        Snapshot mended = sampler.tick();
        assertEquals(Optional.empty(), mended.failure());
        assertEquals(List.of(), mended.notices());
    }

    @Test
    void theWorstNoticeComesFirst() {
        Notice passedOver = Notice.info("passed-over", "a better source needs a right");
        Notice lost = Notice.warning("lost", "12 messages were lost");
        Script source = source("fake", 1, Optional.empty());
        source.samples()
                .add(() -> new Sample(
                        Sockets.START,
                        0,
                        List.of(),
                        List.of(),
                        new Coverage(Coverage.Level.PARTIAL, List.of(lost), 12)));
        assertEquals(
                List.of(lost, passedOver),
                sampler(source, List.of(passedOver)).tick().notices());
    }

    @Test
    void theBestSourceThatWorksIsChosenAndTheBetterOnesSayWhyNot() {
        Notice why = Notice.info("needs-root", "best needs root");
        SourceSelector selector = new SourceSelector(List.of(
                source("replay", -1, Optional.empty()),
                source("floor", 1, Optional.empty()),
                source("best", 3, Optional.of(why)),
                source("good", 2, Optional.empty())));
        SourceSelector.Choice choice = selector.best();
        assertEquals("good", choice.source().id());
        assertEquals(List.of(why), choice.passedOver());
        assertEquals("replay", selector.named("replay").source().id());
        assertEquals(
                why,
                assertThrows(SourceException.class, () -> selector.named("best"))
                        .notice());
        assertTrue(assertThrows(SourceException.class, () -> selector.named("nonsense"))
                .getMessage()
                .contains("best, good, floor, replay"));
    }

    @Test
    void thatASourceIsMadeForAnotherSystemGoesWithoutSaying() {
        Notice other = Notice.info(ConnectionSource.OTHER_SYSTEM, "best needs another system");
        SourceSelector selector = new SourceSelector(
                List.of(source("floor", 1, Optional.empty()), source("best", 3, Optional.of(other))));
        assertEquals(List.of(), selector.best().passedOver());
        SourceException none = assertThrows(
                SourceException.class, () -> new SourceSelector(List.of(source("best", 3, Optional.of(other)))).best());
        assertTrue(none.getMessage().contains("best needs another system"));
    }

    @Test
    void aSourceThatFailsAtOnceGivesWayToTheNextBestAndSaysWhy() {
        Notice why = Notice.info("needs-root", "better needs root");
        Script next = source("next", 1, Optional.empty());
        next.samples().add(() -> sample(0, List.of(tcp("a", 1))));
        next.samples().add(() -> {
            throw new SourceException(BROKEN);
        });
        SourceSelector selector = new SourceSelector(
                List.of(next, failing("second", 2), source("third", 3, Optional.of(why)), failing("best", 4)));
        Sampler sampler = new Sampler(selector, selector.best(), tracker());
        Snapshot first = sampler.tick();
        assertEquals("next", first.source());
        assertEquals(1, first.tracking().open().size());
        assertEquals(List.of(BROKEN, BROKEN, why), first.notices());
        assertEquals(Optional.empty(), first.failure());
        assertEquals(Optional.of(BROKEN), sampler.tick().failure(), "one that worked before is kept");
    }

    @Test
    void aDemandedSourceThatFailsAtOnceIsNotReplaced() {
        SourceSelector selector = new SourceSelector(List.of(failing("best", 2), source("next", 1, Optional.empty())));
        Sampler sampler = new Sampler(selector, selector.named("best"), tracker());
        assertEquals(BROKEN, assertThrows(SourceException.class, sampler::tick).notice());
    }

    @Test
    void whereEverySourceFailsAtOnceAllReasonsAreTold() {
        SourceSelector selector = new SourceSelector(List.of(failing("best", 2), failing("next", 1)));
        Sampler sampler = new Sampler(selector, selector.best(), tracker());
        SourceException none = assertThrows(SourceException.class, sampler::tick);
        assertEquals("no-source", none.notice().code());
        assertTrue(none.getMessage().contains(BROKEN.sentence()));
    }

    @Test
    void noSourceAtAllSaysWhyNot() {
        Notice why = Notice.info("needs-root", "best needs root");
        SourceException none = assertThrows(
                SourceException.class,
                () -> new SourceSelector(
                                List.of(source("replay", -1, Optional.empty()), source("best", 3, Optional.of(why))))
                        .best());
        assertTrue(none.getMessage().contains("best needs root"));
    }
}
