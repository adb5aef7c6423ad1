package dev.netwatch.domain.port;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.RemoteName;

/** Learns what addresses are called. Thread-safe. */
public interface NameResolver extends AutoCloseable {
    /**
     * What is known of the address now. Answers at once and never blocks; the first call for an address sets out to
     * learn more, and a later call has it.
     */
    RemoteName nameOf(IpAddress address);

    /** Stops asking. Idempotent, never throws, does not wait for answers. */
    @Override
    void close();
}
