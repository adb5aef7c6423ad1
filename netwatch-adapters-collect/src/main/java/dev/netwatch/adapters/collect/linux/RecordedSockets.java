package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.SocketSample;
import java.util.Optional;

/** Makes sockets out of records alone: of those that the kernel's table did not show. */
final class RecordedSockets {
    private final HookOwners owners;
    private final NetworkNamespaces namespaces;
    private final boolean ownersKnown;

    RecordedSockets(NetworkNamespaces namespaces, HookOwners owners, boolean ownersKnown) {
        this.owners = owners;
        this.namespaces = namespaces;
        this.ownersKnown = ownersKnown;
    }

    /** Whether there is anything to tell: a peer, or the attempt to reach one. */
    static boolean isConnection(SocketRecord socket) {
        return socket.remotePort() != 0 && (socket.placed() || socket.connected());
    }

    SocketSample sample(SocketRecord socket, SocketState state) {
        boolean tcp = socket.protocol() == HookFacts.TCP;
        boolean complete = socket.fromStart();
        Owner owner = ownersKnown ? owners.of(socket, Owner.NOBODY) : Owner.NOBODY;
        return new SocketSample(
                namespaces.id(socket),
                tuple(socket),
                state,
                owner,
                Optional.of(HookFacts.counters(socket, complete)),
                Optional.empty(),
                tcp ? HookFacts.direction(socket, complete) : Optional.empty(),
                tcp && state == SocketState.CLOSED ? HookFacts.outcome(socket) : Optional.empty(),
                namespaces.scope(socket, owner));
    }

    static FiveTuple tuple(SocketRecord socket) {
        Protocol protocol = socket.protocol() == HookFacts.TCP ? Protocol.TCP : Protocol.UDP;
        Endpoint local = new Endpoint(socket.localAddress(), socket.localPort());
        return new FiveTuple(protocol, local, remote(socket));
    }

    static Optional<Endpoint> remote(SocketRecord socket) {
        return socket.remotePort() == 0
                ? Optional.empty()
                : Optional.of(new Endpoint(socket.remoteAddress(), socket.remotePort()));
    }

    /** As far as the packets tell. */
    static SocketState state(SocketRecord socket) {
        if (socket.protocol() != HookFacts.TCP) {
            return SocketState.OPEN;
        }
        return socket.connected() && !socket.receivedSyn() ? SocketState.SYN_SENT : SocketState.ESTABLISHED;
    }
}
