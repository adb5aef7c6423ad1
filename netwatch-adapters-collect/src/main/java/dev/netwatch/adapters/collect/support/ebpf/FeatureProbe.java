package dev.netwatch.adapters.collect.support.ebpf;

import static dev.netwatch.adapters.collect.support.ebpf.Condition.GREATER;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R0;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R1;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R10;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R2;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R3;
import static dev.netwatch.adapters.collect.support.ebpf.Register.R4;

/** Finds out what programs may do here by loading the smallest program that does it. Nothing is left behind. */
final class FeatureProbe {
    private FeatureProbe() {}

    static Features probe() {
        return new Features(
                loads(Hook.INGRESS, directAccess()),
                loads(Hook.CONNECT4, command()),
                loads(Hook.EGRESS, calling(Helper.GET_CURRENT_PID_TGID))
                        && loads(Hook.EGRESS, calling(Helper.GET_CURRENT_UID_GID))
                        && loads(Hook.EGRESS, command()),
                loads(Hook.INGRESS, calling(Helper.GET_NETNS_COOKIE)),
                loads(Hook.INGRESS, calling(Helper.SKB_CGROUP_ID)),
                loads(Hook.CONNECT4, calling(Helper.GET_CURRENT_CGROUP_ID))
                        && loads(Hook.SOCK_CREATE, calling(Helper.GET_CURRENT_CGROUP_ID)));
    }

    /** @throws BpfException if not even a program that does nothing is let in */
    static void requirePrograms() {
        for (Hook hook : new Hook[] {Hook.INGRESS, Hook.CONNECT4, Hook.SOCK_RELEASE}) {
            Libc.close(Bpf.loadProgram(hook, allowing(new Assembler())));
        }
    }

    private static boolean loads(Hook hook, Code code) {
        try {
            Libc.close(Bpf.loadProgram(hook, code));
            return true;
        } catch (BpfException e) {
            return false;
        }
    }

    /** The context is in R1 already, which is the argument of those helpers that take one. */
    private static Code calling(Helper helper) {
        return allowing(new Assembler().call(helper));
    }

    private static Code command() {
        return allowing(new Assembler()
                .move(R1, R10)
                .add(R1, -SocketLayout.COMMAND_SIZE)
                .move(R2, SocketLayout.COMMAND_SIZE)
                .call(Helper.GET_CURRENT_COMM));
    }

    /** Reads a byte at an offset that the packet itself names. */
    private static Code directAccess() {
        Label out = new Label("out");
        Assembler asm = new Assembler()
                .load(Width.U32, R2, R1, 76)
                .load(Width.U32, R3, R1, 80)
                .move(R4, R2)
                .add(R4, 1)
                .jumpIf(R4, GREATER, R3, out)
                .load(Width.U8, R4, R2, 0)
                .and(R4, 15)
                .add(R2, R4)
                .move(R4, R2)
                .add(R4, 1)
                .jumpIf(R4, GREATER, R3, out)
                .load(Width.U8, R0, R2, 0)
                .bind(out);
        return allowing(asm);
    }

    private static Code allowing(Assembler asm) {
        return asm.move(R0, 1).exit().assemble();
    }
}
