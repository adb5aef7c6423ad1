package dev.netwatch.domain.connection;

import java.util.List;

/**
 * A network interface of this machine.
 *
 * @param name such as {@code eth0}
 * @param index the system's number for it
 * @param addresses in the system's order
 */
public record LocalInterface(String name, int index, boolean up, boolean loopback, List<IpAddress> addresses) {
    public LocalInterface {
        addresses = List.copyOf(addresses);
    }
}
