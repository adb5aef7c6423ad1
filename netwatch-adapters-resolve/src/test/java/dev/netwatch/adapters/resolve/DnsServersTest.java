package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.testkit.FakeClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ResolverConfig;

/** Which servers are asked; dnsjava's own property stands for the system's settings. */
class DnsServersTest {
    private static final String SYSTEM_SERVER = "dns.server";

    private final FakeClock clock = new FakeClock();

    @AfterEach
    void forget() {
        System.clearProperty(SYSTEM_SERVER);
        ResolverConfig.refresh();
    }

    private static List<String> addresses(DnsServers servers) {
        return servers.resolvers().stream()
                .map(resolver -> resolver.getAddress().getAddress().getHostAddress() + ":"
                        + resolver.getAddress().getPort())
                .toList();
    }

    @Test
    void theSystemsServersAreReadAnewAfterAWhile() {
        System.setProperty(SYSTEM_SERVER, "127.0.0.1:5301");
        DnsServers servers = new DnsServers(DnsConfig.DEFAULT, clock);
        assertEquals("127.0.0.1:5301", addresses(servers).get(0));
        System.setProperty(SYSTEM_SERVER, "127.0.0.1:5302");
        clock.advance(Duration.ofSeconds(29));
        assertEquals("127.0.0.1:5301", addresses(servers).get(0));
        clock.advance(Duration.ofSeconds(1));
        assertEquals("127.0.0.1:5302", addresses(servers).get(0));
    }

    @Test
    void configuredServersGoBeforeTheSystems() {
        System.setProperty(SYSTEM_SERVER, "127.0.0.1:5301");
        DnsConfig config = DnsConfig.DEFAULT.withServers(List.of(new Endpoint(IpAddress.parse("127.0.0.1"), 5303)));
        assertEquals(List.of("127.0.0.1:5303"), addresses(new DnsServers(config, clock)));
    }
}
