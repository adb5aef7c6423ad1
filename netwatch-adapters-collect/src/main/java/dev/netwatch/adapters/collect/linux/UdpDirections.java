package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.sample.SocketSample;
import java.util.Optional;

/*
 * UDP has no handshake: who sent the first packet began, as firewalls have it (netfilter's conntrack). Where that packet
 * may have gone by before the engine came, only the ports tell, if they differ in kind; else nothing does, and the row
 * says so, lest the tracker take the socket for a listener for want of a remote of its own.
 */
/**
 * Who began a UDP conversation.
 *
 * @param ephemeral what the kernel gives to clients here; in other namespaces taken to be the same
 */
record UdpDirections(Optional<EphemeralPorts> ephemeral) {

    /**
     * Adds the direction to the row of one remote.
     *
     * @param sentFirst whether the first packet that the engine saw was sent
     * @param complete whether that was the first packet of all
     */
    SocketSample directed(SocketSample row, boolean sentFirst, boolean complete) {
        if (complete) {
            return row.withDirection(sentFirst ? Direction.OUTBOUND : Direction.INBOUND);
        }
        int local = row.tuple().local().port();
        return row.withDirection(ephemeral
                .flatMap(ports -> row.tuple().remote().map(remote -> ports.direction(local, remote.port())))
                .orElse(Direction.UNKNOWN));
    }
}
