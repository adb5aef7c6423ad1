package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.port.Clock;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Type;

/** Asks DNS for the host name of an address. */
final class PtrLookup {
    private static final System.Logger LOGGER = System.getLogger(PtrLookup.class.getName());
    /** So many aliases that lead out of one answer are followed; RFC 2317 needs one. */
    private static final int ALIASES = 4;

    private final DnsExchange exchange;
    private final DnsConfig config;
    private final Clock clock;

    PtrLookup(DnsExchange exchange, DnsConfig config, Clock clock) {
        this.exchange = exchange;
        this.config = config;
        this.clock = clock;
    }

    /** Completes with what was learned, a failure too; exceptionally only through a mistake in the program. */
    CompletionStage<Learned> ask(IpAddress address) {
        return ask(ReverseMap.fromAddress(address.bytes()), config.longestTtl(), ALIASES)
                .handle((learned, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(learned);
                    }
                    return failed(failure)
                            .map(CompletableFuture::completedFuture)
                            .orElseGet(() -> CompletableFuture.failedFuture(failure));
                })
                .thenCompose(Function.identity());
    }

    private CompletionStage<Learned> ask(Name name, Duration atMost, int aliases) {
        return exchange.ask(name, Type.PTR).thenCompose(answer -> learn(name, answer, atMost, aliases));
    }

    private CompletionStage<Learned> learn(Name name, Message answer, Duration atMost, int aliases) {
        PtrReply reply = PtrReply.read(name, answer);
        if (reply instanceof PtrReply.Alias alias && aliases > 0) {
            return ask(alias.target(), shorter(atMost, alias.ttl()), aliases - 1);
        }
        if (reply instanceof PtrReply.Host host) {
            Duration holds = within(shorter(atMost, host.ttl()), config.longestTtl());
            return CompletableFuture.completedFuture(Learned.found(host.name(), "ptr", clock.now(), holds));
        }
        Optional<Duration> told = reply instanceof PtrReply.None none ? none.ttl() : Optional.empty();
        Duration holds = within(told.orElse(config.negativeTtl()), config.negativeTtl());
        return CompletableFuture.completedFuture(Learned.absent(clock.now(), holds));
    }

    private Duration within(Duration ttl, Duration longest) {
        Duration raised = ttl.compareTo(config.shortestTtl()) < 0 ? config.shortestTtl() : ttl;
        return shorter(raised, longest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** dnsjava reports a server that does not answer, and one that is not there, as an IOException each. */
    private Optional<Learned> failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof IOException)) {
            return Optional.empty();
        }
        LOGGER.log(Level.DEBUG, "reverse DNS failed", cause);
        String reason = cause instanceof PortUnreachableException
                ? "DNS server does not run"
                : Optional.ofNullable(cause.getMessage())
                        .filter(message -> message.startsWith("DNS says") || message.startsWith("no DNS server"))
                        .orElse("DNS server does not answer");
        return Optional.of(Learned.failed(reason, clock.now(), config.failureTtl()));
    }

    /** For what nobody foresaw: the question failed, and the log says how. */
    Learned broken(Throwable bug) {
        LOGGER.log(Level.ERROR, "reverse DNS broke down", bug);
        return Learned.failed("internal error, see the log", clock.now(), config.failureTtl());
    }
}
