package dev.netwatch.adapters.collect.support.ebpf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/*
 * A program may load, run, and count nothing: on a kernel whose structures lie elsewhere, in a cgroup that its sockets
 * do not belong to, behind another program that drops. So figures are believed only after known ones came out right.
 */
/** Sends known numbers of bytes over loopback and compares what the programs made of them. */
final class SelfTest {
    private static final int FORTH = 300;
    private static final int BACK = 200;

    private final EbpfEngine engine;
    private final List<Long> sockets = new ArrayList<>();
    private boolean ownersKnown = true;
    private long netns;

    /**
     * @param mismatch what was counted wrong; empty if nothing
     * @param untested why nothing could be sent; empty if it could
     * @param ownersKnown whether the owner of the test's sockets was this process, by the number it knows itself by
     * @param netns cookie of the network namespace it ran in; 0 if it could not
     * @param sockets cookies of the test's own sockets, which are closed by now
     */
    record Result(
            Optional<String> mismatch,
            Optional<String> untested,
            boolean ownersKnown,
            long netns,
            List<Long> sockets) {}

    SelfTest(EbpfEngine engine) {
        this.engine = engine;
    }

    Result run() {
        try {
            long before = engine.losses();
            Optional<String> mismatch = udp().or(this::tcp);
            if (mismatch.isEmpty() && engine.losses() != before) {
                mismatch = Optional.of("updates found no room in empty maps");
            }
            return new Result(mismatch, Optional.empty(), ownersKnown, netns, sockets);
        } catch (BpfException e) {
            return new Result(Optional.empty(), Optional.of(e.getMessage()), true, 0, sockets);
        }
    }

    private Optional<String> udp() {
        try (ProbeSocket one = ProbeSocket.open(ProbeSocket.DATAGRAM).bind();
                ProbeSocket other = ProbeSocket.open(ProbeSocket.DATAGRAM).bind()) {
            note(one, other);
            one.sendTo(other.port(), FORTH);
            other.receive(FORTH);
            other.sendTo(one.port(), BACK);
            one.receive(BACK);
            return check("UDP", one, BACK, FORTH).or(() -> check("UDP", other, FORTH, BACK));
        }
    }

    private Optional<String> tcp() {
        try (ProbeSocket listener = ProbeSocket.open(ProbeSocket.STREAM).bind().listen();
                ProbeSocket client = ProbeSocket.open(ProbeSocket.STREAM).connect(listener.port());
                ProbeSocket server = listener.accept()) {
            note(listener, client, server);
            client.send(FORTH);
            server.receive(FORTH);
            server.send(BACK);
            client.receive(BACK);
            return check("TCP", client, BACK, FORTH)
                    .or(() -> check("TCP", server, FORTH, BACK))
                    .or(() -> checkOpener(client, listener.port()));
        }
    }

    private void note(ProbeSocket... used) {
        for (ProbeSocket socket : used) {
            sockets.add(socket.cookie());
        }
    }

    private Optional<String> check(String protocol, ProbeSocket socket, long received, long sent) {
        long cookie = socket.cookie();
        Optional<SocketRecord> found = engine.socket(cookie);
        if (found.isEmpty()) {
            return Optional.of("a " + protocol + " socket was not seen");
        }
        SocketRecord record = found.get();
        if (record.received() != received || record.sent() != sent) {
            return Optional.of(protocol + " received " + record.received() + " and sent " + record.sent()
                    + " bytes instead of " + received + " and " + sent);
        }
        return Optional.empty();
    }

    /** The end that connected: its owner, its remote and its SYN must be known. */
    private Optional<String> checkOpener(ProbeSocket client, int port) {
        SocketRecord record = engine.socket(client.cookie()).orElseThrow();
        if (!record.connected() || !record.sentSyn() || record.remotePort() != port || record.owner() == 0) {
            return Optional.of("connect() was not seen");
        }
        netns = record.netnsCookie();
        ownersKnown = record.owner() == (int) ProcessHandle.current().pid();
        return Optional.empty();
    }
}
