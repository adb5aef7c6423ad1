package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import java.util.HashMap;
import java.util.Map;

/*
 * A row is told from every other by tuple, process and time of binding. Where the poorer table lacks the time, a serial
 * number given at first sight stands for it, and a socket that was quickly replaced is taken for the same. In TIME_WAIT a
 * connection loses its process, and keeps the identity it had.
 */
/** Gives the rows of one sample their identities, each to one row only. Not thread-safe. */
final class Identities {
    /** @param nth tells rows apart that Windows itself does not, such as those that share a port of UDP */
    private record Key(FiveTuple tuple, int pid, long createdAt, int nth) {}

    private final String run;
    private Map<Key, SocketId> before = new HashMap<>();
    private Map<Key, SocketId> now = new HashMap<>();
    private Map<FiveTuple, SocketId> connectedBefore = new HashMap<>();
    private Map<FiveTuple, SocketId> connected = new HashMap<>();
    private long serial;

    /** @param run tells the serial numbers of one run from those of another */
    Identities(long run) {
        this.run = Long.toHexString(run);
    }

    /** A new sample. */
    void begin() {
        before = now;
        now = new HashMap<>();
        connectedBefore = connected;
        connected = new HashMap<>();
    }

    SocketId of(SocketRow row) {
        int nth = 0;
        Key key = key(row, nth);
        while (now.containsKey(key)) {
            key = key(row, ++nth);
        }
        SocketId id = id(key, row.state());
        now.put(key, id);
        if (row.tuple().remote().isPresent()) {
            connected.put(row.tuple(), id);
        }
        return id;
    }

    private static Key key(SocketRow row, int nth) {
        return new Key(row.tuple(), row.pid(), row.createdAt(), nth);
    }

    private SocketId id(Key key, SocketState state) {
        if (before.containsKey(key)) {
            return before.get(key);
        }
        boolean orphaned = key.pid == 0 && state == SocketState.TIME_WAIT && !connected.containsKey(key.tuple);
        if (orphaned && connectedBefore.containsKey(key.tuple)) {
            return connectedBefore.get(key.tuple);
        }
        String told = key.createdAt == 0
                ? run + "-" + serial++
                : Long.toHexString(key.createdAt) + (key.nth == 0 ? "" : "-" + key.nth);
        String remote = key.tuple.remote().map(Object::toString).orElse("*");
        return new SocketId("windows-" + key.tuple.protocol() + "-" + key.tuple.local() + "-" + remote + "-"
                + Integer.toUnsignedString(key.pid) + "-" + told);
    }
}
