package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNameCache;
import dev.netwatch.domain.testkit.NameResolverContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract once more, with a real DNS server and IPv6. */
class KnotNameResolverTest extends NameResolverContract {
    @TempDir
    static Path folder;

    private static Optional<KnotServer> knot = Optional.empty();

    private CachingNameResolver resolver;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(KnotServer.program().isPresent(), "knotd is not installed (package knot)");
        knot = Optional.of(KnotServer.start(folder, ReverseZones.all()));
    }

    @AfterAll
    static void stop() {
        knot.ifPresent(KnotServer::close);
    }

    @BeforeEach
    void open() {
        FakeClock clock = new FakeClock();
        resolver = CachingNameResolver.create(
                ResolveFixture.onlyDns(knot.orElseThrow().endpoint()), new FakeNameCache(clock), clock);
    }

    @AfterEach
    void close() {
        resolver.close();
    }

    @Override
    protected NameResolver resolver() {
        return resolver;
    }

    @Override
    protected IpAddress named() {
        return IpAddress.parse("2001:db8::1");
    }

    @Override
    protected String host() {
        return "six.example";
    }

    @Override
    protected IpAddress nameless() {
        return IpAddress.parse("2001:db8::2");
    }

    @Override
    protected void settle() throws InterruptedException {
        resolver.awaitIdle();
    }
}
