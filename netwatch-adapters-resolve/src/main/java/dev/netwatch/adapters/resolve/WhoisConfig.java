package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import java.time.Duration;
import java.util.Map;

/**
 * How owner organisations are asked for.
 *
 * @param enabled whether whois servers are asked at all
 * @param root the host name of the server that knows the registries
 * @param pinned where to find servers, by host name in lower case, instead of asking DNS; only these may have an address
 *     that is not public, or a port other than 43
 * @param timeout how long one server may take for one question, from connecting to its last byte
 * @param hops how many servers may be asked in turn for one address
 * @param longestAnswer in bytes; what a server sends beyond is not read
 * @param interval one question in this time to one server, after the burst
 * @param burst so many questions to one server may follow each other at once
 * @param ttl how long an organisation is kept
 * @param negativeTtl how long it is kept that no organisation is told
 * @param failureTtl how soon a question that failed is put again
 */
public record WhoisConfig(
        boolean enabled,
        String root,
        Map<String, Endpoint> pinned,
        Duration timeout,
        int hops,
        int longestAnswer,
        Duration interval,
        int burst,
        Duration ttl,
        Duration negativeTtl,
        Duration failureTtl) {

    /** From IANA's server, five seconds and 256 KiB each, five hops, one question a second after five; kept 30 days. */
    public static final WhoisConfig DEFAULT = new WhoisConfig(
            true,
            "whois.iana.org",
            Map.of(),
            Duration.ofSeconds(5),
            5,
            256 * 1024,
            Duration.ofSeconds(1),
            5,
            Duration.ofDays(30),
            Duration.ofDays(1),
            Duration.ofMinutes(15));

    public WhoisConfig {
        pinned = Map.copyOf(pinned);
        if (hops < 1 || burst < 1 || longestAnswer < 1) {
            throw new IllegalArgumentException("whois needs at least one hop, a burst of one and answers of one byte");
        }
        Positive.require("whois time-out", timeout);
        Positive.require("time between whois questions", interval);
        Positive.require("time organisations are kept", ttl);
        Positive.require("time missing organisations are kept", negativeTtl);
        Positive.require("wait after failed whois questions", failureTtl);
    }

    public WhoisConfig withEnabled(boolean on) {
        return new WhoisConfig(
                on, root, pinned, timeout, hops, longestAnswer, interval, burst, ttl, negativeTtl, failureTtl);
    }

    public WhoisConfig withServers(String rootServer, Map<String, Endpoint> addresses) {
        return new WhoisConfig(
                enabled,
                rootServer,
                addresses,
                timeout,
                hops,
                longestAnswer,
                interval,
                burst,
                ttl,
                negativeTtl,
                failureTtl);
    }

    public WhoisConfig withTimeout(Duration perServer) {
        return new WhoisConfig(
                enabled, root, pinned, perServer, hops, longestAnswer, interval, burst, ttl, negativeTtl, failureTtl);
    }

    public WhoisConfig withRate(Duration perQuestion, int atOnce) {
        return new WhoisConfig(
                enabled, root, pinned, timeout, hops, longestAnswer, perQuestion, atOnce, ttl, negativeTtl, failureTtl);
    }
}
