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
 * The hooks see retransmissions as they see anything else. TCP's sequence numbers tell them apart, so that payload is
 * exact even where the kernel's own figures cannot be had: in other network namespaces, and after a reset. What is sent
 * leaves in order, but for what is repeated. What arrives may overtake: then the gap is counted at once, and what fills
 * it is not, so that the sum is right when all has come. A jump that no window allows is no part of the stream.
 */
/** Takes what is not fresh out of the payload counter of one direction of TCP. R7 is the payload, R9 the record. */
final class SequenceCount {
    private static final int SYN_SHIFT = 1;
    private static final int IN_ORDER = 1;
    private static final int IRREGULAR = 2;
    private static final int WIDEST_GAP = 1 << 26;

    private final Assembler asm;
    private final int payload;
    private final int order;
    private final int next;
    private final boolean sent;

    SequenceCount(Assembler asm, boolean sent) {
        this.asm = asm;
        this.sent = sent;
        this.payload = (sent ? SocketLayout.SENT : SocketLayout.RECEIVED) + SocketLayout.PAYLOAD;
        this.order = sent ? SocketLayout.SENT_ORDER : SocketLayout.RECEIVED_ORDER;
        this.next = sent ? SocketLayout.SENT_NEXT : SocketLayout.RECEIVED_NEXT;
    }

    /** Goes on behind; where there is no payload, at {@code none}. */
    void count(Label none) {
        Label first = new Label("first_payload");
        Label advance = new Label("advance");
        Label stale = new Label("stale");
        Label done = new Label("counted");
        asm.jumpIf(R7, SIGNED_LESS_OR_EQUAL, 0, none);
        end();
        asm.load(Width.U8, R2, R9, order).jumpIf(R2, EQUAL, 0, first);
        fresh();
        asm.jumpIf(R3, EQUAL, R7, advance)
                .store(Width.U8, R9, order, IRREGULAR)
                .jumpIf(R3, SIGNED_LESS_OR_EQUAL, 0, stale);
        if (sent) {
            asm.jumpIf(R3, SIGNED_GREATER_OR_EQUAL, R7, advance);
        } else {
            asm.jumpIf(R3, SIGNED_GREATER_OR_EQUAL, WIDEST_GAP, stale);
        }
        asm.subtract(R3, R7)
                .atomicAdd(R9, payload, R3)
                .jump(advance)
                .bind(stale)
                .move(R3, 0)
                .subtract(R3, R7)
                .atomicAdd(R9, payload, R3)
                .jump(done)
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
}
