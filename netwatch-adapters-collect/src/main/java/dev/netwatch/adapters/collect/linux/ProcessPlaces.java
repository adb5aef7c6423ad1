package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/*
 * One instance for all processes of one group: a change is seen by comparing references. Names are asked for when a
 * group is first met, and once more each time the memory is emptied.
 */
/**
 * Tells where processes run, from /proc/PID/cgroup, which everybody may read. Not thread-safe.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/cgroups.7.html">cgroups(7), /proc/PID/cgroup</a>
 */
final class ProcessPlaces {
    private static final int MOST_KEPT = 10_000;

    private final Path proc;
    private final ContainerNames names;
    private final Map<String, Place> known = new HashMap<>();

    ProcessPlaces(Path proc, ContainerNames names) {
        this.proc = proc;
        this.names = names;
    }

    /** Where a process runs now; empty if it has ended. */
    Optional<Place> of(int pid) {
        try {
            byte[] text = Files.readAllBytes(proc.resolve(pid + "/cgroup"));
            return Optional.of(kept(new String(text, StandardCharsets.UTF_8)));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** What a path in the unified tree tells. */
    Place ofPath(String path) {
        return kept("0::" + path);
    }

    private Place kept(String text) {
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(text, ignored -> named(parse(text)));
    }

    private Place named(Place place) {
        return new Place(place.container().map(names::complete), place.unit());
    }

    /**
     * What the lines {@code hierarchy:controllers:path} tell. Where both versions are in use, the unit is that of the
     * tree that systemd manages, and a container that of any tree.
     */
    static Place parse(String text) {
        Place unified = Place.UNKNOWN;
        Place named = Place.UNKNOWN;
        Place any = Place.UNKNOWN;
        for (String line : text.split("\n")) {
            String[] fields = line.split(":", 3);
            if (fields.length < 3) {
                continue;
            }
            Place place = ControlGroup.parse(fields[2]);
            any = any.container().isPresent() ? any : place;
            unified = fields[0].equals("0") ? place : unified;
            named = fields[1].equals("name=systemd") ? place : named;
        }
        Place best = unified.isKnown() ? unified : named;
        Place other = best.container().isPresent() ? best : named.container().isPresent() ? named : any;
        return new Place(other.container(), best.unit());
    }
}
