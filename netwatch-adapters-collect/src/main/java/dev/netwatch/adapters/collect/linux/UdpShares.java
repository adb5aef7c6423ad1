package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.PeerRecord;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Endpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What one UDP socket exchanged with each of its remotes but the first, followed over time. Not thread-safe. */
final class UdpShares {
    private final Map<Endpoint, Share> shares = new LinkedHashMap<>();
    private long goneReceived;
    private long goneSent;
    private int gone;

    /** Takes over a record. @param now monotonic nanoseconds */
    void take(PeerRecord peer, long now) {
        Share share = shares.get(peer.remote());
        if (share == null) {
            shares.put(peer.remote(), new Share(peer, now, gone));
        } else {
            share.take(peer, now);
        }
    }

    void forEach(Consumer<Share> action) {
        shares.values().forEach(action);
    }

    /** Lets go of those that {@code silent} is true for, asked once about each; what they carried is not forgotten. */
    void removeIf(Predicate<Share> silent) {
        shares.values().removeIf(share -> {
            if (!silent.test(share)) {
                return false;
            }
            goneReceived += share.peer.received();
            goneSent += share.peer.sent();
            gone++;
            return true;
        });
    }

    /** The first remote's share: what is left of all when the others, and those that went, are taken out. */
    ByteCounters restOf(ByteCounters all) {
        long received = all.received() - goneReceived;
        long sent = all.sent() - goneSent;
        for (Share share : shares.values()) {
            received -= share.peer.received();
            sent -= share.peer.sent();
        }
        /* The records are read a moment apart. */
        return new ByteCounters(Math.max(0, received), Math.max(0, sent), all.receivedQuality(), all.sentQuality());
    }

    /** One remote. */
    static final class Share {
        private final int life;
        private PeerRecord peer;
        private long activeAt;

        private Share(PeerRecord peer, long now, int life) {
            this.peer = peer;
            this.activeAt = now;
            this.life = life;
        }

        private void take(PeerRecord latest, long now) {
            if (latest.received() != peer.received() || latest.sent() != peer.sent()) {
                activeAt = now;
            }
            peer = latest;
        }

        PeerRecord peer() {
            return peer;
        }

        Endpoint remote() {
            return peer.remote();
        }

        /** When its figures changed last. */
        long activeAt() {
            return activeAt;
        }

        /** Tells this remote from the others of the socket, and from itself before it fell silent. */
        String name() {
            return life == 0 ? remote().toString() : remote() + "+" + life;
        }

        /** Its own, as good as those of the whole socket. */
        ByteCounters counters(ByteCounters all) {
            return new ByteCounters(peer.received(), peer.sent(), all.receivedQuality(), all.sentQuality());
        }
    }
}
