package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.port.Clock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/* A referral is a stranger's word. Were it followed to any address, a whois server could make this machine knock at its
 * own or its neighbours' doors; so only public addresses are connected to, and it is the address checked here that is
 * connected to, not its name. */
/** Finds the addresses of whois servers. Thread-safe; blocks. */
final class WhoisHosts {
    private record Located(List<Endpoint> endpoints, Instant until) {}

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 4;

    private final DnsExchange exchange;
    private final Map<String, Endpoint> pinned;
    private final Clock clock;
    private final Map<WhoisServer, Located> located = new ConcurrentHashMap<>();

    WhoisHosts(DnsExchange exchange, Map<String, Endpoint> pinned, Clock clock) {
        this.exchange = exchange;
        this.pinned = pinned;
        this.clock = clock;
    }

    /**
     * Where to connect to, in order; at least one.
     *
     * @throws IOException if the name has no address, or none that is public
     */
    List<Endpoint> endpointsOf(WhoisServer server) throws IOException, InterruptedException {
        if (pinned.containsKey(server.host())) {
            return List.of(pinned.get(server.host()));
        }
        Optional<Located> known = Optional.ofNullable(located.get(server))
                .filter(at -> clock.now().isBefore(at.until()));
        return known.isPresent() ? known.get().endpoints() : locate(server);
    }

    private List<Endpoint> locate(WhoisServer server) throws IOException, InterruptedException {
        List<Endpoint> endpoints = addresses(server).stream()
                .filter(IpAddress::isPublic)
                .limit(MOST_ADDRESSES)
                .map(address -> new Endpoint(address, WhoisServer.PORT))
                .toList();
        if (endpoints.isEmpty()) {
            throw new IOException(server.host() + " has no public address");
        }
        located.put(server, new Located(endpoints, clock.now().plus(KEPT)));
        return endpoints;
    }

    /** IPv4 first: it is what most machines have. */
    private List<IpAddress> addresses(WhoisServer server) throws IOException, InterruptedException {
        Name name = Name.fromString(server.host(), Name.root);
        CompletableFuture<Message> v4 = ask(name, Type.A);
        CompletableFuture<Message> v6 = ask(name, Type.AAAA);
        List<IpAddress> found = new ArrayList<>();
        boolean answered = collect(v4, found) | collect(v6, found);
        if (!answered) {
            throw new IOException("cannot resolve " + server.host());
        }
        return found;
    }

    private CompletableFuture<Message> ask(Name name, int type) {
        CompletionStage<Message> answer = exchange.ask(name, type);
        return answer.toCompletableFuture();
    }

    private static boolean collect(CompletableFuture<Message> answer, List<IpAddress> found)
            throws InterruptedException {
        try {
            for (Record record : answer.get().getSection(Section.ANSWER)) {
                if (record instanceof ARecord a) {
                    found.add(IpAddress.of(a.getAddress().getAddress()));
                } else if (record instanceof AAAARecord aaaa) {
                    found.add(IpAddress.of(aaaa.getAddress().getAddress()));
                }
            }
            return true;
        } catch (ExecutionException e) {
            return false; // the other family may have answered; the caller tells where neither did
        }
    }
}
