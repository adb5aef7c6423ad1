package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Condition.NOT_EQUAL;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R0;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R10;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R2;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R6;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R9;

/**
 * At the last close(2): remembers who closed, which for an accepted socket is the best witness there is. A socket that
 * nothing ever went through, and that never tried to connect, is forgotten at once.
 */
final class ReleaseProgram {
    /* In struct bpf_sock. */
    private static final int CONTEXT_STATE = 72;

    private ReleaseProgram() {}

    static Code assemble(MapDescriptors maps, Features features) {
        Assembler asm = new Assembler();
        Snippets snippets = new Snippets(asm, maps, features);
        Label allow = new Label("allow");
        Label used = new Label("used");
        snippets.begin(allow);
        snippets.lookupSocket();
        asm.jumpIf(R0, EQUAL, 0, allow)
                .move(R9, R0)
                .load(Width.U8, R1, R9, SocketLayout.PLACED)
                .jumpIf(R1, NOT_EQUAL, 0, used)
                .load(Width.U8, R1, R9, SocketLayout.CONNECTED)
                .jumpIf(R1, NOT_EQUAL, 0, used)
                .loadMap(R1, maps.sockets())
                .move(R2, R10)
                .add(R2, Snippets.KEY)
                .call(Helper.MAP_DELETE_ELEM)
                .jump(allow)
                .bind(used);
        closed(asm, snippets, features, allow);
        snippets.allow(allow);
        return asm.assemble();
    }

    private static void closed(Assembler asm, Snippets snippets, Features features, Label allow) {
        asm.load(Width.U32, R1, R6, CONTEXT_STATE)
                .store(Width.U8, R9, SocketLayout.RELEASED_IN, R1)
                .call(Helper.KTIME_GET_NS)
                .store(Width.U64, R9, SocketLayout.RELEASED_AT, R0);
        snippets.currentProcess();
        asm.store(Width.U32, R9, SocketLayout.CLOSER, R0)
                .call(Helper.GET_CURRENT_UID_GID)
                .store(Width.U32, R9, SocketLayout.CLOSER_UID, R0)
                .load(Width.U32, R1, R9, SocketLayout.OWNER)
                .jumpIf(R1, NOT_EQUAL, 0, allow);
        if (features.commandNames()) {
            asm.move(R1, R9)
                    .add(R1, SocketLayout.COMMAND)
                    .move(R2, SocketLayout.COMMAND_SIZE)
                    .call(Helper.GET_CURRENT_COMM);
        }
        asm.move(R1, R6).call(Helper.GET_NETNS_COOKIE).store(Width.U64, R9, SocketLayout.NETNS_COOKIE, R0);
    }
}
