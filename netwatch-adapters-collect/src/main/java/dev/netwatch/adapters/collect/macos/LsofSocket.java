package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketState;
import java.util.List;
import java.util.Optional;

/**
 * One socket as lsof listed it: once, however many descriptors of however many processes it has.
 *
 * @param device the kernel's address of the socket, or what stands for it; the same for all its descriptors; empty where
 *     lsof does not tell
 * @param holders the processes with a descriptor, in lsof's order; never empty
 */
record LsofSocket(String device, FiveTuple tuple, Optional<SocketState> state, List<Holder> holders) {
    LsofSocket {
        holders = List.copyOf(holders);
    }

    /** @param name the process's, as the kernel has it; foreign text */
    record Holder(long pid, String name) {}

    /** Who it belongs to: launchd holds listeners for others, and who forks hands on what it has. */
    Holder owner() {
        return holders.stream()
                .filter(holder -> holder.pid() != 1)
                .min((one, other) -> Long.compare(one.pid(), other.pid()))
                .orElse(holders.get(0));
    }
}
