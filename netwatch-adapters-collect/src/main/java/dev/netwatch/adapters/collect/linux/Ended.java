package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.sample.Scope;

/**
 * What the kernel told of a socket when it freed it.
 *
 * @param tuple without remote if the socket was never connected, or its connection was aborted or failed
 * @param hadRemote whether a remote address is left even where the port is not: once connected, or meant to be
 * @param received bytes received, the peer's FIN included if it came in time
 * @param sent payload sent
 * @param hasBytes whether the kernel counted at all; false for UDP
 * @param hasSent whether {@code sent} was counted, rather than taken from what was acknowledged
 */
record Ended(
        long cookie,
        FiveTuple tuple,
        Scope scope,
        boolean hadRemote,
        boolean hasBytes,
        boolean hasSent,
        long received,
        long sent,
        long acked,
        long unacked) {

    /** Whether anything proves that the handshake ended. */
    boolean wasEstablished() {
        return acked > 0 || received > 0 || sent > 0;
    }
}
