package dev.netwatch.domain.history;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.ProgramPath;
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
public record Fingerprint(String process, IpAddress remote, int port, Protocol protocol) {

    /** The process without its directories: what it is recorded as where it ended before its path could be read. */
    public String program() {
        return ProgramPath.lastElement(process);
    }

    /** Whether this is that peer, or may be: one is of a path, the other of the bare name that ends it. */
    public boolean mayBe(Fingerprint other) {
        boolean samePlace = remote.equals(other.remote) && port == other.port && protocol == other.protocol;
        return samePlace && (process.equals(other.process) || isNamedBy(other) || other.isNamedBy(this));
    }

    private boolean isNamedBy(Fingerprint bare) {
        return !bare.process.isEmpty() && bare.process.equals(program());
    }
}
