package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Container;
import java.util.Optional;

/**
 * Where in the tree of control groups a process runs.
 *
 * @param unit the innermost systemd unit, such as {@code ssh.service}; foreign text
 */
record Place(Optional<Container> container, Optional<String> unit) {
    static final Place UNKNOWN = new Place(Optional.empty(), Optional.empty());

    boolean isKnown() {
        return container.isPresent() || unit.isPresent();
    }
}
