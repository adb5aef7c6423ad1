package dev.netwatch.domain.history;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;

/**
 * Who talked to whom, as a history keeps it. Never a display name: names come late and change, and one peer would be
 * remembered as several.
 *
 * @param process the program's path, else its name; empty where no owner was known
 * @param remote the peer's address
 * @param port the port of the service: the remote one, but of an inbound connection the local one, since a client's
 *     port is another each time
 */
public record Fingerprint(String process, IpAddress remote, int port, Protocol protocol) {}
