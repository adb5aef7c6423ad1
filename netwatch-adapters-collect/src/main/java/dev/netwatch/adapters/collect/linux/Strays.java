package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;

/*
 * What comes after a socket was told, such as a late packet, makes a record that nothing ever closes. It looks like a
 * socket that is not bound yet; only time tells them apart.
 */
/** Records without owner of sockets that are in no table, until their time is up. Not thread-safe. */
final class Strays {
    /** Samples without traffic that such a record is kept for. */
    private static final int PATIENCE = 300;

    private final LongMap<Stray> byCookie = new LongMap<>();
    private int round;

    private static final class Stray {
        private long packets = -1;
        private int idle;
        private int round;
    }

    /** @return whether its time is up */
    boolean isOver(SocketRecord socket) {
        Stray stray = byCookie.get(socket.cookie());
        if (stray == null) {
            stray = new Stray();
            byCookie.put(socket.cookie(), stray);
        }
        long packets = socket.packetsReceived() + socket.packetsSent();
        stray.idle = packets == stray.packets ? stray.idle + 1 : 0;
        stray.packets = packets;
        stray.round = round;
        return stray.idle >= PATIENCE;
    }

    /** After each sample: forgets those that were not met in it. */
    void next() {
        if (byCookie.size() > 0) {
            byCookie.removeIf(stray -> stray.round != round);
        }
        round++;
    }
}
