package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.NOT_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R0;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R10;
import static dev.netwatch.adapters.collect.support.ebpf.Snippets.BLANK;

/** At socket(2): remembers who made it. Accepted sockets do not come by here. */
final class CreateProgram {
    private static final int CONTEXT_PROTOCOL = 12;

    private CreateProgram() {}

    static Code assemble(MapDescriptors maps, Features features) {
        Assembler asm = new Assembler();
        Snippets snippets = new Snippets(asm, maps, features);
        Label allow = new Label("allow");
        Label wanted = new Label("wanted");
        asm.load(Width.U32, Register.R7, R1, CONTEXT_PROTOCOL)
                .jumpIf(Register.R7, EQUAL, PacketProgram.TCP, wanted)
                .jumpIf(Register.R7, NOT_EQUAL, PacketProgram.UDP, allow)
                .bind(wanted);
        snippets.begin(allow);
        snippets.blank();
        snippets.currentProcess();
        asm.store(Width.U32, R10, BLANK + SocketLayout.OWNER, R0)
                .store(Width.U8, R10, BLANK + SocketLayout.PROTOCOL, Register.R7)
                .store(Width.U8, R10, BLANK + SocketLayout.CREATED, 1);
        snippets.describeCurrent(R10, BLANK, SocketLayout.OWNER_UID);
        snippets.insert(maps.sockets(), Snippets.KEY, BLANK);
        asm.jumpIf(R0, EQUAL, 0, allow);
        snippets.countLoss(MapDescriptors.LOST_SOCKETS, allow);
        snippets.allow(allow);
        return asm.assemble();
    }
}
