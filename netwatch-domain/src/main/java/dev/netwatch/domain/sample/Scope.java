package dev.netwatch.domain.sample;

import java.util.Optional;

/**
 * Where on the machine a socket lives.
 *
 * @param networkNamespace the namespace's number, empty where the source does not know it
 * @param container what the process runs in, empty for the host itself
 * @param networkInterface the interface the socket is bound to, empty if to none
 */
public record Scope(Optional<String> networkNamespace, Optional<String> container, Optional<String> networkInterface) {
    public static final Scope UNKNOWN = new Scope(Optional.empty(), Optional.empty(), Optional.empty());
}
