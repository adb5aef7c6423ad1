package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNameCache;
import dev.netwatch.domain.testkit.NameResolverContract;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;

class CachingNameResolverTest extends NameResolverContract {
    private final FakeClock clock = new FakeClock();
    private final FakeNameCache cache = new FakeNameCache(clock);
    private final AtomicInteger answerCode = new AtomicInteger(Rcode.NOERROR);
    private StubDns dns;
    private CachingNameResolver resolver;

    @BeforeEach
    void open() throws SocketException {
        dns = StubDns.answering(this::answer);
        resolver = resolver(ResolveFixture.onlyDns(dns.endpoint()));
    }

    private CachingNameResolver resolver(ResolveConfig config) {
        return CachingNameResolver.create(config, cache, clock);
    }

    @AfterEach
    void close() {
        resolver.close();
        dns.close();
    }

    private Message answer(Message question) {
        Name name = question.getQuestion().getName();
        if (answerCode.get() != Rcode.NOERROR) {
            return StubDns.reply(question, answerCode.get());
        }
        return name.equals(Name.fromConstantString("1.113.0.203.in-addr.arpa."))
                ? StubDns.reply(
                        question,
                        Rcode.NOERROR,
                        new PTRRecord(name, DClass.IN, 300, Name.fromConstantString("one.example.")))
                : StubDns.reply(question, Rcode.NXDOMAIN);
    }

    @Override
    protected NameResolver resolver() {
        return resolver;
    }

    @Override
    protected IpAddress named() {
        return IpAddress.parse("203.0.113.1");
    }

    @Override
    protected String host() {
        return "one.example";
    }

    @Override
    protected IpAddress nameless() {
        return IpAddress.parse("203.0.113.2");
    }

    @Override
    protected void settle() throws InterruptedException {
        resolver.awaitIdle();
    }

    private Answer hostOf(IpAddress address) throws InterruptedException {
        resolver.nameOf(address);
        settle();
        return resolver.nameOf(address).host();
    }

    @Test
    void anAnswerIsAskedForOnceUntilItExpires() throws Exception {
        hostOf(named());
        hostOf(named());
        assertEquals(1, dns.asked().size());
        clock.advance(Duration.ofSeconds(300));
        assertEquals(Optional.of(host()), hostOf(named()).name());
        settle();
        assertEquals(2, dns.asked().size());
    }

    @Test
    void aNameOnceKnownOutlivesAFailureToAskAnew() throws Exception {
        hostOf(named());
        clock.advance(Duration.ofSeconds(300));
        answerCode.set(Rcode.SERVFAIL);
        assertEquals(Optional.of(host()), hostOf(named()).name());
        settle();
        assertEquals(Optional.of(host()), hostOf(named()).name());
    }

    @Test
    void aFailureIsToldAndAskedAnewSoon() throws Exception {
        answerCode.set(Rcode.SERVFAIL);
        assertEquals(new Answer.Failed("DNS says SERVFAIL"), hostOf(named()));
        answerCode.set(Rcode.NOERROR);
        assertEquals(new Answer.Failed("DNS says SERVFAIL"), hostOf(named()));
        clock.advance(Duration.ofMinutes(1));
        hostOf(named());
        assertEquals(Optional.of(host()), hostOf(named()).name());
    }

    @Test
    void addressesThatAreNobodysAreNotAskedFor() throws Exception {
        for (String address :
                List.of("127.0.0.1", "::1", "0.0.0.0", "::", "224.0.0.251", "ff02::1", "255.255.255.255")) {
            RemoteName name = resolver.nameOf(IpAddress.parse(address));
            assertInstanceOf(Answer.NotAsked.class, name.host(), address);
            assertInstanceOf(Answer.NotAsked.class, name.organisation(), address);
        }
        settle();
        assertEquals(List.of(), dns.asked());
    }

    @Test
    void privateAddressesAreAskedOfDnsAndNeverOfWhois() throws Exception {
        try (StubWhois whois = StubWhois.answering(question -> "inetnum: 0.0.0.0/1\nowner: Somebody\n")) {
            resolver.close();
            resolver = resolver(ResolveFixture.onlyDns(dns.endpoint())
                    .withWhois(ResolveFixture.whois(
                            "whois.test.example", Map.of("whois.test.example", whois.endpoint()))));
            IpAddress address = IpAddress.parse("192.168.1.1");
            assertInstanceOf(Answer.Absent.class, hostOf(address));
            assertEquals(
                    new Answer.NotAsked("not a public address"),
                    resolver.nameOf(address).organisation());
            assertEquals(1, dns.asked().size());
            assertEquals(List.of(), whois.asked());
        }
    }

