package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.SocketId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/*
 * macOS gives user space no cookie of a socket. What comes nearest is lsof's device: the kernel's address of the socket
 * (or a hash of it), which another socket may have later. So a socket is its process (number and start), endpoints and
 * device; and if it was gone for a sample, or another device has its endpoints, or its counters fell, it is the next of
 * that name. Names do not depend on when netwatch started, so that a second netwatch, or the next, counts nothing
 * twice. Which endpoints were used before is remembered for a bounded number of sockets.
 */
/** Gives sockets their identities. Not thread-safe. */
final class SocketLedger {
    private static final int MOST_GONE = 10_000;

    private record Place(long pid, FiveTuple tuple) {}

    private static final class Entry {
        final SocketId id;
        String device;

        @Nullable
        FlowBytes bytes;

        @Nullable
        ByteCounters told;

        long seenInRound;

        Entry(SocketId id, String device) {
            this.id = id;
            this.device = device;
        }
    }

    private final Map<Place, List<Entry>> open = new HashMap<>();
    private final Map<String, Integer> uses = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST_GONE + open.size();
        }
    };
    private long round;

    /** What a socket is called, and what of its bytes may be told. */
    record Entered(SocketId id, Optional<ByteCounters> counters) {}

    /** Before the sockets of the next sample. */
    void begin() {
        round++;
    }

    /** After the sockets of a sample: forgets those that are gone. */
    void end() {
        open.values().forEach(entries -> entries.removeIf(entry -> entry.seenInRound != round));
        open.values().removeIf(List::isEmpty);
    }

    /** The socket's identity: the one it had, or a new one. Each socket of a sample is entered once. */
    Entered enter(MacSocket socket, ProcessRef process, Optional<ByteCounters> counted) {
        Place place = new Place(socket.pid(), socket.tuple());
        List<Entry> entries = open.computeIfAbsent(place, unseen -> new ArrayList<>(1));
        Entry entry = find(entries, socket.device());
        if (entry != null && !continues(entry, socket)) {
            entries.remove(entry);
            entry = null;
        }
        if (entry == null) {
            entry = new Entry(name(socket, process), socket.device());
            entries.add(entry);
        }
        return note(entry, socket, counted);
    }

    /** The entry with this device; else one whose device, or this one, nobody knows. */
    private @Nullable Entry find(List<Entry> entries, String device) {
        Entry fitting = null;
        for (Entry entry : entries) {
            boolean free = entry.seenInRound != round;
            if (free && entry.device.equals(device)) {
                return entry;
            }
            if (free && fitting == null && (entry.device.isEmpty() || device.isEmpty())) {
                fitting = entry;
            }
        }
        return fitting;
    }

    private static boolean continues(Entry entry, MacSocket socket) {
        FlowBytes before = entry.bytes;
        return before == null
                || socket.traffic().isEmpty()
                || socket.traffic().get().bytes().continues(before);
    }

    private SocketId name(MacSocket socket, ProcessRef process) {
        String name = "macos-" + process.pid()
                + process.startedAt().map(start -> "@" + start.getEpochSecond()).orElse("")
                + "-" + socket.tuple().protocol()
                + "-" + socket.tuple().local()
                + "-" + socket.tuple().remote().map(Object::toString).orElse("*")
                + (socket.device().isEmpty() ? "" : "-" + socket.device());
        int use = uses.merge(name, 1, Integer::sum);
        return new SocketId(use == 1 ? name : name + "-" + use);
    }

    /* Bytes sent again are counted beside all sent and not at the same moment, so that what is left may seem to fall. */
    private Entered note(Entry entry, MacSocket socket, Optional<ByteCounters> counted) {
        entry.seenInRound = round;
        if (entry.device.isEmpty()) {
            entry.device = socket.device();
        }
        socket.traffic().ifPresent(traffic -> entry.bytes = traffic.bytes());
        ByteCounters before = entry.told;
        Optional<ByteCounters> told = counted.map(now -> before == null ? now : atLeast(now, before));
        told.ifPresent(now -> entry.told = now);
        return new Entered(entry.id, told);
    }

    private static ByteCounters atLeast(ByteCounters now, ByteCounters before) {
        return new ByteCounters(
                Math.max(now.received(), before.received()),
                Math.max(now.sent(), before.sent()),
                now.receivedQuality(),
                now.sentQuality());
    }
}
