package dev.netwatch.adapters.collect.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads a {@code PROCESSENTRY32W}; it has one member as wide as a pointer before those of interest.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/tlhelp32/ns-tlhelp32-processentry32w">PROCESSENTRY32W</a>
 */
final class ProcessEntryCodec {
    private static final int LONGEST_NAME = 260;
    private static final int PID = 8;

    private ProcessEntryCodec() {}

    /** @param parent its number, which another process may bear by now; 0 for none */
    record Entry(int pid, int parent, String name) {}

    /** How large the structure is: Windows wants to be told, and refuses a wrong number. */
    static int size(int pointerSize) {
        return aligned(name(pointerSize) + LONGEST_NAME * Character.BYTES, pointerSize);
    }

    private static int parent(int pointerSize) {
        return aligned(PID + Integer.BYTES, pointerSize) + pointerSize + 2 * Integer.BYTES;
    }

    private static int name(int pointerSize) {
        return parent(pointerSize) + 3 * Integer.BYTES;
    }

    private static int aligned(int offset, int to) {
        return (offset + to - 1) / to * to;
    }

    /** Empty where there are too few bytes for one. */
    static Optional<Entry> decode(ByteBuffer entry, int pointerSize) {
        ByteBuffer bytes = entry.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < size(pointerSize)) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                bytes.getInt(PID),
                bytes.getInt(parent(pointerSize)),
                WideText.read(bytes, name(pointerSize), LONGEST_NAME)));
    }
}
