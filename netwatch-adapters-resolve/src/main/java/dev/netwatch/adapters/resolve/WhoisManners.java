package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.port.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Keeps us from asking a server too often, and from asking at all for a while after it refused or failed. Thread-safe. */
final class WhoisManners {
    private record Rest(String reason, long until) {}

    /** One lost packet is no reason to leave a registry alone. */
    private static final int FAILURES = 3;

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final WhoisConfig config;
    private final Clock clock;
    /* There are a few dozen whois servers; only names the registries referred to get here. */
    private final Map<WhoisServer, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final Map<WhoisServer, Integer> failures = new ConcurrentHashMap<>();
    private final Map<WhoisServer, Rest> resting = new ConcurrentHashMap<>();

    WhoisManners(WhoisConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Waits until the server may be asked.
     *
     * @throws IOException if it is left alone for now, with the reason
     */
    void awaitTurn(WhoisServer server) throws IOException, InterruptedException {
        TokenBucket bucket =
                buckets.computeIfAbsent(server, key -> new TokenBucket(clock, config.interval(), config.burst()));
        for (long nanos = bucket.take(); nanos > 0; nanos = bucket.take()) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
        Rest rest = resting.get(server);
        if (rest != null && clock.nanos() - rest.until() < 0) {
            throw new IOException(rest.reason());
        }
    }

    void answered(WhoisServer server) {
        failures.remove(server);
    }

    /** @return the reason to give */
    String refused(WhoisServer server) {
        return rest(server, server.host() + " refuses questions for now", config.failureTtl());
    }

    /** @return the reason to give */
    String failed(WhoisServer server) {
        String reason = server.host() + " does not answer";
        return failures.merge(server, 1, Integer::sum) < FAILURES ? reason : rest(server, reason, afterFailure());
    }

    /** How soon a question that found no answer is put again: no server is asked for all of them, once it rests. */
    Duration afterFailure() {
        return AFTER_FAILURE.compareTo(config.failureTtl()) < 0 ? AFTER_FAILURE : config.failureTtl();
    }

    private String rest(WhoisServer server, String reason, Duration time) {
        resting.put(server, new Rest(reason, clock.nanos() + time.toNanos()));
        return reason;
    }
}
