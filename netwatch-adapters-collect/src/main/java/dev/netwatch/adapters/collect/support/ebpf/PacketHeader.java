package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.GREATER;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.NOT_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R0;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R10;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R2;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R3;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R4;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R5;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R6;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R9;

/*
 * Two ways. In place: a handful of loads, for plain IPv4 and IPv6. By copying: for all the rest, and for those without
 * CAP_PERFMON. IPv6 may carry extension headers even where nobody asked for them: a GSO packet above 64 KiB has a
 * hop-by-hop header on its way out.
 */
/**
 * Reads a packet's headers: R9 = their length; protocol, TCP flags and the UDP peer go to the stack.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8200#section-4">RFC 8200, section 4</a>, extension headers
 */
final class PacketHeader {
    /** On the stack: u8 TCP flags, u32 TCP sequence number, u8 protocol, key of the peers map, and room to copy to. */
    static final int FLAGS = -24;

    static final int SEQUENCE = -20;

    static final int PROTOCOL = -32;
    static final int PEER = -64;
    private static final int COPY = -104;

    private static final int CONTEXT_DATA = 76;
    private static final int CONTEXT_DATA_END = 80;
    private static final int IP4_HEADER = 20;
    private static final int IP6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int TCP_SEQUENCE = 4;
    private static final int TCP_FLAGS = 13;
    private static final int TCP_DATA_OFFSET = 12;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    /** Hop-by-hop, routing, destination options, mobility, HIP, shim6: all (length + 1) * 8 bytes long. */
    private static final int[] OPTIONS = {0, 43, 60, 135, 139, 140};

    private static final int MOST_EXTENSIONS = 8;

    private final Assembler asm;
    private final boolean sent;
    private final boolean inPlace;
    private final Label copied = new Label("by_copying");

    PacketHeader(Assembler asm, boolean sent, boolean inPlace) {
        this.asm = asm;
        this.sent = sent;
        this.inPlace = inPlace;
    }

    /** Goes on at {@code have}, or at {@code other} where it is neither TCP nor UDP. */
    void parse(Label have, Label other) {
        if (inPlace) {
            inPlace(have, other);
        }
        asm.bind(copied);
        byCopying(have, other);
    }

    private void inPlace(Label have, Label other) {
        Label v6 = new Label("in_place_v6");
        Label udp = new Label("in_place_udp");
        Label tcp = new Label("in_place_tcp");
        asm.load(Width.U32, R2, R6, CONTEXT_DATA)
                .load(Width.U32, R3, R6, CONTEXT_DATA_END)
                .move(R1, R2)
                .add(R1, IP4_HEADER)
                .jumpIf(R1, GREATER, R3, copied)
                .load(Width.U8, R9, R2, 0)
                .move(R1, R9)
                .shiftRight(R1, 4)
                .jumpIf(R1, EQUAL, 6, v6)
                .and(R9, 15)
                .shiftLeft(R9, 2)
                .load(Width.U8, R5, R2, 9)
                .jumpIf(R5, EQUAL, PacketProgram.TCP, tcp)
                .jumpIf(R5, NOT_EQUAL, PacketProgram.UDP, other)
                .load(Width.U32, R1, R2, sent ? 16 : 12);
        mappedPeer();
        asm.jump(udp)
                .bind(v6)
                .move(R1, R2)
                .add(R1, IP6_HEADER)
                .jumpIf(R1, GREATER, R3, copied)
                .move(R9, IP6_HEADER)
                .load(Width.U8, R5, R2, 6)
                .jumpIf(R5, EQUAL, PacketProgram.TCP, tcp)
                .jumpIf(R5, NOT_EQUAL, PacketProgram.UDP, copied);
        copyPeer(R2, sent ? 24 : 8);
        udpInPlace(udp, have);
        tcpInPlace(tcp, have);
    }

    private void udpInPlace(Label udp, Label have) {
        asm.bind(udp)
                .move(R4, R2)
                .add(R4, R9)
                .move(R1, R4)
                .add(R1, UDP_HEADER)
                .jumpIf(R1, GREATER, R3, copied)
                .load(Width.U16, R1, R4, sent ? 2 : 0);
        udpDone(have);
    }

    private void tcpInPlace(Label tcp, Label have) {
        asm.bind(tcp)
                .move(R4, R2)
                .add(R4, R9)
                .move(R1, R4)
                .add(R1, TCP_HEADER)
                .jumpIf(R1, GREATER, R3, copied)
                .load(Width.U8, R1, R4, TCP_FLAGS)
                .load(Width.U8, R2, R4, TCP_DATA_OFFSET)
                .load(Width.U32, R3, R4, TCP_SEQUENCE);
        tcpDone(have);
    }

