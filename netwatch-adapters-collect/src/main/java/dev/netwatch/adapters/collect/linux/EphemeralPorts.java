package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Direction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The local ports that the kernel gives to sockets that did not ask for one: clients', mostly.
 *
 * @param last inclusive
 * @see <a href="https://man7.org/linux/man-pages/man7/ip.7.html">ip(7)</a>, ip_local_port_range
 */
record EphemeralPorts(int first, int last) {
    private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,5})\\s+(\\d{1,5})\\s*");

    /** Those of the reader's network namespace; empty where /proc does not tell. */
    static Optional<EphemeralPorts> read(Path proc) {
        Path file = proc.resolve("sys/net/ipv4/ip_local_port_range");
        try {
            return parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException notTold) {
            return Optional.empty();
        }
    }

    static Optional<EphemeralPorts> parse(String range) {
        Matcher matcher = RANGE.matcher(range);
        return matcher.matches()
                ? Optional.of(
                        new EphemeralPorts(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Who probably called: the one end with such a port. The remote machine is taken to have the same range. */
    Direction direction(int local, int remote) {
        if (contains(local) == contains(remote)) {
            return Direction.UNKNOWN;
        }
        return contains(local) ? Direction.OUTBOUND : Direction.INBOUND;
    }

    private boolean contains(int port) {
        return first <= port && port <= last;
    }
}
