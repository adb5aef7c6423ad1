package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;

/* dnsjava is loaded here (0.3 s), the system's resolvers are read here, and here it is waited for when enough questions
 * are in flight: all on one thread that serves DNS alone. */
/** Puts reverse questions to DNS, not too many at once. */
final class PtrDesk implements AutoCloseable {
    private final PtrLookup lookup;
    private final Semaphore room;
    private final ThreadPoolExecutor worker;

    PtrDesk(PtrLookup lookup, int inFlight, int waiting) {
        this.lookup = lookup;
        room = new Semaphore(inFlight);
        worker = DaemonThreads.one("netwatch-dns", waiting);
    }

    /**
     * Hands over what DNS says, on another thread. After {@link #close} what waits is dropped.
     *
     * @return false where there is no room to ask; then nothing is handed over
     */
    boolean ask(IpAddress address, Consumer<Learned> then) {
        return DaemonThreads.offer(worker, () -> send(address, then));
    }

    private void send(IpAddress address, Consumer<Learned> then) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        CompletableFuture.completedFuture(address).thenCompose(lookup::ask).whenComplete((learned, bug) -> {
            room.release();
            then.accept(bug == null ? learned : lookup.broken(bug));
        });
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
