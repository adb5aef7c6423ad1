package dev.netwatch.domain.connection;

import java.util.Locale;
import java.util.Optional;

/**
 * What keeps a process apart from the rest of the machine: the container of an engine, or the sandbox of an application.
 *
 * @param id as the engine counts: 64 hexadecimal digits, or a name where the engine knows containers by name; foreign text
 * @param name what people call it, where that can be read without asking the engine; foreign text
 * @param pod the Kubernetes pod it belongs to, a UUID; foreign text
 */
public record Container(Engine engine, String id, Optional<String> name, Optional<String> pod) {
    private static final int HASH = 64;
    private static final int SHORT = 12;

    /** Who runs it, or what its place in the control groups looks like. */
    public enum Engine {
        DOCKER,
        CONTAINERD,
        CRI_O,
        PODMAN,
        LXC,
        SYSTEMD_NSPAWN,
        /** A pod whose runtime the place does not tell. */
        KUBERNETES,
        FLATPAK,
        SNAP,
        /** Known as a container by its id only. */
        OTHER;

        /** In lower case with hyphens, such as {@code cri-o}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Container {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a container without id");
        }
    }

    /** A container of which only its id is known. */
    public static Container of(Engine engine, String id) {
        return new Container(engine, id, Optional.empty(), Optional.empty());
    }

    /** Its name, else its id, of which the first twelve digits are told where it is a hash. */
    public String label() {
        return name.orElseGet(() -> id.length() == HASH ? id.substring(0, SHORT) : id);
    }

    public Container named(String known) {
        return new Container(engine, id, Optional.of(known), pod);
    }

    public Container inPod(String uid) {
        return new Container(engine, id, name, Optional.of(uid));
    }
}
