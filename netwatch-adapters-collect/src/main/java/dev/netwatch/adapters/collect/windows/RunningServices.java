package dev.netwatch.adapters.collect.windows;

import dev.netwatch.adapters.collect.windows.WindowsApi.Services;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What runs inside the processes that only lend their name, {@code svchost.exe}. Asked once a sample, if at all. */
final class RunningServices {
    private static final String HOST = "svchost.exe";
    private static final int FIRST_SIZE = 1 << 16;
    /** @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-enumservicesstatusexw">256 KB at most</a> */
    private static final int LARGEST = 1 << 18;

    private final WindowsApi windows;
    private ByteBuffer buffer = allocate(FIRST_SIZE);
    private Map<Integer, List<String>> byProcess = Map.of();
    private boolean isFresh;

    RunningServices(WindowsApi windows) {
        this.windows = windows;
    }

    /** A new sample. */
    void begin() {
        isFresh = false;
    }

    /**
     * The program's name, with the services behind it where it is a host of services: {@code svchost.exe (Dnscache)}.
     * Which of several a socket belongs to is not known, so all are named.
     */
    String named(int pid, String program) {
        if (!program.toLowerCase(Locale.ROOT).equals(HOST)) {
            return program;
        }
        if (!isFresh) {
            byProcess = read();
            isFresh = true;
        }
        List<String> names = byProcess.getOrDefault(pid, List.of());
        return names.isEmpty() ? program : program + " (" + String.join(", ", names) + ")";
    }

    private Map<Integer, List<String>> read() {
        Services answer = windows.services(buffer);
        if (answer.error() == WindowsError.MORE_DATA && buffer.capacity() < LARGEST) {
            buffer = allocate(LARGEST);
            answer = windows.services(buffer);
        }
        // what fits into the largest buffer is told; what does not, keeps the name of its host
        return answer.error() == WindowsError.NONE || answer.error() == WindowsError.MORE_DATA
                ? ServiceCodec.decode(buffer, answer.count(), answer.address(), windows.pointerSize())
                : Map.of();
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
