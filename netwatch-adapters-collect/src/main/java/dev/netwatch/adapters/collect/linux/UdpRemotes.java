package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.EbpfEngine;
import dev.netwatch.adapters.collect.support.ebpf.PeerRecord;
import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.sample.SocketSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/*
 * The record of a socket holds what went to and from all its remotes, the first of which it names; the others have
 * records of their own. So the first one's share is the rest.
 */
/** Splits a UDP socket that talks to many into one row for each remote. Not thread-safe. */
final class UdpRemotes {
    private final LongMap<List<PeerRecord>> others = new LongMap<>();

    /** Reads the further remotes of all sockets. */
    void read(EbpfEngine engine) {
        others.clear();
        engine.forEachPeer(peer -> {
            List<PeerRecord> known = others.get(peer.cookie());
            if (known == null) {
                known = new ArrayList<>();
                others.put(peer.cookie(), known);
            }
            known.add(peer);
        });
    }

    /** Tells one socket for each remote. @param whole the socket, without counters of its own */
    void split(SocketRecord socket, SocketSample whole, boolean complete, Consumer<SocketSample> rows) {
        ByteCounters first = HookFacts.counters(socket, complete);
        for (PeerRecord peer : of(socket.cookie())) {
            ByteCounters share =
                    new ByteCounters(peer.received(), peer.sent(), first.receivedQuality(), first.sentQuality());
            rows.accept(row(whole, peer.remote(), share));
            first = new ByteCounters(
                    Math.max(0, first.received() - share.received()),
                    Math.max(0, first.sent() - share.sent()),
                    first.receivedQuality(),
                    first.sentQuality());
        }
        Optional<Endpoint> remote = RecordedSockets.remote(socket);
        if (remote.isPresent()) {
            rows.accept(row(whole, remote.get(), first));
        }
    }

    private static SocketSample row(SocketSample whole, Endpoint remote, ByteCounters counters) {
        return new SocketSample(
                new SocketId(whole.id() + "/" + remote),
                new FiveTuple(whole.tuple().protocol(), whole.tuple().local(), Optional.of(remote)),
                whole.state(),
                whole.owner(),
                Optional.of(counters),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                whole.scope());
    }

    private List<PeerRecord> of(long cookie) {
        List<PeerRecord> known = others.get(cookie);
        return known == null ? List.of() : known;
    }

    /** Gives the room of a closed socket's remotes to others. */
    void forget(long cookie, EbpfEngine engine) {
        of(cookie).forEach(engine::forget);
    }
}
