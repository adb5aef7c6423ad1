package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.SIGNED_GREATER_OR_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.SIGNED_LESS_OR_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R10;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R2;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R3;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R4;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R7;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R9;

/*
 * The egress hook sees retransmissions as it sees anything else. TCP's sequence numbers tell them apart, so that payload
 * is exact even where the kernel's own figures cannot be had: in other network namespaces, and after a reset. What is
 * sent leaves in order, except for what is repeated; what arrives may overtake, so there only the doubt is noted.
 */
/** Follows the sequence numbers of one direction of a TCP connection. R7 is the payload, R9 the record. */
final class SequenceCount {
    private static final int SYN_SHIFT = 1;
    private static final int IN_ORDER = 1;
    private static final int IRREGULAR = 2;

    private final Assembler asm;
    private final int order;
    private final int next;
    private final boolean sent;

    SequenceCount(Assembler asm, boolean sent) {
        this.asm = asm;
        this.sent = sent;
        this.order = sent ? SocketLayout.SENT_ORDER : SocketLayout.RECEIVED_ORDER;
        this.next = sent ? SocketLayout.SENT_NEXT : SocketLayout.RECEIVED_NEXT;
    }

    /** Goes on behind; where there is no payload, at {@code none}. */
    void count(Label none) {
        Label first = new Label("first_payload");
        Label advance = new Label("advance");
        Label done = new Label("counted");
        asm.jumpIf(R7, SIGNED_LESS_OR_EQUAL, 0, none);
        end();
        asm.load(Width.U8, R2, R9, order).jumpIf(R2, EQUAL, 0, first);
        fresh();
        asm.jumpIf(R3, EQUAL, R7, advance).store(Width.U8, R9, order, IRREGULAR);
        if (sent) {
            addRepeated(advance);
        }
        asm.jumpIf(R3, SIGNED_LESS_OR_EQUAL, 0, done)
                .jump(advance)
                .bind(first)
                .store(Width.U8, R9, order, IN_ORDER)
                .bind(advance)
                .store(Width.U32, R9, next, R1)
                .bind(done);
    }

    /** R1 = sequence number after the payload's last byte; a SYN takes a number of its own before it. */
    private void end() {
        asm.load(Width.U32, R1, R10, PacketHeader.SEQUENCE)
                .load(Width.U8, R2, R10, PacketHeader.FLAGS)
                .shiftRight(R2, SYN_SHIFT)
                .and(R2, 1)
                .add(R1, R2)
                .add(R1, R7);
    }

    /** R3 = bytes that no packet carried before, negative for old ones: a signed distance modulo 2^32. */
    private void fresh() {
        asm.move(R3, R1)
                .load(Width.U32, R4, R9, next)
                .subtract(R3, R4)
                .shiftLeft(R3, 32)
                .shiftRightSigned(R3, 32);
    }

    /** Of a packet's payload, all but the fresh bytes were sent before; a gap (an unseen packet) repeats nothing. */
    private void addRepeated(Label advance) {
        Label some = new Label("repeated");
        asm.jumpIf(R3, SIGNED_GREATER_OR_EQUAL, R7, advance)
                .move(R2, R7)
                .jumpIf(R3, SIGNED_LESS_OR_EQUAL, 0, some)
                .subtract(R2, R3)
                .bind(some)
                .atomicAdd(R9, SocketLayout.REPEATED, R2);
    }
}