    @Test
    void switchedOffItStillShowsWhatTheCacheHolds() throws Exception {
        resolver.close();
        resolver = resolver(ResolveFixture.onlyDns(dns.endpoint()).offline());
        IpAddress cached = IpAddress.parse("8.8.8.8");
        IpAddress other = IpAddress.parse("8.8.4.4");
        keep(cached, NameKind.HOST, "dns.example");
        keep(cached, NameKind.ORGANISATION, "Example\u001b LLC");
        resolver.nameOf(cached);
        resolver.nameOf(other);
        settle();
        assertEquals(Optional.of("dns.example"), resolver.nameOf(cached).host().name());
        assertEquals(
                new Answer.Found("Example LLC", "whois", clock.now()),
                resolver.nameOf(cached).organisation());
        assertEquals(RemoteName.notAsked("switched off"), resolver.nameOf(other));
        assertEquals(List.of(), dns.asked());
    }

    @Test
    void aRegistryInTheCacheIsNoOwner() throws Exception {
        keep(IpAddress.parse("8.8.8.8"), NameKind.ORGANISATION, "Administered by ARIN");
        resolver.nameOf(IpAddress.parse("8.8.8.8"));
        settle();
        assertEquals(
                new Answer.NotAsked("switched off"),
                resolver.nameOf(IpAddress.parse("8.8.8.8")).organisation());
    }

    private void keep(IpAddress address, NameKind kind, String text) {
        Instant now = clock.now();
        cache.put(address, kind, new CachedName(Optional.of(text), false, now, now.plusSeconds(3600)));
    }

    @Test
    void whatOneTaughtAnotherFindsInTheCache() throws Exception {
        hostOf(named());
        hostOf(nameless());
        awaitCached(nameless());
        int asked = dns.asked().size();
        resolver.close();
        answerCode.set(Rcode.SERVFAIL);
        resolver = resolver(ResolveFixture.onlyDns(dns.endpoint()));
        assertEquals(Optional.of(host()), hostOf(named()).name());
        assertInstanceOf(Answer.Absent.class, hostOf(nameless()));
        assertEquals(asked, dns.asked().size());
    }

    /** The cache's thread works in order: once a later question was answered, the earlier name was written. */
    private void awaitCached(IpAddress address) throws InterruptedException {
        resolver.nameOf(IpAddress.parse("203.0.113.77"));
        settle();
        assertTrue(cache.find(address, NameKind.HOST).isPresent());
    }

    @Test
    void whatFindsTheQueuesFullIsAskedLater() throws Exception {
        resolver.close();
        ResolveConfig config = ResolveFixture.onlyDns(dns.endpoint());
        resolver = resolver(new ResolveConfig(config.dns(), config.whois(), 1_000, 1));
        // How many rounds that takes is the scheduler's choice: while a name is written, every question is turned away.
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (pending() > 0) {
                settle();
                Thread.yield();
            }
        });
    }

    private int pending() {
        int pending = 0;
        for (int i = 1; i <= 50; i++) {
            RemoteName name = resolver.nameOf(IpAddress.v4(10 << 24 | i));
            pending += name.host() instanceof Answer.Pending ? 1 : 0;
        }
        return pending;
    }

    @Test
    void whatWasNotAskedForLongestIsForgottenFirst() throws Exception {
        resolver.close();
        ResolveConfig config = ResolveFixture.onlyDns(dns.endpoint());
        resolver = resolver(new ResolveConfig(config.dns(), config.whois(), 2, 100));
        hostOf(named());
        hostOf(nameless());
        hostOf(named());
        resolver.nameOf(IpAddress.parse("203.0.113.3"));
        assertEquals(Optional.of(host()), resolver.nameOf(named()).host().name());
        assertInstanceOf(Answer.Pending.class, resolver.nameOf(nameless()).host());
    }

    @Test
    void closedItDoesNotPromiseWhatWillNotCome() {
        resolver.close();
        assertEquals(RemoteName.notAsked("stopped"), resolver.nameOf(named()));
    }
}
