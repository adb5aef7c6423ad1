package dev.netwatch.adapters.collect.support.ebpf;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/*
 * The attributes of bpf(2) are one union of 144 bytes, zero where nothing is said; the offsets are the kernel's
 * interface. Programs are linked, never attached (BPF_PROG_ATTACH would outlive us), and nothing is pinned: when this
 * process ends, however it ends, the kernel closes the links and with the last link goes the program.
 */
/**
 * The commands of bpf(2) that the engine needs. All throw {@link BpfException}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/bpf.2.html">bpf(2)</a>
 */
final class Bpf {
    static final int MAP_HASH = 1;
    static final int MAP_ARRAY = 2;
    /** Entries are allocated when they come, so that an empty map is small. */
    static final int NO_PREALLOC = 1;

    static final int NO_EXIST = 1;

    private static final int MAP_CREATE = 0;
    private static final int MAP_LOOKUP = 1;
    private static final int MAP_UPDATE = 2;
    private static final int MAP_DELETE = 3;
    private static final int PROG_LOAD = 5;
    private static final int MAP_LOOKUP_BATCH = 24;
    private static final int LINK_CREATE = 28;
    private static final int ATTRIBUTES = 144;
    private static final int LOG_BYTES = 1 << 20;
    private static final int NAME_LIMIT = 15;

    private Bpf() {}

    /** The number of bpf(2); empty on machines this was never written for. */
    static OptionalLong syscallNumber(String architecture) {
        return switch (architecture) {
            case "amd64", "x86_64" -> OptionalLong.of(321);
            case "aarch64" -> OptionalLong.of(280);
            default -> OptionalLong.empty();
        };
    }

    static int createMap(String name, int type, int keySize, int valueSize, int entries, int flags) {
        Memory attributes = attributes();
        attributes.setInt(0, type);
        attributes.setInt(4, keySize);
        attributes.setInt(8, valueSize);
        attributes.setInt(12, entries);
        attributes.setInt(16, flags);
        setName(attributes, 28, name);
        return Libc.check("bpf(MAP_CREATE " + name + ")", call(MAP_CREATE, attributes));
    }

    /** Loads a program; refused, loads it once more to learn the verifier's reasons. */
    static int loadProgram(Hook hook, Code code) {
        try (Memory instructions = copyOf(code.bytes());
                Memory license = copyOf("GPL\0".getBytes(StandardCharsets.US_ASCII))) {
            Memory attributes = attributes();
            attributes.setInt(0, hook.type.number);
            attributes.setInt(4, code.size());
            attributes.setPointer(8, instructions);
            attributes.setPointer(16, license);
            setName(attributes, 48, hook.programName());
            attributes.setInt(68, hook.attachType);
            long result = call(PROG_LOAD, attributes);
            if (result < 0) {
                throw new BpfException("bpf(PROG_LOAD " + hook + ")", Libc.errno(), verdict(attributes));
            }
            return (int) result;
        }
    }

    private static String verdict(Memory attributes) {
        try (Memory log = new Memory(LOG_BYTES)) {
            log.clear();
            attributes.setInt(24, 1);
            attributes.setInt(28, LOG_BYTES);
            attributes.setPointer(32, log);
            long result = call(PROG_LOAD, attributes);
            if (result >= 0) {
                Libc.close((int) result);
            }
            return log.getString(0, StandardCharsets.US_ASCII.name());
        }
    }

    /** @return a descriptor that detaches the program when it is closed */
    static int link(int program, int cgroup, Hook hook) {
        Memory attributes = attributes();
        attributes.setInt(0, program);
        attributes.setInt(4, cgroup);
        attributes.setInt(8, hook.attachType);
        return Libc.check("bpf(LINK_CREATE " + hook + ")", call(LINK_CREATE, attributes));
    }

    /** @return 0, or an error number */
    static int lookup(int map, Pointer key, Pointer value) {
        return element(MAP_LOOKUP, map, key, value, 0);
    }

    /** @return 0, or an error number */
    static int update(int map, Pointer key, Pointer value, int flags) {
        return element(MAP_UPDATE, map, key, value, flags);
    }

    /** @return 0, or an error number */
    static int delete(int map, Pointer key) {
        return element(MAP_DELETE, map, key, Pointer.NULL, 0);
    }

    private static int element(int command, int map, Pointer key, @Nullable Pointer value, int flags) {
        Memory attributes = attributes();
        attributes.setInt(0, map);
        attributes.setPointer(8, key);
        attributes.setPointer(16, value);
        attributes.setLong(24, flags);
        return call(command, attributes) < 0 ? Libc.errno() : 0;
    }

    /**
     * Reads many entries at once.
     *
     * @param from where the former batch ended, or null for the first
     * @param to where this one ends; may be the same memory
     * @param count capacity of keys and values; then how many there were
     * @return 0, or an error number; {@link Libc#ENOENT} after the last entry, with a valid count
     */
    static int lookupBatch(int map, @Nullable Pointer from, Pointer to, Pointer keys, Pointer values, int[] count) {
        Memory attributes = attributes();
        attributes.setPointer(0, from);
        attributes.setPointer(8, to);
        attributes.setPointer(16, keys);
        attributes.setPointer(24, values);
        attributes.setInt(32, count[0]);
        attributes.setInt(36, map);
        long result = call(MAP_LOOKUP_BATCH, attributes);
        int error = result < 0 ? Libc.errno() : 0;
        count[0] = attributes.getInt(32);
        return error;
    }

    private static Memory attributes() {
        Memory attributes = new Memory(ATTRIBUTES);
        attributes.clear();
        return attributes;
    }

    private static Memory copyOf(byte[] bytes) {
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }

    private static void setName(Memory attributes, long offset, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        attributes.write(offset, bytes, 0, Math.min(bytes.length, NAME_LIMIT));
    }

    private static long call(int command, Memory attributes) {
        long number = syscallNumber(System.getProperty("os.arch"))
                .orElseThrow(() -> new BpfException("bpf", Libc.ENOSYS, ""));
        return Libc.syscall(number, command, attributes, ATTRIBUTES);
    }
}
