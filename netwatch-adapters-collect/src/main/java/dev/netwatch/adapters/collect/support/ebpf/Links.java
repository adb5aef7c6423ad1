package dev.netwatch.adapters.collect.support.ebpf;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The loaded programs, each linked to its hook in one cgroup; closing unlinks and so removes them. */
final class Links implements AutoCloseable {
    private static final int O_DIRECTORY_CLOEXEC = System.getProperty("os.arch").equals("aarch64") ? 0x84000 : 0x90000;

    private final Deque<Integer> descriptors = new ArrayDeque<>();

    /** All or nothing. @throws BpfException if the kernel refuses one */
    static Links create(String cgroup, MapDescriptors maps, Features features) {
        Links links = new Links();
        int directory = Libc.check("open " + cgroup, Libc.open(cgroup, O_DIRECTORY_CLOEXEC));
        try {
            for (Hook hook : hooks(features)) {
                links.add(hook, code(hook, maps, features), directory);
            }
            return links;
        } catch (BpfException e) {
            links.close();
            throw e;
        } finally {
            Libc.close(directory);
        }
    }

    /** Hooks at sendmsg(2) cost each datagram a lookup, so they are left out where the packet programs know the sender. */
    static List<Hook> hooks(Features features) {
        return Arrays.stream(Hook.values())
                .filter(hook -> !features.currentInPackets() || !hook.atSendmsg())
                .toList();
    }

    static Code code(Hook hook, MapDescriptors maps, Features features) {
        return switch (hook) {
            case INGRESS, EGRESS -> PacketProgram.assemble(hook, maps, features);
            case SOCK_CREATE -> CreateProgram.assemble(maps, features);
            case CONNECT4, CONNECT6 -> AddressProgram.connect(hook, maps, features);
            case SENDMSG4, SENDMSG6 -> AddressProgram.sendmsg(hook, maps, features);
            case SOCK_RELEASE -> ReleaseProgram.assemble(maps, features);
        };
    }

    private void add(Hook hook, Code code, int directory) {
        int program = Bpf.loadProgram(hook, code);
        try {
            descriptors.push(Bpf.link(program, directory, hook));
        } finally {
            Libc.close(program);
        }
    }

    @Override
    public void close() {
        while (!descriptors.isEmpty()) {
            Libc.close(descriptors.pop());
        }
    }
}
