package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.testkit.FakeClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WhoisDeskTest {
    private static final String ROOT = "whois.root.example";

    private final FakeClock clock = new FakeClock();
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch busy = new CountDownLatch(3);
    private final CountDownLatch held = new CountDownLatch(1);

    /** Takes three questions at once, one a thread, and lets none go before the door is open. */
    private StubWhois gated() throws Exception {
        return gated(Set.of());
    }

    /** As above, but these questions keep their threads until {@link #held} is let go. */
    private StubWhois gated(Set<String> holding) throws Exception {
        return new StubWhois((question, out) -> {
            busy.countDown();
            (holding.contains(question) ? held : open).await();
            out.write(("inetnum: " + question + "/24\nowner: Example LLC\n").getBytes());
        });
    }

    private WhoisDesk desk(StubWhois stub, int waiting) {
        return desk(stub, waiting, clock);
    }

    private static WhoisDesk desk(StubWhois stub, int waiting, Clock clock) {
        WhoisConfig config = ResolveFixture.whois(ROOT, Map.of(ROOT, stub.endpoint()));
        WhoisHosts hosts =
                new WhoisHosts(new DnsExchange(new DnsServers(DnsConfig.DEFAULT, clock), 1), config.pinned(), clock);
        return new WhoisDesk(new WhoisLookup(config, hosts, clock), waiting);
    }

    private static Dossier dossier(String address) {
        return new Dossier(IpAddress.parse(address));
    }

    private static Dossier dossier(String address, Answer host) {
        Dossier dossier = dossier(address);
        dossier.host().learn(host, Instant.MAX);
        return dossier;
    }

    @Test
    void addressesWithoutHostNameComeFirst() throws Exception {
        CountDownLatch done = new CountDownLatch(5);
        try (StubWhois stub = gated(Set.of("1.1.1.1", "1.2.1.1")); // so that one thread asks the rest, in order
                WhoisDesk desk = desk(stub, 100)) {
            for (String address : List.of("1.1.1.1", "1.2.1.1", "1.3.1.1")) {
                assertTrue(desk.ask(dossier(address), learned -> done.countDown()));
            }
            busy.await();
            Dossier named = dossier("9.1.1.1", new Answer.Found("one.example", "ptr", clock.now()));
            Dossier unsettled = dossier("9.2.1.1");
            Dossier later = dossier("9.3.1.1");
            Dossier failed = dossier("9.4.1.1", new Answer.Failed("DNS says SERVFAIL"));
            for (Dossier each : List.of(named, unsettled, later, failed)) {
                assertTrue(desk.ask(each, learned -> done.countDown()));
            }
            later.host().learn(new Answer.Absent(), Instant.MAX);
            open.countDown();
            done.await();
            held.countDown();
            List<String> order = stub.asked().subList(3, 7);
            assertEquals(4, order.size());
            assertTrue(order.indexOf("9.3.1.1") < order.indexOf("9.1.1.1"), order.toString());
            assertTrue(order.indexOf("9.4.1.1") < order.indexOf("9.1.1.1"), order.toString());
            assertEquals("9.1.1.1", order.get(3), order.toString());
        }
    }

    @Test
    void neighboursWaitForWhatOneOfThemLearns() throws Exception {
        CountDownLatch done = new CountDownLatch(50);
        open.countDown();
        try (StubWhois stub = gated();
                WhoisDesk desk = desk(stub, 100)) {
            for (int i = 0; i < 50; i++) {
                assertTrue(desk.ask(dossier("9.1.1." + i), learned -> done.countDown()));
            }
            done.await();
            assertEquals(1, stub.asked().size());
        }
    }

    @Test
    void moreThanFitsIsTurnedAway() throws Exception {
        try (StubWhois stub = gated();
                WhoisDesk desk = desk(stub, 2)) {
            int taken = 0;
            while (desk.ask(dossier("9." + taken + ".1.1"), learned -> {})) {
                taken++;
            }
            assertTrue(taken >= 2 && taken <= 5, "two wait, up to three are asked: " + taken);
        } finally {
            open.countDown();
        }
    }

    /** Breaks so many times in a whois thread. */
    private Clock breaking(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new Clock() {
            @Override
            public Instant now() {
                boolean whois = Thread.currentThread().getName().startsWith("netwatch-whois");
                if (whois && left.getAndDecrement() > 0) {
                    throw new IllegalStateException("a test's mistake in the program");
                }
                return clock.now();
            }

            @Override
            public long nanos() {
                return clock.nanos();
            }
        };
    }

    private static Answer learn(WhoisDesk desk, String address) throws Exception {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        assertTrue(desk.ask(dossier(address), learned -> answer.complete(learned.answer())));
        return answer.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aMistakeIsAFailedAnswerAndTheThreadGoesOn() throws Exception {
        open.countDown();
        try (StubWhois stub = gated();
                WhoisDesk desk = desk(stub, 100, breaking(1))) {
            assertInstanceOf(Answer.Failed.class, learn(desk, "9.1.1.1"));
            assertInstanceOf(Answer.Found.class, learn(desk, "9.2.1.1"));
        }
    }

    @Test
    void whoCannotTakeAnAnswerDoesNotStopTheOthers() throws Exception {
        open.countDown();
        try (StubWhois stub = gated();
                WhoisDesk desk = desk(stub, 100)) {
            for (int i = 0; i < 9; i++) {
                assertTrue(desk.ask(dossier("9." + i + ".1.1"), learned -> {
                    throw new IllegalStateException("a test's mistake in the program");
                }));
            }
            assertInstanceOf(Answer.Found.class, learn(desk, "9.99.1.1"));
        }
    }

    @Test
    void closedItTakesNothingMore() throws Exception {
        try (StubWhois stub = gated()) {
            WhoisDesk desk = desk(stub, 2);
            desk.close();
            desk.close();
            assertFalse(desk.ask(dossier("9.99.1.1"), learned -> {}));
        }
    }
}
