package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.adapters.collect.support.ebpf.SocketRecords;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.SocketSample;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/*
 * The record of a socket holds what went to and from all its remotes, the first of which it names; the others have
 * records of their own. So the first one's share is the rest. A server would gather remotes for ever: one that fell
 * silent is told as closed and makes room, as firewalls forget it, and sooner when room gets scarce.
 */
/** Splits UDP sockets that talk to many into one row for each remote. Not thread-safe. */
final class UdpRemotes {
    /** As nf_conntrack_udp_timeout_stream of netfilter. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final SocketRecords records;
    private final UdpDirections directions;
    private final LongMap<UdpShares> byCookie = new LongMap<>();
    private long now;
    private boolean scarce;

    UdpRemotes(SocketRecords records, UdpDirections directions) {
        this.records = records;
        this.directions = directions;
    }

    /** Reads the further remotes of all sockets. @param nanos monotonic */
    void read(long nanos) {
        now = nanos;
        int[] count = {0};
        records.forEachPeer(peer -> {
            count[0]++;
            UdpShares shares = byCookie.get(peer.cookie());
            if (shares == null) {
                shares = new UdpShares();
                byCookie.put(peer.cookie(), shares);
            }
            shares.take(peer, nanos);
        });
        scarce = count[0] > records.peerLimit() / 2;
    }

    /**
     * Tells one socket for each remote.
     *
     * @param whole the socket, without counters of its own
     * @param complete whether its beginning was seen
     * @param closed is told of the remotes that fell silent
     */
    void split(
            SocketRecord socket,
            SocketSample whole,
            boolean complete,
            Consumer<SocketSample> rows,
            Consumer<SocketSample> closed) {
        ByteCounters all = HookFacts.counters(socket, complete);
        UdpShares shares = byCookie.get(socket.cookie());
        if (shares != null) {
            shares.removeIf(share -> {
                SocketSample row = row(whole, share.name(), share.remote(), share.counters(all));
                SocketSample directed = directions.directed(row, share.peer().sentFirst(), complete);
                boolean silent = isSilent(share);
                if (silent) {
                    closed.accept(directed.withState(SocketState.CLOSED));
                    records.forget(share.peer());
                } else {
                    rows.accept(directed);
                }
                return silent;
            });
        }
        RecordedSockets.remote(socket).ifPresent(remote -> {
            SocketSample row = row(whole, remote.toString(), remote, shares == null ? all : shares.restOf(all));
            rows.accept(directions.directed(row, socket.sentFirst(), complete));
        });
    }

    private boolean isSilent(UdpShares.Share share) {
        long silence = now - share.activeAt();
        return scarce ? silence > 0 : silence > PATIENCE;
    }

    private static SocketSample row(SocketSample whole, String name, Endpoint remote, ByteCounters counters) {
        return new SocketSample(
                new SocketId(whole.id() + "/" + name),
                new FiveTuple(whole.tuple().protocol(), whole.tuple().local(), Optional.of(remote)),
                whole.state(),
                whole.owner(),
                Optional.of(counters),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                whole.scope());
    }

    /** Gives the room of a closed socket's remotes to others. */
    void forget(long cookie) {
        UdpShares shares = byCookie.get(cookie);
        if (shares != null) {
            shares.forEach(share -> records.forget(share.peer()));
            byCookie.remove(cookie);
        }
    }
}
