package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.ProcessRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Walking /proc/PID/fd costs some 3 microseconds for each descriptor of the machine, so it is done only for sockets
 * that nobody is known for, in the order in which they are likely to be found, and ends with the last of them:
 * processes that were not there before, those that lately opened sockets, those that hold most, then all others.
 * No inode is remembered: the kernel uses them again, and the caller remembers owners by cookie.
 */
/** Finds the processes that hold sockets. Not thread-safe. */
final class ProcSocketOwners {
    private static final int CHECKED_AT_ONCE = 4;

    private final Descriptors descriptors;
    private final ProcessReader reader;
    private final ProcessPlaces places;
    private final Map<Integer, Holder> holders = new HashMap<>();
    private final ArrayDeque<Holder> toCheck = new ArrayDeque<>();
    private Set<Integer> known = new HashSet<>();
    private boolean refused;
    private long search;

    ProcSocketOwners(Descriptors descriptors, ProcessReader reader, ProcessPlaces places) {
        this.descriptors = descriptors;
        this.reader = reader;
        this.places = places;
    }

    /**
     * Looks for the holders of sockets.
     *
     * @param wanted by inode; those found are given their holder and taken out
     */
    void resolve(LongMap<? extends Held> wanted) {
        int[] processes = descriptors.processes();
        refused = false;
        search++;
        for (int pid : inOrderOfPromise(processes)) {
            if (wanted.size() == 0) {
                break;
            }
            walk(pid, wanted);
        }
        known = new HashSet<>();
        Arrays.stream(processes).forEach(known::add);
        holders.values().removeIf(holder -> !known.contains(holder.pid) && retire(holder));
    }

    /** Whether the last search met processes it was not allowed to look into. */
    boolean wasRefused() {
        return refused;
    }

    private List<Integer> inOrderOfPromise(int[] processes) {
        List<Integer> order = new ArrayList<>(processes.length);
        for (int pid : processes) {
            order.add(pid);
        }
        order.sort(Comparator.comparing((Integer pid) -> known.contains(pid))
                .thenComparingLong(pid -> -lastFoundIn(pid))
                .thenComparingInt(pid -> -foundIn(pid))
                .thenComparingInt(pid -> pid));
        return order;
    }

    private long lastFoundIn(int pid) {
        Holder holder = holders.get(pid);
        return holder == null ? 0 : holder.lastFound;
    }

    private int foundIn(int pid) {
        Holder holder = holders.get(pid);
        return holder == null ? 0 : holder.found;
    }

    private void walk(int pid, LongMap<? extends Held> wanted) {
        Holding holding = new Holding(pid);
        Descriptors.Access access = descriptors.sockets(pid, inode -> {
            Held socket = wanted.get(inode);
            if (socket != null && holding.give(socket)) {
                wanted.remove(inode);
            }
            return wanted.size() > 0;
        });
        refused |= access == Descriptors.Access.REFUSED;
    }

    /** One process while it is walked; who it is is read when the first wanted socket turns up. */
    private final class Holding {
        private final int pid;
        private boolean asked;
        private @Nullable Holder holder;

        Holding(int pid) {
            this.pid = pid;
        }

        boolean give(Held socket) {
            if (!asked) {
                asked = true;
                holder = current(pid).orElse(null);
            }
            if (holder == null) {
                return false;
            }
            holder.found++;
            holder.lastFound = search;
            socket.heldBy(holder);
            return true;
        }
    }

    private Optional<Holder> current(int pid) {
        Optional<StatLine> stat = reader.stat(pid);
        Holder before = holders.get(pid);
        if (before != null && !before.stale && before.isStill(stat)) {
            return Optional.of(before);
        }
        if (before != null) {
            retire(before);
            holders.remove(pid);
        }
        return stat.map(line -> enlist(pid, line, reader.read(pid, line)));
    }

    private Holder enlist(int pid, StatLine stat, ProcessRef process) {
        Holder holder = new Holder(pid, stat, process);
        holder.place = places.of(pid).orElse(Place.UNKNOWN);
        holders.put(pid, holder);
        toCheck.add(holder);
        return holder;
    }

    private static boolean retire(Holder holder) {
        holder.stale = true;
        return true;
    }

    /** Looks whether a few of the known holders still are who they were; all of them in turn. */
    void check() {
        for (int i = Math.min(CHECKED_AT_ONCE, toCheck.size()); i > 0; i--) {
            Holder holder = toCheck.remove();
            if (!holder.stale && holder.isStill(reader.stat(holder.pid))) {
                holder.place = places.of(holder.pid).orElse(holder.place); // systemd moves processes
                toCheck.add(holder);
            } else {
                retire(holder);
                holders.remove(holder.pid, holder);
            }
        }
    }

    /** Forgets everybody, as if none had been seen. */
    void forget() {
        holders.values().forEach(ProcSocketOwners::retire);
        holders.clear();
        toCheck.clear();
        known.clear();
    }

    /** A socket that can be given its holder. */
    interface Held {
        void heldBy(Holder holder);
    }
}
