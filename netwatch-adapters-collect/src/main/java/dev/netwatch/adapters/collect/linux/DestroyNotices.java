package dev.netwatch.adapters.collect.linux;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The notifications of closed sockets, or the reason why there are none. */
final class DestroyNotices implements AutoCloseable {
    private final Optional<DestroyListener> listener;
    private final String refusal;

    private DestroyNotices(Optional<DestroyListener> listener, String refusal) {
        this.listener = listener;
        this.refusal = refusal;
    }

    /** Opens them; kernels before 4.2 and some sandboxes have none, which costs no more than the short-lived sockets. */
    static DestroyNotices open(Namespace namespace, int receiveBuffer) {
        try {
            DestroyListener listener = new DestroyListener(namespace, receiveBuffer);
            listener.start();
            return new DestroyNotices(Optional.of(listener), "");
        } catch (NativeException e) {
            return new DestroyNotices(Optional.empty(), e.getMessage());
        }
    }

    void drain(Consumer<List<Ended>> closed, DumpCoverage coverage) {
        if (listener.isEmpty()) {
            coverage.withoutNotices(refusal);
            return;
        }
        DestroyListener.Batch batch = listener.get().drain();
        closed.accept(batch.ended());
        coverage.lost(batch.lost());
        if (!batch.failure().isEmpty()) {
            coverage.withoutNotices(batch.failure());
        }
    }

    @Override
    public void close() {
        listener.ifPresent(DestroyListener::close);
    }
}
