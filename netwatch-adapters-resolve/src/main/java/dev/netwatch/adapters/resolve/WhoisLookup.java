package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.port.Clock;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Asks whois servers who holds the network of an address, from the root along its referrals. Thread-safe; blocks. */
final class WhoisLookup {
    private static final System.Logger LOGGER = System.getLogger(WhoisLookup.class.getName());
    private static final int REMEMBERED_NETWORKS = 4_096;
    private static final Duration DELEGATIONS_HOLD = Duration.ofDays(1);

    private final WhoisConfig config;
    private final Clock clock;
    private final WhoisServer root;
    private final WhoisQuestion question;
    private final WhoisManners manners;
    private final WhoisOrganisations organisations;
    /** Which registry has which block, as the root told: few, and they hardly change. */
    private final RangeMemory<WhoisServer> delegations;

    private final RangeMemory<Learned> networks;

    WhoisLookup(WhoisConfig config, WhoisHosts hosts, Clock clock) {
        this.config = config;
        this.clock = clock;
        root = new WhoisServer(config.root());
        manners = new WhoisManners(config, clock);
        question = new WhoisQuestion(hosts, new WhoisConnection(config, clock), manners);
        organisations = new WhoisOrganisations(question);
        delegations = new RangeMemory<>(clock, REMEMBERED_NETWORKS);
        networks = new RangeMemory<>(clock, REMEMBERED_NETWORKS);
    }

    /** What is known already, because another address of the same network was asked for; asks nobody. */
    Optional<Learned> known(IpAddress address) {
        return networks.find(address);
    }

    /** Learns the organisation; a failure is something learned, too. */
    Learned ask(IpAddress address) {
        Optional<Learned> known = known(address);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return remember(follow(address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Learned.failed("stopped", clock.now(), config.failureTtl());
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "whois failed", e);
            return Learned.failed(String.valueOf(e.getMessage()), clock.now(), manners.afterFailure());
        }
    }

    /** For what nobody foresaw: the question failed, and the log says how. */
    Learned broken(Throwable bug) {
        LOGGER.log(Level.ERROR, "whois broke down", bug);
        return Learned.failed("internal error, see the log", clock.now(), config.failureTtl());
    }

    private Learned remember(Holder holder) {
        Duration named = holder.provisional() ? config.negativeTtl() : config.ttl();
        Learned learned = holder.name()
                .map(name -> Learned.found(name, "whois", clock.now(), named))
                .orElseGet(() -> Learned.absent(clock.now(), config.negativeTtl()));
        networks.put(holder.range(), learned, learned.expiresAt());
        return learned;
    }

    private Holder follow(IpAddress address) throws IOException, InterruptedException {
        Set<WhoisServer> asked = new HashSet<>();
        Optional<Holder> best = Optional.empty();
        Optional<WhoisServer> next = Optional.of(delegations.find(address).orElse(root));
        while (next.isPresent() && asked.size() < config.hops() && asked.add(next.get())) {
            WhoisServer server = next.get();
            try {
                WhoisReply reply = question.ask(server, WhoisDialect.of(server).question(address), address);
                best = Optional.of(holder(server, reply, address, best));
                next = reply.next();
                learnDelegation(server, reply);
            } catch (IOException e) {
                /* Half an answer is better than none, where a registry gave it and only a sub-registry failed. */
                return best.filter(holder -> holder.name().isPresent() && !server.equals(root))
                        .map(Holder::asProvisional)
                        .orElseThrow(() -> e);
            }
        }
        return settled(best, next.filter(asked::contains).isPresent());
    }

    /** A circle of referrals without any holder in it is a failure: nobody said that there is none. */
    private static Holder settled(Optional<Holder> best, boolean circle) throws IOException {
        Holder holder = best.orElseThrow(() -> new IOException("no whois server to ask"));
        if (circle && holder.name().isEmpty()) {
            throw new IOException("whois servers refer to each other");
        }
        return holder;
    }

    private void learnDelegation(WhoisServer server, WhoisReply reply) {
        if (server.equals(root) && reply.narrowest().isPresent() && reply.next().isPresent()) {
            delegations.put(
                    reply.narrowest().get().range(),
                    reply.next().get(),
                    clock.now().plus(DELEGATIONS_HOLD));
        }
    }

    private Holder holder(WhoisServer server, WhoisReply reply, IpAddress address, Optional<Holder> before)
            throws IOException, InterruptedException {
        Optional<String> name = reply.held().isPresent()
                ? organisations.nameOf(server, reply, reply.held().get())
                : Optional.empty();
        Optional<IpRange> range = reply.narrowest().map(network -> holdsFor(network, server, address));
        return new Holder(
                range.or(() -> before.map(Holder::range)).orElseGet(() -> IpRange.single(address)),
                name.or(() -> before.flatMap(Holder::name)),
                false);
    }

    /**
     * An answer holds for the whole network if that was assigned to whoever uses it. Parts of an allocation may belong to
     * others, who were not asked about: there it holds for the address's own /24 or /48 only.
     */
    private IpRange holdsFor(WhoisNetwork network, WhoisServer server, IpAddress address) {
        if (!network.allocated() && !server.equals(root)) {
            return network.range();
        }
        return IpRange.around(address, address.isV4() ? 24 : 48)
                .intersect(network.range())
                .orElseGet(() -> IpRange.single(address));
    }
}
