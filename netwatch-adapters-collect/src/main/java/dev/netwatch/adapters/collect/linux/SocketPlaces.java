package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Container.Engine;
import dev.netwatch.domain.port.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/*
 * The group a socket was made in is not always that of its process: an accepted one has its listener's, and a listener
 * handed over by systemd has systemd's. So the process is asked first, then the socket's own group, and last, for a
 * socket of another namespace, whether all processes of that namespace are in one container.
 */
/** Tells in which container and unit sockets are held. Not thread-safe. */
final class SocketPlaces {
    private static final int MOST_GROUPS = 10_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final ProcessPlaces processes;
    private final CgroupTree tree;
    private final NamespaceFinder finder;
    private final Clock clock;
    private final Map<String, Shared> shared = new HashMap<>();
    private final LongMap<Place> groups = new LongMap<>();

    /** The one place of a namespace's processes, and when it was looked for. */
    private record Shared(Place place, long at) {}

    SocketPlaces(ProcessPlaces processes, CgroupTree tree, NamespaceFinder finder, Clock clock) {
        this.processes = processes;
        this.tree = tree;
        this.finder = finder;
        this.clock = clock;
    }

    /** Places every socket of the last dump. */
    void update(WatchedNamespace namespace, boolean home) {
        long now = clock.nanos();
        namespace.table().forEachSeen(socket -> {
            if (socket.holder != null) {
                socket.runIn(socket.holder.place);
            } else if (!socket.place.isKnown()) {
                socket.runIn(
                        ofGroup(socket.cgroup, now).orElseGet(() -> home ? Place.UNKNOWN : of(namespace.namespace())));
            }
        });
    }

    private Optional<Place> ofGroup(long cgroup, long now) {
        Place known = groups.get(cgroup);
        if (known == null) {
            Optional<String> path = tree.path(cgroup, now);
            if (path.isEmpty()) {
                return Optional.empty();
            }
            known = processes.ofPath(path.get());
            if (groups.size() >= MOST_GROUPS) {
                groups.clear();
            }
            groups.put(cgroup, known);
        }
        return Optional.of(known).filter(Place::isKnown);
    }

    /** The container that all processes of another namespace are in, or their pod. */
    Place of(Namespace namespace) {
        String number = namespace.network().orElse("");
        long now = clock.nanos();
        Shared known = shared.get(number);
        if (known == null || now - known.at() >= PATIENCE) {
            Place found = common(finder.processes(Long.parseLong(number)));
            shared.values().removeIf(old -> now - old.at() >= PATIENCE);
            known = new Shared(known != null && known.place().equals(found) ? known.place() : found, now);
            shared.put(number, known);
        }
        return known.place();
    }

    /** Where a process is that a record names: while it lives, then by the group its record kept. */
    Place of(int pid, long cgroup, Optional<Namespace> elsewhere) {
        Optional<Place> alive = pid == 0 ? Optional.empty() : processes.of(pid);
        return alive.filter(Place::isKnown)
                .or(() -> ofGroup(cgroup, clock.nanos()))
                .or(() -> elsewhere.map(this::of))
                .orElse(Place.UNKNOWN);
    }

    private Place common(List<Integer> members) {
        Set<Optional<Container>> containers = new HashSet<>();
        for (int pid : members) {
            processes.of(pid).ifPresent(place -> containers.add(place.container()));
        }
        Set<Optional<String>> pods = new HashSet<>();
        containers.forEach(container -> pods.add(container.flatMap(Container::pod)));
        Optional<Container> one = containers.size() == 1
                ? containers.iterator().next()
                : pods.size() == 1 ? pods.iterator().next().map(SocketPlaces::pod) : Optional.empty();
        return new Place(one, Optional.empty());
    }

    private static Container pod(String uid) {
        return Container.of(Engine.KUBERNETES, uid).inPod(uid);
    }
}
