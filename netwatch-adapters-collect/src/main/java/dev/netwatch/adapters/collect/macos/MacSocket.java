package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.util.Optional;

/**
 * One socket as all programs together know it.
 *
 * @param name its process's, perhaps cut; foreign text
 * @param device lsof's word for the socket; empty where lsof does not see it
 * @param traffic empty where nettop does not count it, or not for it alone
 */
record MacSocket(
        long pid, String name, FiveTuple tuple, Optional<SocketState> state, String device, Optional<Traffic> traffic) {

    /** @param byKernel whether the kernel counted it, and for one socket */
    record Traffic(FlowBytes bytes, boolean byKernel) {}

    /** TCP's state; where nobody tells one, data that flowed proves a connection. */
    SocketState stateOrBest() {
        if (tuple.protocol() == Protocol.UDP) {
            return SocketState.OPEN;
        }
        boolean flowed = traffic.isPresent() && !traffic.get().bytes().isNothing();
        return state.orElse(flowed ? SocketState.ESTABLISHED : SocketState.CLOSED);
    }
}
