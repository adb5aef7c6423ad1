package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.GREATER;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.NOT_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R0;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R10;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R2;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R6;

/**
 * At a socket's first packet: writes down protocol and addresses, as the socket has them rather than the packet, so
 * that a listener stays without remote. Only the remotes of UDP come from packets.
 */
final class SocketPlace {
    private static final int CONTEXT_FAMILY = 88;
    private static final int CONTEXT_REMOTE_IP4 = 92;
    private static final int CONTEXT_LOCAL_IP4 = 96;
    private static final int CONTEXT_REMOTE_IP6 = 100;
    private static final int CONTEXT_LOCAL_IP6 = 116;
    private static final int CONTEXT_REMOTE_PORT = 132;
    private static final int CONTEXT_LOCAL_PORT = 136;
    private static final int CONTEXT_SOCKET = 168;
    /* In struct bpf_tcp_sock. */
    private static final int TCP_BYTES_RECEIVED = 80;
    private static final int TCP_BYTES_ACKED = 88;
    private static final int AF_INET6 = 10;

    private final Assembler asm;
    private final boolean sent;

    SocketPlace(Assembler asm, boolean sent) {
        this.asm = asm;
        this.sent = sent;
    }

    /** R0 is the record and stays so. */
    void write(Label done) {
        Label v6 = new Label("place_v6");
        Label udp = new Label("place_udp");
        Label udp6 = new Label("place_udp6");
        asm.store(Width.U8, R0, SocketLayout.PLACED, sent ? SocketLayout.SENT_FIRST : SocketLayout.RECEIVED_FIRST)
                .load(Width.U32, R1, R6, CONTEXT_LOCAL_PORT)
                .store(Width.U16, R0, SocketLayout.LOCAL_PORT, R1)
                .load(Width.U8, R1, R10, PacketHeader.PROTOCOL)
                .store(Width.U8, R0, SocketLayout.PROTOCOL, R1)
                .jumpIf(R1, EQUAL, PacketProgram.UDP, udp);
        noteStart();
        asm.load(Width.U32, R1, R6, CONTEXT_REMOTE_PORT)
                .networkOrder(R1, 32)
                .store(Width.U16, R0, SocketLayout.REMOTE_PORT, R1)
                .load(Width.U32, R1, R6, CONTEXT_FAMILY)
                .jumpIf(R1, EQUAL, AF_INET6, v6);
        copyIp4(CONTEXT_REMOTE_IP4, SocketLayout.REMOTE_ADDRESS);
        copyIp4(CONTEXT_LOCAL_IP4, SocketLayout.LOCAL_ADDRESS);
        asm.jump(done).bind(v6);
        copyIp6(CONTEXT_REMOTE_IP6, SocketLayout.REMOTE_ADDRESS);
        copyIp6(CONTEXT_LOCAL_IP6, SocketLayout.LOCAL_ADDRESS);
        asm.jump(done).bind(udp).load(Width.U32, R1, R6, CONTEXT_FAMILY).jumpIf(R1, EQUAL, AF_INET6, udp6);
        copyIp4(CONTEXT_LOCAL_IP4, SocketLayout.LOCAL_ADDRESS);
        asm.jump(done).bind(udp6);
        copyIp6(CONTEXT_LOCAL_IP6, SocketLayout.LOCAL_ADDRESS);
        asm.jump(done);
    }

    /**
     * TCP's own counters tell whether anything came or was acknowledged before; a SYN of its own counts as one byte.
     */
    private void noteStart() {
        Label known = new Label("start_known");
        asm.store(Width.U64, R10, Snippets.ZERO, R0)
                .load(Width.U64, R1, R6, CONTEXT_SOCKET)
                .jumpIf(R1, EQUAL, 0, known)
                .call(Helper.TCP_SOCK)
                .jumpIf(R0, EQUAL, 0, known)
                .load(Width.U64, R2, R0, TCP_BYTES_RECEIVED)
                .jumpIf(R2, NOT_EQUAL, 0, known)
                .load(Width.U64, R2, R0, TCP_BYTES_ACKED)
                .jumpIf(R2, GREATER, 1, known)
                .load(Width.U64, R1, R10, Snippets.ZERO)
                .store(Width.U8, R1, SocketLayout.FROM_START, 1)
                .bind(known)
                .load(Width.U64, R0, R10, Snippets.ZERO);
    }

    private void copyIp4(int context, int field) {
        asm.load(Width.U32, R1, R6, context)
                .store(Width.U64, R0, field, 0)
                .store(Width.U32, R0, field + 8, PacketProgram.MAPPED)
                .store(Width.U32, R0, field + 12, R1);
    }

    private void copyIp6(int context, int field) {
        for (int word = 0; word < 16; word += 4) {
            asm.load(Width.U32, R1, R6, context + word).store(Width.U32, R0, field + word, R1);
        }
    }
}
