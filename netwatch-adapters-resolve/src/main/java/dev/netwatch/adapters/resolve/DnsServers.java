package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.port.Clock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

/**
 * The resolvers to ask: those configured, or the system's, which are read anew now and then because laptops travel.
 * Thread-safe. Reads files: not for those who must answer at once.
 */
final class DnsServers {
    private static final Duration REREAD = Duration.ofSeconds(30);

    private final DnsConfig config;
    private final Clock clock;
    private List<InetSocketAddress> addresses = List.of();
    private List<SimpleResolver> resolvers = List.of();
    private long readAt;

    DnsServers(DnsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The servers in the order to ask them; empty where the system has none. */
    synchronized List<SimpleResolver> resolvers() {
        if (resolvers.isEmpty() || config.servers().isEmpty() && clock.nanos() - readAt >= REREAD.toNanos()) {
            reread();
        }
        return resolvers;
    }

    private void reread() {
        List<InetSocketAddress> now = config.servers().isEmpty() ? systems() : configured();
        readAt = clock.nanos();
        if (!now.equals(addresses)) {
            addresses = now;
            resolvers = now.stream().map(this::resolver).toList();
        }
    }

    private static List<InetSocketAddress> systems() {
        ResolverConfig.refresh();
        return List.copyOf(ResolverConfig.getCurrentConfig().servers());
    }

    private List<InetSocketAddress> configured() {
        return config.servers().stream().map(DnsServers::socketAddress).toList();
    }

    /** Without a look-up: the address is given as bytes. */
    static InetSocketAddress socketAddress(Endpoint endpoint) {
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(endpoint.address().bytes()), endpoint.port());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private SimpleResolver resolver(InetSocketAddress address) {
        SimpleResolver resolver = new SimpleResolver(address);
        resolver.setTimeout(config.timeout());
        return resolver;
    }
}
