package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.NameCache;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNameCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CacheDeskTest {
    private static final IpAddress ADDRESS = IpAddress.parse("192.0.2.1");

    private final FakeClock clock = new FakeClock();
    private final FakeNameCache names = new FakeNameCache(clock);
    private final Learned learned = Learned.found("one.example", "ptr", clock.now(), Duration.ofHours(1));

    /** Hangs until it is let go, and counts who got so far. */
    private final class Hanging implements NameCache {
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public Optional<CachedName> find(IpAddress address, NameKind kind) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return names.find(address, kind);
        }

        @Override
        public void put(IpAddress address, NameKind kind, CachedName name) {
            names.put(address, kind, name);
        }
    }

    private static final class Failing implements NameCache {
        @Override
        public Optional<CachedName> find(IpAddress address, NameKind kind) {
            throw new HistoryException(Notice.error("history-full", "The disk is full."));
        }

        @Override
        public void put(IpAddress address, NameKind kind, CachedName name) {
            throw new HistoryException(Notice.error("history-full", "The disk is full."));
        }
    }

    private static Optional<CachedName> find(CacheDesk desk) throws Exception {
        CompletableFuture<Optional<CachedName>> found = new CompletableFuture<>();
        assertTrue(desk.find(ADDRESS, NameKind.HOST, found::complete));
        return found.get();
    }

    @Test
    void whatWasPutIsFound() throws Exception {
        try (CacheDesk desk = new CacheDesk(names, Duration.ofSeconds(30), 10)) {
            desk.put(ADDRESS, NameKind.HOST, learned);
            assertEquals(Optional.of("one.example"), find(desk).orElseThrow().text());
        }
    }

    @Test
    void aHangingCacheIsWaitedForOnceAndThenPassedByUntilItAnswers() throws Exception {
        Hanging hanging = new Hanging();
        try (CacheDesk desk = new CacheDesk(hanging, Duration.ofMillis(50), 10)) {
            assertEquals(Optional.empty(), find(desk));
            Thread caller = Thread.currentThread();
            CompletableFuture<Thread> handedOverBy = new CompletableFuture<>();
            desk.find(ADDRESS, NameKind.HOST, found -> handedOverBy.complete(Thread.currentThread()));
            assertEquals(caller, handedOverBy.getNow(null), "passed by, without a wait");

            CompletableFuture<Void> written = new CompletableFuture<>();
            desk.put(ADDRESS, NameKind.HOST, learned);
            hanging.released.countDown();
            while (!written.isDone()) {
                desk.find(ADDRESS, NameKind.HOST, found -> found.ifPresent(name -> written.complete(null)));
            }
        }
    }

    @Test
    void aFailingCacheCostsCachingOnlyAndIsLoggedOnce() throws Exception {
        List<String> warnings = new ArrayList<>();
        Logger logger = Logger.getLogger(CacheDesk.class.getName());
        Handler handler = new Collector(warnings);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (CacheDesk desk = new CacheDesk(new Failing(), Duration.ofSeconds(30), 10)) {
            assertEquals(Optional.empty(), find(desk));
            desk.put(ADDRESS, NameKind.HOST, learned);
            assertEquals(Optional.empty(), find(desk));
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertEquals(List.of("Names are not remembered: The disk is full."), warnings);
    }

    @Test
    void readersFindNoRoomBeforeWritersDo() {
        Hanging hanging = new Hanging();
        try (CacheDesk desk = new CacheDesk(hanging, Duration.ofMinutes(1), 2)) {
            int taken = 0;
            while (desk.find(ADDRESS, NameKind.HOST, found -> {})) {
                taken++;
            }
            assertTrue(taken == 2 || taken == 3, "two wait, and one may be under way: " + taken);
            desk.put(ADDRESS, NameKind.HOST, learned);
            hanging.released.countDown();
        }
    }

    @Test
    void closedItTakesNothingMore() {
        CacheDesk desk = new CacheDesk(names, Duration.ofSeconds(30), 10);
        desk.close();
        assertFalse(desk.find(ADDRESS, NameKind.HOST, found -> {}));
        desk.put(ADDRESS, NameKind.HOST, learned);
        assertEquals(Optional.empty(), names.find(ADDRESS, NameKind.HOST));
    }

    private static final class Collector extends Handler {
        private final List<String> messages;

        Collector(List<String> messages) {
            this.messages = messages;
        }

        @Override
        public void publish(LogRecord record) {
            messages.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
