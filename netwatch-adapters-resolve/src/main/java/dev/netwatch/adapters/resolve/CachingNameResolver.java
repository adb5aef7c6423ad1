package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NameCache;
import dev.netwatch.domain.port.NameResolver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/* A question goes from the memory to the cache's desk and on to the desk of DNS or whois; each desk has its own threads
 * and its own queue, and handing over never waits. So the caller of nameOf waits for none of them, nor they for each
 * other. What finds a queue full stays unasked, and the next nameOf tries again. */
/** Answers from memory, and learns behind it. */
final class CachingNameResolver implements NameResolver {
    private static final Duration CACHE_PATIENCE = Duration.ofMillis(500);
    private static final String SWITCHED_OFF = "switched off";

    private final ResolveConfig config;
    private final Clock clock;
    private final NameMemory memory;
    private final CacheDesk cache;
    private final PtrDesk dns;
    private final WhoisDesk whois;
    private final Outstanding outstanding = new Outstanding();
    private volatile boolean closed;

    CachingNameResolver(ResolveConfig config, Clock clock, CacheDesk cache, PtrDesk dns, WhoisDesk whois) {
        this.config = config;
        this.clock = clock;
        this.cache = cache;
        this.dns = dns;
        this.whois = whois;
        memory = new NameMemory(config.remembered());
    }

    static CachingNameResolver create(ResolveConfig config, NameCache cache, Clock clock) {
        int waiting = config.waiting();
        DnsExchange exchange = new DnsExchange(
                new DnsServers(config.dns(), clock), config.dns().attempts());
        PtrLookup ptr = new PtrLookup(exchange, config.dns(), clock);
        WhoisHosts hosts = new WhoisHosts(exchange, config.whois().pinned(), clock);
        WhoisLookup lookup = new WhoisLookup(config.whois(), hosts, clock);
        return new CachingNameResolver(
                config,
                clock,
                new CacheDesk(cache, CACHE_PATIENCE, waiting),
                new PtrDesk(ptr, config.dns().inFlight(), waiting),
                new WhoisDesk(lookup, waiting));
    }

    @Override
    public RemoteName nameOf(IpAddress address) {
        return Unaskable.nameOf(address).orElseGet(() -> known(memory.of(address)));
    }

    /** What is known is read before anything is set going, so that the first answer does not depend on luck. */
    private RemoteName known(Dossier dossier) {
        RemoteName name = dossier.name();
        if (closed) {
            return new RemoteName(neverToCome(name.host()), neverToCome(name.organisation()));
        }
        Instant now = clock.now();
        askIfDue(dossier, NameKind.HOST, now);
        askIfDue(dossier, NameKind.ORGANISATION, now);
        return name;
    }

    private static Answer neverToCome(Answer answer) {
        return answer instanceof Answer.Pending ? new Answer.NotAsked("stopped") : answer;
    }

    private void askIfDue(Dossier dossier, NameKind kind, Instant now) {
        Fact fact = dossier.fact(kind);
        if (!fact.startAsking(now)) {
            return;
        }
        if (kind == NameKind.ORGANISATION && !dossier.address().isPublic()) {
            fact.learn(new Answer.NotAsked("not a public address"), Instant.MAX);
            return;
        }
        outstanding.begin();
        if (!cache.find(dossier.address(), kind, found -> fromCache(dossier, kind, found))) {
            giveUp(fact);
        }
    }

    private void fromCache(Dossier dossier, NameKind kind, Optional<CachedName> found) {
        Optional<CachedName> usable = found.filter(name -> isUsable(name, kind));
        if (usable.isPresent()) {
            learn(dossier.fact(kind), answer(usable.get(), kind), usable.get().expiresAt());
        } else if (!isEnabled(kind)) {
            Instant retry = clock.now().plus(config.dns().failureTtl());
            learn(dossier.fact(kind), new Answer.NotAsked(SWITCHED_OFF), retry);
        } else if (!ask(dossier, kind)) {
            giveUp(dossier.fact(kind));
        }
    }

    /** An import may have brought a registry's name; it is as wrong there as it is from whois. */
    private boolean isUsable(CachedName name, NameKind kind) {
        boolean registry = kind == NameKind.ORGANISATION
                && name.text().filter(RegistryNames::includes).isPresent();
        boolean vainWhileOffline = name.failed() && !isEnabled(kind);
        return !registry && !vainWhileOffline;
    }

    private static Answer answer(CachedName name, NameKind kind) {
        if (name.failed()) {
            return new Answer.Failed("failed a short while ago");
        }
        String evidence = kind == NameKind.HOST ? "ptr" : "whois";
        return name.text()
                .map(ForeignText::printable)
                .filter(text -> !text.isEmpty())
                .<Answer>map(text -> new Answer.Found(text, evidence, name.learnedAt()))
                .orElseGet(Answer.Absent::new);
    }

    private boolean isEnabled(NameKind kind) {
        return kind == NameKind.HOST ? config.dns().enabled() : config.whois().enabled();
    }

    private boolean ask(Dossier dossier, NameKind kind) {
        return kind == NameKind.HOST
                ? dns.ask(dossier.address(), learned -> fromNetwork(dossier, kind, learned))
                : whois.ask(dossier, learned -> fromNetwork(dossier, kind, learned));
    }

    private void fromNetwork(Dossier dossier, NameKind kind, Learned learned) {
        dossier.fact(kind).learn(learned.answer(), learned.expiresAt());
        if (!closed) {
            cache.put(dossier.address(), kind, learned);
        }
        outstanding.end();
    }

    private void learn(Fact fact, Answer answer, Instant until) {
        fact.learn(answer, until);
        outstanding.end();
    }

    private void giveUp(Fact fact) {
        fact.giveUp();
        outstanding.end();
    }

    /** For tests: returns when everything that was set going has come to its end. */
    void awaitIdle() throws InterruptedException {
        outstanding.awaitNone();
    }

    @Override
    public void close() {
        closed = true;
        cache.close();
        dns.close();
        whois.close();
    }
}
