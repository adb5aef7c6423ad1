package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.history.Sighting;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A sighting as the database has it, mapped by name. */
record SightingRow(
        String process,
        String processName,
        String remote,
        @Nullable String address,
        int port,
        Protocol protocol,
        long firstSeen,
        long lastSeen,
        long runs,
        @Nullable Long received,
        @Nullable Long sent,
        ByteQuality quality,
        @Nullable String hostName,
        @Nullable String organisation) {

    Sighting toSighting() {
        return new Sighting(
                process,
                processName,
                remote,
                Optional.ofNullable(address).map(IpAddress::parse),
                port,
                protocol,
                Times.fromMicros(firstSeen),
                Times.fromMicros(lastSeen),
                runs,
                optional(received),
                optional(sent),
                quality,
                Optional.ofNullable(hostName),
                Optional.ofNullable(organisation));
    }

    private static OptionalLong optional(@Nullable Long bytes) {
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }
}
