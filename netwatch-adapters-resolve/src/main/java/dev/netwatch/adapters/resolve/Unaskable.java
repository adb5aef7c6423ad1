package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.RemoteName;
import java.util.Optional;

/** The addresses that are nobody's, so that there is nobody to ask. */
final class Unaskable {
    private static final IpAddress BROADCAST = IpAddress.v4(-1);
    private static final Optional<RemoteName> LOOPBACK_NAME = notAsked("loopback address");
    private static final Optional<RemoteName> WILDCARD_NAME = notAsked("wildcard address");
    private static final Optional<RemoteName> MULTICAST_NAME = notAsked("multicast address");
    private static final Optional<RemoteName> BROADCAST_NAME = notAsked("broadcast address");

    private Unaskable() {}

    static Optional<RemoteName> nameOf(IpAddress address) {
        if (address.isLoopback()) {
            return LOOPBACK_NAME;
        }
        if (address.isAny()) {
            return WILDCARD_NAME;
        }
        if (address.isMulticast()) {
            return MULTICAST_NAME;
        }
        return address.equals(BROADCAST) ? BROADCAST_NAME : Optional.empty();
    }

    private static Optional<RemoteName> notAsked(String reason) {
        return Optional.of(RemoteName.notAsked(reason));
    }
}
