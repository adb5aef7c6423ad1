package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.testkit.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DatabaseThreadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final FakeClock clock = new FakeClock();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);

    private void hang(boolean last) {
        reached.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aDiskThatHangsHoldsTheEndForSoLongAndIsTold() {
        DatabaseThread thread = new DatabaseThread(List.of(this::hang), () -> {}, clock, PATIENCE);
        thread.start();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> reached.await());
        assertEquals(List.of(), thread.notices());
        clock.advance(Duration.ofSeconds(4));
        assertEquals("history-slow", thread.notices().get(0).code());
        assertTimeoutPreemptively(PATIENCE.plusSeconds(5), thread::close);
        assertEquals(
                List.of("history-late"),
                thread.notices().stream().map(Notice::code).toList());
        never.countDown();
    }

    @Test
    void theLastRoundDoesEverythingAndThenTheStoreIsClosed() {
        StringBuffer order = new StringBuffer();
        DatabaseThread thread = new DatabaseThread(
                List.of(last -> order.append(last ? "last " : "")), () -> order.append("end"), clock, PATIENCE);
        thread.start();
        thread.close();
        thread.close();
        assertEquals("last end", order.toString());
    }

    @Test
    void aFailureIsToldAtOnceAndTriedAgainLaterAndLater() {
        AtomicInteger tries = new AtomicInteger();
        DatabaseThread thread = new DatabaseThread(
                List.of(last -> {
                    tries.incrementAndGet();
                    throw new HistoryException(Notice.error("read-only", "The disk is read-only."));
                }),
                () -> {},
                clock,
                PATIENCE);
        for (int second = 0; second < 60; second++) {
            thread.step(false);
            clock.advance(Duration.ofSeconds(1));
        }
        assertEquals(5, tries.get(), "at 0, 2, 6, 14 and 30 s");
        assertEquals(
                List.of("read-only"),
                thread.notices().stream().map(Notice::code).toList());
        thread.step(true);
        assertEquals(6, tries.get(), "the last round is tried whatever happened");
    }

    @Test
    void theLastRoundWaitsForOthersWhoWriteButForNoOtherFailure() {
        assertEquals(3, triesOfTheLastRound(DatabaseThread.BUSY));
        assertEquals(1, triesOfTheLastRound("history-read-only"));
    }

    private int triesOfTheLastRound(String failure) {
        AtomicInteger tries = new AtomicInteger();
        AtomicReference<Runnable> hurry = new AtomicReference<>();
        Chore chore = last -> {
            if (last && tries.incrementAndGet() < 3) {
                hurry.get().run();
                throw new HistoryException(Notice.warning(failure, "Not now."));
            }
        };
        DatabaseThread thread = new DatabaseThread(List.of(chore), () -> {}, clock, Duration.ofMinutes(1));
        hurry.set(thread::wake);
        thread.start();
        assertTimeoutPreemptively(Duration.ofSeconds(20), thread::close);
        return tries.get();
    }

    @Test
    void anErrorOfOursEndsTheHistoryNotTheScreen() {
        CountDownLatch ended = new CountDownLatch(1);
        DatabaseThread thread = new DatabaseThread(
                List.of(last -> {
                    throw new IllegalStateException("planted");
                }),
                ended::countDown,
                clock,
                PATIENCE);
        thread.start();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ended.await());
        thread.close();
        assertTrue(thread.notices().get(0).sentence().startsWith("History is no longer written"));
    }
}
