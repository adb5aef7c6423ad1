package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import java.util.OptionalLong;

/*
 * What the kernel counts for a socket (xnu, tcp_output.c, tcp_input.c and udp_usrreq.c): data without headers, SYN and
 * FIN, but each time it travels. tcp_output() adds a segment sent again both to the bytes sent and to txretransmitbytes
 * (nettop's re-tx); tcp_input() and tcp_reass() add data that was there already both to the bytes received and to
 * rxduplicatebytes (rx_dupe). What is left without them is payload. A segment of which only a part is sent again counts
 * whole as sent again, so a figure that anything was taken from is an estimate.
 *
 * A stack in user space (Network.framework, QUIC) counts for itself, and how is not published: an estimate.
 */
/**
 * What nettop told of one flow, cumulative.
 *
 * @param duplicate of the bytes received, those that had come before; empty where it is not told
 * @param resent of the bytes sent, those that had been sent before; empty where it is not told
 */
record FlowBytes(long received, long sent, OptionalLong duplicate, OptionalLong resent) {

    /** @param repeats whether data may travel twice within the flow (TCP), so that not being told of it matters */
    ByteCounters payload(boolean countedByTheKernel, boolean repeats) {
        return new ByteCounters(
                without(received, duplicate),
                without(sent, resent),
                quality(countedByTheKernel, repeats, duplicate),
                quality(countedByTheKernel, repeats, resent));
    }

    private static long without(long all, OptionalLong again) {
        return Math.max(0, all - again.orElse(0));
    }

    private static ByteQuality quality(boolean kernel, boolean repeats, OptionalLong again) {
        boolean once = again.isPresent() ? again.getAsLong() == 0 : !repeats;
        return kernel && once ? ByteQuality.EXACT : ByteQuality.ESTIMATED;
    }

    boolean isNothing() {
        return received == 0 && sent == 0;
    }

    /** Whether these are later counters of the same flow. */
    boolean continues(FlowBytes earlier) {
        return received >= earlier.received && sent >= earlier.sent;
    }

    FlowBytes plus(FlowBytes other) {
        return new FlowBytes(
                received + other.received,
                sent + other.sent,
                sum(duplicate, other.duplicate),
                sum(resent, other.resent));
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                : OptionalLong.empty();
    }
}
