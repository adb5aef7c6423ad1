package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings for tests: loopback servers, no waiting for a turn. */
final class ResolveFixture {
    private ResolveFixture() {}

    static DnsConfig dns(Endpoint... servers) {
        return DnsConfig.DEFAULT.withServers(List.of(servers)).withTimeout(Duration.ofSeconds(2), 2);
    }

    static WhoisConfig whois(String root, Map<String, Endpoint> pinned) {
        return WhoisConfig.DEFAULT.withServers(root, pinned).withRate(Duration.ofMillis(1), 1_000);
    }

    static ResolveConfig onlyDns(Endpoint... servers) {
        return ResolveConfig.DEFAULT.withDns(dns(servers)).withoutWhois();
    }
}
