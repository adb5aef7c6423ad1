package dev.netwatch.adapters.collect.linux;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The notifications of closed sockets of one namespace, or the reason why there are none. */
final class DestroyNotices implements AutoCloseable {
    private final DestroyListener listener;
    private final Optional<DestroyChannel> channel;
    private final String refusal;

    private DestroyNotices(DestroyListener listener, Optional<DestroyChannel> channel, String refusal) {
        this.listener = listener;
        this.channel = channel;
        this.refusal = refusal;
    }

    /**
     * Opens those of the namespace that the calling thread is in; kernels before 4.2 and some sandboxes have none, which
     * costs no more than the short-lived sockets.
     */
    static DestroyNotices open(DestroyListener listener, Namespace namespace, int receiveBuffer) {
        try {
            return new DestroyNotices(listener, Optional.of(listener.open(namespace, receiveBuffer)), "");
        } catch (NativeException e) {
            return new DestroyNotices(listener, Optional.empty(), e.getMessage());
        }
    }

    void drain(Consumer<List<Ended>> closed, DumpCoverage coverage) {
        if (channel.isEmpty()) {
            coverage.withoutNotices(refusal);
            return;
        }
        DestroyChannel.Batch batch = channel.get().drain();
        closed.accept(batch.ended());
        coverage.lost(batch.lost());
        if (!batch.failure().isEmpty()) {
            coverage.withoutNotices(batch.failure());
        }
    }

    @Override
    public void close() {
        channel.ifPresent(listener::dismiss);
    }
}
