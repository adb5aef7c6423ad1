package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import java.time.Duration;
import java.util.List;

/**
 * How host names are asked for.
 *
 * @param enabled whether addresses are looked up at all
 * @param servers the resolvers to ask, in this order; empty for the system's own
 * @param timeout how long one server may take for one question
 * @param attempts how many times a question is put, going round the servers; at least 1
 * @param inFlight how many questions may be under way at once; at least 1
 * @param shortestTtl an answer is kept at least so long, whatever its TTL
 * @param longestTtl an answer is kept no longer than this
 * @param negativeTtl how long "there is none" is kept where the zone does not say, and the longest where it does
 * @param failureTtl how soon a question that failed is put again
 */
public record DnsConfig(
        boolean enabled,
        List<Endpoint> servers,
        Duration timeout,
        int attempts,
        int inFlight,
        Duration shortestTtl,
        Duration longestTtl,
        Duration negativeTtl,
        Duration failureTtl) {

    /** The system's resolvers, three attempts of two seconds, 64 questions in flight; answers kept 1 min to 1 day. */
    public static final DnsConfig DEFAULT = new DnsConfig(
            true,
            List.of(),
            Duration.ofSeconds(2),
            3,
            64,
            Duration.ofMinutes(1),
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1));

    public DnsConfig {
        servers = List.copyOf(servers);
        if (attempts < 1 || inFlight < 1) {
            throw new IllegalArgumentException("DNS needs at least one attempt and one question in flight");
        }
        if (shortestTtl.compareTo(longestTtl) > 0) {
            throw new IllegalArgumentException("the shortest TTL of DNS answers is longer than the longest");
        }
        Positive.require("DNS time-out", timeout);
        Positive.require("shortest TTL of DNS answers", shortestTtl);
        Positive.require("TTL of negative DNS answers", negativeTtl);
        Positive.require("wait after failed DNS questions", failureTtl);
    }

    public DnsConfig withEnabled(boolean on) {
        return new DnsConfig(
                on, servers, timeout, attempts, inFlight, shortestTtl, longestTtl, negativeTtl, failureTtl);
    }

    public DnsConfig withServers(List<Endpoint> asked) {
        return new DnsConfig(
                enabled, asked, timeout, attempts, inFlight, shortestTtl, longestTtl, negativeTtl, failureTtl);
    }

    public DnsConfig withTimeout(Duration perServer, int times) {
        return new DnsConfig(
                enabled, servers, perServer, times, inFlight, shortestTtl, longestTtl, negativeTtl, failureTtl);
    }
}
