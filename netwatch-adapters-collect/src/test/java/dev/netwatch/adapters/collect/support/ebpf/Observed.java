package dev.netwatch.adapters.collect.support.ebpf;

import dev.netwatch.domain.connection.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One socket's record as a value, so that tests can keep it. */
record Observed(
        long cookie,
        int protocol,
        Endpoint local,
        Endpoint remote,
        long received,
        long sent,
        long packetsReceived,
        long packetsSent,
        long wireReceived,
        long wireSent,
        int owner,
        String command,
        int closer,
        int speaker,
        boolean connected,
        boolean sentSyn,
        boolean receivedSyn,
        boolean receivedFin,
        boolean receivedReset,
        boolean sentReset,
        boolean whole,
        boolean released,
        boolean fromStart,
        long netns) {

    static Observed of(SocketRecord socket) {
        return new Observed(
                socket.cookie(),
                socket.protocol(),
                new Endpoint(socket.localAddress(), socket.localPort()),
                new Endpoint(socket.remoteAddress(), socket.remotePort()),
                socket.received(),
                socket.sent(),
                socket.packetsReceived(),
                socket.packetsSent(),
                socket.wireReceived(),
                socket.wireSent(),
                socket.owner(),
                socket.command(),
                socket.closer(),
                socket.speaker(),
                socket.connected(),
                socket.sentSyn(),
                socket.receivedSyn(),
                socket.receivedFin(),
                socket.receivedReset(),
                socket.sentReset(),
                socket.receivedWhole(),
                socket.releasedAt() != 0,
                socket.fromStart(),
                socket.netnsCookie());
    }

    static List<Observed> all(EbpfEngine engine) {
        List<Observed> all = new ArrayList<>();
        engine.forEachSocket(socket -> all.add(of(socket)));
        return all;
    }

    /** The sockets with this local port, which on a machine with other traffic is precise enough with the remote port. */
    static List<Observed> of(EbpfEngine engine, int localPort, int remotePort) {
        return all(engine).stream()
                .filter(socket ->
                        socket.local().port() == localPort && socket.remote().port() == remotePort)
                .toList();
    }

    static Observed one(EbpfEngine engine, int localPort, int remotePort) {
        List<Observed> found = of(engine, localPort, remotePort);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " sockets from " + localPort + " to " + remotePort + ": " + found);
        }
        return found.get(0);
    }

    static Optional<PeerRecord> peer(EbpfEngine engine, long cookie, int port) {
        List<PeerRecord> found = new ArrayList<>();
        engine.forEachPeer(peer -> {
            if (peer.cookie() == cookie && peer.remote().port() == port) {
                found.add(peer);
            }
        });
        return found.stream().findFirst();
    }
}
