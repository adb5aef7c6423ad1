package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NameCache;
import dev.netwatch.domain.testkit.FakeNameCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;

/** What hangs holds up neither the caller nor the others. Each test ends, or hangs with what it tests. */
class IndependenceTest {
    private static final IpAddress ADDRESS = IpAddress.parse("8.8.8.8");
    private static final String ROOT = "whois.root.example";
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final CompletableFuture<Learned> host = new CompletableFuture<>();
    private final CompletableFuture<Learned> organisation = new CompletableFuture<>();

    /** Passes on what the resolver writes: a test waits for it instead of asking over and over. */
    private final class Telling implements NameCache {
        private final FakeNameCache names = new FakeNameCache(Clock.system());

        @Override
        public Optional<CachedName> find(IpAddress address, NameKind kind) {
            return names.find(address, kind);
        }

        @Override
        public void put(IpAddress address, NameKind kind, CachedName name) {
            names.put(address, kind, name);
            Learned learned = Learned.found(name.text().orElse("-"), "cache", name.learnedAt(), Duration.ZERO);
            (kind == NameKind.HOST ? host : organisation).complete(learned);
        }
    }

    private static StubDns dns() throws Exception {
        return StubDns.answering(question -> {
            Name name = question.getQuestion().getName();
            return StubDns.reply(
                    question,
                    Rcode.NOERROR,
                    new PTRRecord(name, DClass.IN, 300, Name.fromConstantString("dns.example.")));
        });
    }

    private static StubWhois whois() throws Exception {
        return StubWhois.answering(question -> "NetRange: 8.8.8.0 - 8.8.8.255\nOrgName: Example LLC\n");
    }

    private static ResolveConfig config(StubDns dns, StubWhois whois) {
        return ResolveConfig.DEFAULT
                .withDns(ResolveFixture.dns(dns.endpoint()).withTimeout(LONG, 1))
                .withWhois(ResolveFixture.whois(ROOT, Map.of(ROOT, whois.endpoint()))
                        .withTimeout(LONG));
    }

    @Test
    void aHangingResolverDoesNotHoldUpWhois() throws Exception {
        try (StubDns dns = StubDns.silent();
                StubWhois whois = whois();
                CachingNameResolver resolver =
                        CachingNameResolver.create(config(dns, whois), new Telling(), Clock.system())) {
            resolver.nameOf(ADDRESS);
            organisation.get();
            assertEquals(
                    Optional.of("Example LLC"),
                    resolver.nameOf(ADDRESS).organisation().name());
            assertInstanceOf(Answer.Pending.class, resolver.nameOf(ADDRESS).host());
            answersAtOnce(resolver);
        }
    }

    @Test
    void aHangingWhoisDoesNotHoldUpDns() throws Exception {
        try (StubDns dns = dns();
                StubWhois whois = StubWhois.hanging();
                CachingNameResolver resolver =
                        CachingNameResolver.create(config(dns, whois), new Telling(), Clock.system())) {
            for (int i = 0; i < 100; i++) {
                resolver.nameOf(IpAddress.v4(0x09000000 + i * 0x10000));
            }
            resolver.nameOf(ADDRESS);
            host.get();
            answersAtOnce(resolver);
            assertInstanceOf(Answer.Pending.class, resolver.nameOf(ADDRESS).organisation());
        }
    }

    @Test
    void aHangingCacheHoldsUpNobody() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        NameCache hanging = new NameCache() {
            @Override
            public Optional<CachedName> find(IpAddress address, NameKind kind) {
                hang();
                return Optional.empty();
            }

            @Override
            public void put(IpAddress address, NameKind kind, CachedName name) {
                hang();
            }

            private void hang() {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (StubDns dns = dns();
                StubWhois whois = whois();
                CachingNameResolver resolver =
                        CachingNameResolver.create(config(dns, whois), hanging, Clock.system())) {
            resolver.nameOf(ADDRESS);
            resolver.awaitIdle();
            RemoteName name = resolver.nameOf(ADDRESS);
            assertEquals(Optional.of("dns.example"), name.host().name());
            assertEquals(Optional.of("Example LLC"), name.organisation().name());
            answersAtOnce(resolver);
        } finally {
            never.countDown();
        }
    }

    /** More addresses than any queue takes. */
    private static void answersAtOnce(CachingNameResolver resolver) {
        assertTimeoutPreemptively(DEADLINE, () -> {
            for (int i = 0; i < 10_000; i++) {
                resolver.nameOf(IpAddress.v4(0x0b000000 + i));
            }
        });
    }
}
