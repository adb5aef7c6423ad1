package dev.netwatch.domain.history;

import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A remembered peer.
 *
 * @param process the program's path or name; empty where no owner was known; foreign text
 * @param processName what to show for it; foreign text
 * @param remote the address, or the bare name that an imported history kept instead of one; foreign text
 * @param address the address, empty for such a bare name
 * @param port see {@link Fingerprint#port()}
 * @param runs number of netwatch runs that saw it, at least 1
 * @param received payload bytes over all its sockets, empty where none was ever measured
 * @param sent payload bytes over all its sockets, empty where none was ever measured
 * @param quality of both figures: exact where every socket was counted to the byte, an estimate where some were
 *     estimated or not measured, unavailable where none was measured
 * @param hostName the last known host name
 * @param organisation the last known organisation
 */
public record Sighting(
        String process,
        String processName,
        String remote,
        Optional<IpAddress> address,
        int port,
        Protocol protocol,
        Instant firstSeen,
        Instant lastSeen,
        long runs,
        OptionalLong received,
        OptionalLong sent,
        ByteQuality quality,
        Optional<String> hostName,
        Optional<String> organisation) {}
