package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.NOT_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R0;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R6;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R7;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R8;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R9;

/**
 * At connect(2), and at sendmsg(2) with an address: remembers who did it, and for TCP where to. A TCP socket that is
 * refused may try elsewhere; each attempt starts with a clean slate of flags.
 */
final class AddressProgram {
    private static final int CONTEXT_IP4 = 4;
    private static final int CONTEXT_IP6 = 8;
    private static final int CONTEXT_PORT = 24;
    private static final int CONTEXT_PROTOCOL = 36;

    private final Assembler asm = new Assembler();
    private final Snippets snippets;
    private final Hook hook;

    private AddressProgram(Hook hook, MapDescriptors maps, Features features) {
        this.hook = hook;
        this.snippets = new Snippets(asm, maps, features);
    }

    static Code connect(Hook hook, MapDescriptors maps, Features features) {
        return new AddressProgram(hook, maps, features).connect();
    }

    static Code sendmsg(Hook hook, MapDescriptors maps, Features features) {
        return new AddressProgram(hook, maps, features).sendmsg();
    }

    private Code connect() {
        Label allow = new Label("allow");
        Label lost = new Label("lost");
        Label wanted = new Label("wanted");
        asm.load(Width.U32, R7, R1, CONTEXT_PROTOCOL)
                .jumpIf(R7, EQUAL, PacketProgram.TCP, wanted)
                .jumpIf(R7, NOT_EQUAL, PacketProgram.UDP, allow)
                .bind(wanted);
        snippets.begin(allow);
        own(lost);
        asm.jumpIf(R7, NOT_EQUAL, PacketProgram.TCP, allow);
        copyRemote();
        asm.call(Helper.KTIME_GET_NS)
                .store(Width.U64, R9, SocketLayout.CONNECTED_AT, R0)
                .store(Width.U32, R9, SocketLayout.SENT_FLAGS, 0)
                .store(Width.U8, R9, SocketLayout.PLACED, 0)
                .store(Width.U8, R9, SocketLayout.CONNECTED, 1)
                .jump(allow)
                .bind(lost);
        snippets.countLoss(MapDescriptors.LOST_SOCKETS, allow);
        snippets.allow(allow);
        return asm.assemble();
    }

    /* Runs for each datagram: the common case must be a lookup and two comparisons. */
    private Code sendmsg() {
        Label allow = new Label("allow");
        Label lost = new Label("lost");
        snippets.begin(allow);
        asm.move(R7, PacketProgram.UDP);
        own(lost);
        asm.store(Width.U8, R9, SocketLayout.ADDRESSED, 1).jump(allow).bind(lost);
        snippets.countLoss(MapDescriptors.LOST_SOCKETS, allow);
        snippets.allow(allow);
        return asm.assemble();
    }

    /** R9 = the record, with the running process as its owner. */
    private void own(Label lost) {
        Label known = new Label("known");
        snippets.currentProcess();
        asm.move(R8, R0);
        snippets.findOrInsert(lost);
        asm.load(Width.U32, R1, R9, SocketLayout.OWNER)
                .jumpIf(R1, EQUAL, R8, known)
                .store(Width.U32, R9, SocketLayout.OWNER, R8)
                .store(Width.U8, R9, SocketLayout.PROTOCOL, R7);
        snippets.describeCurrent(R9, 0, SocketLayout.OWNER_UID);
        asm.bind(known);
    }

    private void copyRemote() {
        if (hook == Hook.CONNECT4) {
            asm.load(Width.U32, R1, R6, CONTEXT_IP4)
                    .store(Width.U64, R9, SocketLayout.REMOTE_ADDRESS, 0)
                    .store(Width.U32, R9, SocketLayout.REMOTE_ADDRESS + 8, PacketProgram.MAPPED)
                    .store(Width.U32, R9, SocketLayout.REMOTE_ADDRESS + 12, R1);
        } else {
            for (int word = 0; word < 16; word += 4) {
                asm.load(Width.U32, R1, R6, CONTEXT_IP6 + word)
                        .store(Width.U32, R9, SocketLayout.REMOTE_ADDRESS + word, R1);
            }
        }
        asm.load(Width.U32, R1, R6, CONTEXT_PORT)
                .networkOrder(R1, 16)
                .store(Width.U16, R9, SocketLayout.REMOTE_PORT, R1);
    }
}
