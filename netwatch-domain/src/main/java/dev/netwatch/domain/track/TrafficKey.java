package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.ProcessId;
import dev.netwatch.domain.connection.Protocol;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What makes connections one row: the same process talks from the same address of ours with the same remote address,
 * service port and protocol in the same direction. Processes are told apart by number and start, not by name.
 *
 * @param process empty where no owner is known
 * @param uid tells rows without a process apart
 * @param local which of our addresses carried it: what a row counts is on one interface, and remains so whichever of its
 *     connections closed last
 * @param remote empty for listeners
 * @param port of the service, see {@link Connection#servicePort()}
 */
public record TrafficKey(
        Optional<ProcessId> process,
        OptionalLong uid,
        IpAddress local,
        Optional<IpAddress> remote,
        int port,
        Protocol protocol,
        Direction direction) {

    /* As a record's own, but without what those cost in a compiler that does not inline: each sample and each key that
     * is pressed asks for the rows of all connections. */
    @Override
    public int hashCode() {
        int hash = remote.isPresent() ? remote.get().hashCode() : 0;
        hash = 31 * hash + port;
        hash = 31 * hash + local.hashCode();
        return process.isPresent() ? 31 * hash + Long.hashCode(process.get().pid()) : hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof TrafficKey)) {
            return false;
        }
        TrafficKey key = (TrafficKey) other;
        return port == key.port
                && protocol == key.protocol
                && direction == key.direction
                && remote.equals(key.remote)
                && local.equals(key.local)
                && process.equals(key.process)
                && uid.equals(key.uid);
    }

    public static TrafficKey of(Connection connection) {
        Optional<ProcessId> process = connection.owner().process().map(owner -> owner.id());
        return new TrafficKey(
                process,
                process.isPresent() ? OptionalLong.empty() : connection.owner().uid(),
                connection.local().address(),
                connection.remote().map(peer -> peer.address()),
                connection.servicePort(),
                connection.protocol(),
                connection.direction());
    }
}
