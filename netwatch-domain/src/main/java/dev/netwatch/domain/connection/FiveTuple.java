package dev.netwatch.domain.connection;

import java.util.Optional;

/**
 * Protocol and both endpoints.
 *
 * @param remote empty where there is no peer: a listener, an unconnected UDP socket
 */
public record FiveTuple(Protocol protocol, Endpoint local, Optional<Endpoint> remote) {

    /** The same connection seen from its other end; empty without a peer. */
    public Optional<FiveTuple> reversed() {
        return remote.map(peer -> new FiveTuple(protocol, peer, Optional.of(local)));
    }

    /** Whether the traffic stays on this machine: one of the ends is a loopback address. */
    public boolean isLoopback() {
        return local.address().isLoopback()
                || remote.isPresent() && remote.get().address().isLoopback();
    }
}