    private void byCopying(Label have, Label other) {
        Label v6 = new Label("copied_v6");
        Label transport = new Label("copied_transport");
        copy(0, IP4_HEADER, other);
        asm.load(Width.U8, R9, R10, COPY)
                .move(R1, R9)
                .shiftRight(R1, 4)
                .jumpIf(R1, EQUAL, 6, v6)
                .and(R9, 15)
                .shiftLeft(R9, 2)
                .load(Width.U8, R5, R10, COPY + 9)
                .store(Width.U8, R10, PROTOCOL, R5)
                .load(Width.U32, R1, R10, COPY + (sent ? 16 : 12));
        mappedPeer();
        asm.jump(transport).bind(v6);
        copy(0, IP6_HEADER, other);
        asm.move(R9, IP6_HEADER).load(Width.U8, R5, R10, COPY + 6).store(Width.U8, R10, PROTOCOL, R5);
        copyPeer(R10, COPY + (sent ? 24 : 8));
        for (int i = 0; i < MOST_EXTENSIONS; i++) {
            skipExtension(transport, other);
        }
        transport(transport, have, other);
    }

    private void skipExtension(Label transport, Label other) {
        Label options = new Label("options");
        Label fragment = new Label("fragment");
        Label authentication = new Label("authentication");
        Label next = new Label("next_header");
        asm.load(Width.U8, R5, R10, PROTOCOL);
        for (int type : OPTIONS) {
            asm.jumpIf(R5, EQUAL, type, options);
        }
        asm.jumpIf(R5, EQUAL, FRAGMENT, fragment)
                .jumpIf(R5, EQUAL, AUTHENTICATION, authentication)
                .jump(transport);
        asm.bind(options);
        copyAtHeader(2, other);
        nextHeader();
        asm.add(R1, 1).shiftLeft(R1, 3).add(R9, R1).jump(next).bind(authentication);
        copyAtHeader(2, other);
        nextHeader();
        asm.add(R1, 2).shiftLeft(R1, 2).add(R9, R1).jump(next).bind(fragment);
        copyAtHeader(2, other);
        nextHeader();
        asm.add(R9, 8).bind(next);
    }

    /** R1 = length byte of the extension that was copied; its successor becomes the protocol. */
    private void nextHeader() {
        asm.load(Width.U8, R1, R10, COPY).store(Width.U8, R10, PROTOCOL, R1).load(Width.U8, R1, R10, COPY + 1);
    }

    private void transport(Label transport, Label have, Label other) {
        Label udp = new Label("copied_udp");
        asm.bind(transport)
                .load(Width.U8, R5, R10, PROTOCOL)
                .jumpIf(R5, EQUAL, PacketProgram.UDP, udp)
                .jumpIf(R5, NOT_EQUAL, PacketProgram.TCP, other);
        copyAtHeader(TCP_FLAGS + 1, other);
        asm.load(Width.U8, R1, R10, COPY + TCP_FLAGS)
                .load(Width.U8, R2, R10, COPY + TCP_DATA_OFFSET)
                .load(Width.U32, R3, R10, COPY + TCP_SEQUENCE);
        tcpDone(have);
        asm.bind(udp);
        copyAtHeader(4, other);
        asm.load(Width.U16, R1, R10, COPY + (sent ? 2 : 0));
        udpDone(have);
    }

    /** R1 = TCP flags, R2 = byte of the data offset, R3 = sequence number in network order. */
    private void tcpDone(Label have) {
        asm.store(Width.U8, R10, FLAGS, R1)
                .networkOrder(R3, 32)
                .store(Width.U32, R10, SEQUENCE, R3)
                .shiftRight(R2, 4)
                .shiftLeft(R2, 2)
                .add(R9, R2)
                .store(Width.U8, R10, PROTOCOL, PacketProgram.TCP)
                .jump(have);
    }

    /** R1 = the peer's port in network order. */
    private void udpDone(Label have) {
        asm.networkOrder(R1, 16)
                .store(Width.U32, R10, PEER + PeerLayout.PORT, R1)
                .store(Width.U32, R10, PEER + PeerLayout.PAD, 0)
                .add(R9, UDP_HEADER)
                .store(Width.U8, R10, PROTOCOL, PacketProgram.UDP)
                .jump(have);
    }

    /** R1 = the peer's IPv4 address. */
    private void mappedPeer() {
        asm.store(Width.U64, R10, PEER + PeerLayout.ADDRESS, 0)
                .store(Width.U32, R10, PEER + PeerLayout.ADDRESS + 8, PacketProgram.MAPPED)
                .store(Width.U32, R10, PEER + PeerLayout.ADDRESS + 12, R1);
    }

    private void copyPeer(Register base, int offset) {
        for (int half = 0; half < 16; half += 8) {
            asm.load(Width.U64, R1, base, offset + half).store(Width.U64, R10, PEER + PeerLayout.ADDRESS + half, R1);
        }
    }

    private void copy(int offset, int bytes, Label failed) {
        asm.move(R2, offset);
        copyFromR2(bytes, failed);
    }

    private void copyAtHeader(int bytes, Label failed) {
        asm.move(R2, R9);
        copyFromR2(bytes, failed);
    }

    private void copyFromR2(int bytes, Label failed) {
        asm.move(R1, R6)
                .move(R3, R10)
                .add(R3, COPY)
                .move(R4, bytes)
                .call(Helper.SKB_LOAD_BYTES)
                .jumpIf(R0, NOT_EQUAL, 0, failed);
    }
}
