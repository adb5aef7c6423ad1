package dev.netwatch.adapters.collect.linux;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/*
 * A socket keeps its namespace alive, ours too. So one that nobody else uses any more is left at once: with the sample
 * that finds it so, which still tells how its sockets ended.
 */
/** The network namespaces whose sockets are watched: the one netwatch runs in, and the others of the machine. Not thread-safe. */
final class WatchedNamespaces implements AutoCloseable {
    /** Two descriptors each; a machine with more has those that were found first watched. */
    static final int MOST = 256;

    private final Namespace here;
    private final NamespaceFinder finder;
    private final DestroyListener listener = new DestroyListener();
    private final ByteBuffer buffer = NetlinkSocket.buffer(InetDiagDump.BUFFER);
    private final OwnerBook book;
    private final Function<Namespace, Place> places;
    private final WatchedNamespace home;
    private final Map<Long, WatchedNamespace> others = new LinkedHashMap<>();
    private final Map<Long, Integer> refused = new HashMap<>();
    private final List<WatchedNamespace> leaving = new ArrayList<>();

    /** @throws NativeException if the kernel refuses */
    WatchedNamespaces(Namespace here, NamespaceFinder finder, OwnerBook book, Function<Namespace, Place> places) {
        this.here = here;
        this.finder = finder;
        this.book = book;
        this.places = places;
        this.home = new WatchedNamespace(here, buffer, listener, book, ignored -> Place.UNKNOWN);
        listener.start();
    }

    /** Looks which namespaces came and went. */
    void update(DumpCoverage coverage) {
        Map<Long, String> found = finder.find();
        here.network().ifPresent(number -> found.remove(Long.parseLong(number)));
        refused.keySet().retainAll(found.keySet());
        others.entrySet().removeIf(watched -> !found.containsKey(watched.getKey()) && leaves(watched.getValue()));
        Map<Long, String> unknown = unknown(found);
        if (!unknown.isEmpty()) {
            NamespaceVisit<WatchedNamespace> visit = NamespaceVisit.to(unknown, this::open);
            others.putAll(visit.opened());
            refused.putAll(visit.refused());
        }
        tell(found.keySet(), coverage);
    }

    private boolean leaves(WatchedNamespace watched) {
        if (watched.isHeld()) {
            return false;
        }
        leaving.add(watched);
        return true;
    }

    private Map<Long, String> unknown(Map<Long, String> found) {
        Map<Long, String> unknown = new HashMap<>();
        found.forEach((inode, place) -> {
            boolean room = 1 + others.size() + unknown.size() < MOST;
            if (room && !others.containsKey(inode) && !refused.containsKey(inode)) {
                unknown.put(inode, place);
            }
        });
        return unknown;
    }

    private WatchedNamespace open(long inode) {
        Namespace there = here.withNetwork(Optional.of(Long.toString(inode)), 0);
        return new WatchedNamespace(there, buffer, listener, book, places);
    }

    private void tell(Set<Long> found, DumpCoverage coverage) {
        Set<Long> unseen = new HashSet<>(found);
        unseen.removeAll(others.keySet());
        coverage.namespaces(1 + others.size());
        coverage.unseenNamespaces(unseen.size(), finder.wasRefused() || !here.allProcesses(), !refused.isEmpty());
    }

    /** All that are watched, and those that this sample is the last of. */
    List<WatchedNamespace> all() {
        return Stream.of(Stream.of(home), others.values().stream(), leaving.stream())
                .flatMap(part -> part)
                .toList();
    }

    /** The other namespace with this cookie, if it is watched. @param cookie 0 for unknown */
    Optional<Namespace> withCookie(long cookie) {
        if (cookie == 0) {
            return Optional.empty();
        }
        return others.values().stream()
                .map(WatchedNamespace::namespace)
                .filter(namespace -> namespace.cookie() == cookie)
                .findFirst();
    }

    WatchedNamespace home() {
        return home;
    }

    /** Those that this sample is the last of. */
    List<WatchedNamespace> leaving() {
        return leaving;
    }

    /** Lets go of those that have gone. */
    void leave() {
        leaving.forEach(WatchedNamespace::close);
        leaving.clear();
    }

    @Override
    public void close() {
        leave();
        home.close();
        others.values().forEach(WatchedNamespace::close);
        others.clear();
        listener.close();
        finder.close();
    }
}
