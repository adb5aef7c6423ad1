package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.ProcessId;
import dev.netwatch.domain.connection.Protocol;
import java.util.Optional;
import java.util.OptionalLong;

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
