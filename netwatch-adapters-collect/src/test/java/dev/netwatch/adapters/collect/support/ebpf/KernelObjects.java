package dev.netwatch.adapters.collect.support.ebpf;

import com.sun.jna.Memory;
import java.util.Set;
import java.util.TreeSet;

/**
 * The programs and maps of netwatch's names that the kernel holds, whoever made them, and all links, which have no
 * name; by their numbers, which are not used again.
 */
record KernelObjects(Set<Integer> programs, Set<Integer> links, Set<Integer> maps) {
    private static final int PROG_GET_NEXT_ID = 11;
    private static final int MAP_GET_NEXT_ID = 12;
    private static final int PROG_GET_FD_BY_ID = 13;
    private static final int MAP_GET_FD_BY_ID = 14;
    private static final int OBJ_GET_INFO_BY_FD = 15;
    private static final int LINK_GET_NEXT_ID = 31;
    private static final int PROGRAM_NAME = 64;
    private static final int MAP_NAME = 24;
    private static final int PATIENCE = 5_000;

    static KernelObjects count() {
        return new KernelObjects(
                named(PROG_GET_NEXT_ID, PROG_GET_FD_BY_ID, PROGRAM_NAME),
                all(LINK_GET_NEXT_ID),
                named(MAP_GET_NEXT_ID, MAP_GET_FD_BY_ID, MAP_NAME));
    }

    /** Those that were not there before. */
    KernelObjects since(KernelObjects before) {
        return new KernelObjects(
                without(programs, before.programs), without(links, before.links), without(maps, before.maps));
    }

    private static Set<Integer> without(Set<Integer> all, Set<Integer> some) {
        Set<Integer> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** Which of these are still there when the kernel, which frees in its own time, was given some. */
    KernelObjects remaining() {
        KernelObjects left = this;
        for (int i = 0; i < PATIENCE && !left.isEmpty(); i++) {
            left = left.since(left.since(count()));
            Thread.yield();
        }
        return left;
    }

    boolean isEmpty() {
        return programs.isEmpty() && links.isEmpty() && maps.isEmpty();
    }

    private static Set<Integer> all(int nextId) {
        Set<Integer> ids = new TreeSet<>();
        for (int id = next(nextId, 0); id != 0; id = next(nextId, id)) {
            ids.add(id);
        }
        return ids;
    }

    private static Set<Integer> named(int nextId, int descriptorById, int nameOffset) {
        Set<Integer> ids = all(nextId);
        ids.removeIf(id -> !name(id, descriptorById, nameOffset).startsWith("nw_"));
        return ids;
    }

    private static int next(int command, int id) {
        try (Memory attributes = attributes()) {
            attributes.setInt(0, id);
            return call(command, attributes) < 0 ? 0 : attributes.getInt(4);
        }
    }

    private static String name(int id, int descriptorById, int nameOffset) {
        try (Memory attributes = attributes();
                Memory info = new Memory(256)) {
            attributes.setInt(0, id);
            int descriptor = (int) call(descriptorById, attributes);
            if (descriptor < 0) {
                return "";
            }
            info.clear();
            attributes.clear();
            attributes.setInt(0, descriptor);
            attributes.setInt(4, 256);
            attributes.setPointer(8, info);
            call(OBJ_GET_INFO_BY_FD, attributes);
            Libc.close(descriptor);
            return info.getString(nameOffset, "US-ASCII");
        }
    }

    private static Memory attributes() {
        Memory attributes = new Memory(144);
        attributes.clear();
        return attributes;
    }

    private static long call(int command, Memory attributes) {
        long number = Bpf.syscallNumber(System.getProperty("os.arch")).orElseThrow();
        return Libc.syscall(number, command, attributes, 144);
    }
}
