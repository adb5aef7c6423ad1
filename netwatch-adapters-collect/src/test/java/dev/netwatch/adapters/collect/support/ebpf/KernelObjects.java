package dev.netwatch.adapters.collect.support.ebpf;

import com.sun.jna.Memory;

/**
 * How many programs, links and maps of netwatch's names the kernel holds, whoever made them.
 *
 * @param links all cgroup links of the machine: a link has no name
 */
record KernelObjects(int programs, int links, int maps) {
    private static final int PROG_GET_NEXT_ID = 11;
    private static final int MAP_GET_NEXT_ID = 12;
    private static final int PROG_GET_FD_BY_ID = 13;
    private static final int MAP_GET_FD_BY_ID = 14;
    private static final int OBJ_GET_INFO_BY_FD = 15;
    private static final int LINK_GET_NEXT_ID = 31;
    private static final int PROGRAM_NAME = 64;
    private static final int MAP_NAME = 24;
    private static final int PATIENCE = 2_000;

    static KernelObjects count() {
        return new KernelObjects(
                named(PROG_GET_NEXT_ID, PROG_GET_FD_BY_ID, PROGRAM_NAME),
                all(LINK_GET_NEXT_ID),
                named(MAP_GET_NEXT_ID, MAP_GET_FD_BY_ID, MAP_NAME));
    }

    /** The kernel frees in its own time, a moment after the last descriptor went. */
    static KernelObjects awaitAtMost(KernelObjects expected) {
        KernelObjects now = count();
        for (int i = 0; i < PATIENCE && !now.equals(expected); i++) {
            Thread.yield();
            now = count();
        }
        return now;
    }

    KernelObjects plus(int morePrograms, int moreLinks, int moreMaps) {
        return new KernelObjects(programs + morePrograms, links + moreLinks, maps + moreMaps);
    }

    private static int all(int nextId) {
        int count = 0;
        for (int id = next(nextId, 0); id != 0; id = next(nextId, id)) {
            count++;
        }
        return count;
    }

    private static int named(int nextId, int descriptorById, int nameOffset) {
        int count = 0;
        for (int id = next(nextId, 0); id != 0; id = next(nextId, id)) {
            if (name(id, descriptorById, nameOffset).startsWith("nw_")) {
                count++;
            }
        }
        return count;
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
