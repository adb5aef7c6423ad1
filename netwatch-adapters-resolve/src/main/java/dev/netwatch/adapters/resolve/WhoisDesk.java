package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/* Threads of its own, because a whois server may take seconds and DNS must not wait for it. The queue is looked through
 * at each taking, since a host name that arrives meanwhile makes its organisation less urgent; with a question a second
 * that costs nothing. */
/** Asks for organisations, those of addresses without host name first, and one address at a time of a neighbourhood. */
final class WhoisDesk implements AutoCloseable {
    private record Errand(Dossier dossier, Consumer<Learned> then) {}

    private static final System.Logger LOGGER = System.getLogger(WhoisDesk.class.getName());
    private static final int THREADS = 3;

    private final WhoisLookup lookup;
    private final int capacity;
    private final List<Errand> waiting = new ArrayList<>();
    private final Set<IpRange> busy = new HashSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;

    WhoisDesk(WhoisLookup lookup, int capacity) {
        this.lookup = lookup;
        this.capacity = capacity;
    }

    /**
     * Hands over what whois says, on another thread, or on this one what is known already. After {@link #close} what
     * waits is dropped.
     *
     * @return false where there is no room to ask; then nothing is handed over
     */
    boolean ask(Dossier dossier, Consumer<Learned> then) {
        Optional<Learned> known = lookup.known(dossier.address());
        if (known.isPresent()) {
            then.accept(known.get());
            return true;
        }
        return queue(new Errand(dossier, then));
    }

    private synchronized boolean queue(Errand errand) {
        if (closed || waiting.size() >= capacity) {
            return false;
        }
        waiting.add(errand);
        if (threads.size() < Math.min(THREADS, waiting.size() + busy.size())) {
            Thread thread = DaemonThreads.named("netwatch-whois-" + (threads.size() + 1), this::work);
            threads.add(thread);
            thread.start();
        }
        notifyAll();
        return true;
    }

    private void work() {
        try {
            while (true) {
                run(take());
            }
        } catch (InterruptedException e) {
            LOGGER.log(Level.DEBUG, "whois stopped");
        }
    }

    private synchronized Errand take() throws InterruptedException {
        while (true) {
            Optional<Errand> next = waiting.stream()
                    .filter(errand -> !busy.contains(neighbourhood(errand)))
                    .min(Comparator.comparingInt(errand -> errand.dossier().urgency()));
            if (next.isPresent()) {
                waiting.remove(next.get());
                busy.add(neighbourhood(next.get()));
                return next.get();
            }
            wait();
        }
    }

    private void run(Errand errand) throws InterruptedException {
        try {
            errand.then().accept(learn(errand.dossier().address()));
        } catch (RuntimeException bug) {
            LOGGER.log(Level.ERROR, "what whois said could not be handed over", bug);
        } finally {
            done(errand);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whatever breaks, the question is answered, and the thread goes on. */
    private Learned learn(IpAddress address) {
        try {
            return lookup.ask(address);
        } catch (RuntimeException | Error bug) {
            return lookup.broken(bug);
        }
    }

    private synchronized void done(Errand errand) {
        busy.remove(neighbourhood(errand));
        notifyAll();
    }

    /** Neighbours are likely of one network: what one learns may spare the other its question. */
    private static IpRange neighbourhood(Errand errand) {
        IpAddress address = errand.dossier().address();
        return IpRange.around(address, address.isV4() ? 16 : 32);
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        threads.forEach(Thread::interrupt);
    }
}
