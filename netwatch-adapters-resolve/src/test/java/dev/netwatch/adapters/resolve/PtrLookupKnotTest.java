package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reverse DNS against a real server. */
class PtrLookupKnotTest {
    @TempDir
    static Path folder;

    private static Optional<KnotServer> knot = Optional.empty();

    private final FakeClock clock = new FakeClock();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(KnotServer.program().isPresent(), "knotd is not installed (package knot)");
        knot = Optional.of(KnotServer.start(folder, ReverseZones.all()));
    }

    @AfterAll
    static void stop() {
        knot.ifPresent(KnotServer::close);
    }

    private PtrLookup lookup() {
        DnsConfig config =
                DnsConfig.DEFAULT.withServers(List.of(knot.orElseThrow().endpoint()));
        return new PtrLookup(new DnsExchange(new DnsServers(config, clock), 3), config, clock);
    }

    private Learned ask(String address) throws Exception {
        return lookup().ask(IpAddress.parse(address)).toCompletableFuture().get();
    }

    private void assertHost(String expected, String address) throws Exception {
        assertEquals(Optional.of(expected), ask(address).answer().name());
    }

    @Test
    void ipv4AndIpv6AddressesHaveNamesWithoutFinalDot() throws Exception {
        assertHost("one.example", "203.0.113.1");
        assertHost("six.example", "2001:db8::1");
        assertHost("one.example", "::ffff:203.0.113.1");
    }

    @Test
    void anAnswerHoldsAsLongAsItsTtlWithinReason() throws Exception {
        assertEquals(Duration.ofMinutes(10), ask("203.0.113.2").holds());
        assertEquals(Duration.ofMinutes(1), ask("203.0.113.3").holds());
        assertEquals(Duration.ofDays(1), ask("203.0.113.4").holds());
    }

    @Test
    void noSuchNameAndNoSuchRecordAreNegativeAnswersForAsLongAsTheZoneSays() throws Exception {
        for (String address : List.of("203.0.113.250", "203.0.113.6")) {
            Learned learned = ask(address);
            assertInstanceOf(Answer.Absent.class, learned.answer());
            assertEquals(Duration.ofSeconds(120), learned.holds());
        }
    }

    @Test
    void ofSeveralNamesItIsAlwaysTheSame() throws Exception {
        assertHost("a.example", "203.0.113.5");
    }

    @Test
    void aZoneDelegatedByAliasesIsFollowed() throws Exception {
        Learned learned = ask("203.0.113.7");
        assertEquals(Optional.of("delegated.example"), learned.answer().name());
        assertEquals(Duration.ofMinutes(5), learned.holds());
    }

    @Test
    void anAliasTheServerMayNotFollowIsAskedForAndFails() throws Exception {
        assertEquals(new Answer.Failed("DNS says REFUSED"), ask("203.0.113.8").answer());
    }

    @Test
    void aliasesInACircleEnd() throws Exception {
        assertTrue(ask("203.0.113.9").answer().name().isEmpty());
    }

    @Test
    void aCrowdOfNamesComesByTcp() throws Exception {
        assertHost("a-rather-long-name-of-a-virtual-host-000.crowd.example", "10.1.1.1");
    }

    @Test
    void hostileNamesAreMadeHarmless() throws Exception {
        assertHost("?[31mred.example", "203.0.113.20");
        assertHost("www?bank?com.evil.example", "203.0.113.21");
        assertHost("???moc.example", "203.0.113.22");
        assertInstanceOf(Answer.Absent.class, ask("203.0.113.23").answer());
    }

    @Test
    void aServerThatHasNoSuchZoneFails() throws Exception {
        Learned learned = ask("192.0.2.1");
        assertEquals(new Answer.Failed("DNS says REFUSED"), learned.answer());
        assertEquals(Duration.ofMinutes(1), learned.holds());
    }

    @Test
    void twoThousandNamesComeWithoutError() throws Exception {
        PtrLookup lookup = lookup();
        List<CompletableFuture<Learned>> answers = new ArrayList<>();
        long start = System.nanoTime();
        try (PtrDesk desk = new PtrDesk(lookup, 64, ReverseZones.MANY)) {
            for (int i = 0; i < ReverseZones.MANY; i++) {
                CompletableFuture<Learned> answer = new CompletableFuture<>();
                answers.add(answer);
                assertTrue(desk.ask(IpAddress.v4(10 << 24 | i / 256 << 8 | i % 256), answer::complete));
            }
            Set<String> names = new HashSet<>();
            for (CompletableFuture<Learned> answer : answers) {
                names.add(answer.get().answer().name().orElseThrow());
            }
            assertEquals(ReverseZones.MANY, names.size());
        }
        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, "2000 names in {0} ms", (System.nanoTime() - start) / 1_000_000);
    }
}
