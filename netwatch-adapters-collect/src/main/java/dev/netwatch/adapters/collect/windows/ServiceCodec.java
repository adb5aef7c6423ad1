package dev.netwatch.adapters.collect.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reads an array of {@code ENUM_SERVICE_STATUS_PROCESSW}: two pointers to names, then nine numbers.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-enum_service_status_processw">ENUM_SERVICE_STATUS_PROCESSW</a>
 */
final class ServiceCodec {
    /** @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-createservicew">CreateServiceW: a service name has 256 characters at most</a> */
    private static final int LONGEST_NAME = 256;

    private static final int NUMBERS = 9;
    private static final int PID_AMONG_NUMBERS = 7;

    private ServiceCodec() {}

    /**
     * The names of the services by the process they run in, in the order of the alphabet. A name whose pointer leads out
     * of the buffer is left out.
     *
     * @param address where the buffer's first byte lies
     */
    static Map<Integer, List<String>> decode(ByteBuffer buffer, int count, long address, int pointerSize) {
        ByteBuffer bytes = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
        int numbers = 2 * pointerSize;
        int size = (numbers + NUMBERS * Integer.BYTES + pointerSize - 1) / pointerSize * pointerSize;
        Map<Integer, TreeSet<String>> byProcess = new HashMap<>();
        for (int i = 0; i < count && (i + 1) * size <= bytes.limit(); i++) {
            int entry = i * size;
            long name = pointer(bytes, entry, pointerSize) - address;
            int pid = bytes.getInt(entry + numbers + PID_AMONG_NUMBERS * Integer.BYTES);
            if (pid != 0 && name >= (long) count * size && name < bytes.limit()) {
                byProcess
                        .computeIfAbsent(pid, unseen -> new TreeSet<>())
                        .add(WideText.read(bytes, (int) name, LONGEST_NAME));
            }
        }
        Map<Integer, List<String>> sorted = new HashMap<>();
        byProcess.forEach((pid, names) -> sorted.put(pid, List.copyOf(names)));
        return sorted;
    }

    private static long pointer(ByteBuffer bytes, int at, int pointerSize) {
        return pointerSize == Long.BYTES ? bytes.getLong(at) : Integer.toUnsignedLong(bytes.getInt(at));
    }
}
