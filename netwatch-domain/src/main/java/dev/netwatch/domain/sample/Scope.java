package dev.netwatch.domain.sample;

import dev.netwatch.domain.connection.Container;
import java.util.Optional;

/**
 * Where on the machine a socket lives.
 *
 * @param networkNamespace the namespace's number, empty where the source does not know it
 * @param container what its process runs in, empty for the host itself and where the source does not know it
 * @param unit the systemd unit its process runs in, such as {@code ssh.service}; foreign text
 * @param networkInterface the interface the socket is bound to, empty if to none
 */
public record Scope(
        Optional<String> networkNamespace,
        Optional<Container> container,
        Optional<String> unit,
        Optional<String> networkInterface) {
    public static final Scope UNKNOWN =
            new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A socket of which no more than its namespace is known. */
    public static Scope in(Optional<String> networkNamespace) {
        return new Scope(networkNamespace, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Scope boundTo(String itsInterface) {
        return new Scope(networkNamespace, container, unit, Optional.of(itsInterface));
    }

    public Scope runningIn(Optional<Container> itsContainer, Optional<String> itsUnit) {
        return new Scope(networkNamespace, itsContainer, itsUnit, networkInterface);
    }
}
