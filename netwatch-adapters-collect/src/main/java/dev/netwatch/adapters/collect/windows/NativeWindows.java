package dev.netwatch.adapters.collect.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.netwatch.domain.connection.Protocol;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Windows itself, through JNA. Not thread-safe; its classes load native libraries, so a first sample makes it. */
final class NativeWindows implements WindowsApi {
    private static final int LONGEST_PATH = 32_768;
    private static final int UNSORTED = 0;

    private final Memory handle = new Memory(64);
    private final Memory number = new Memory(Long.BYTES);
    private final Memory secondNumber = new Memory(Long.BYTES);
    private final Memory times = new Memory(4L * Long.BYTES);
    private final Memory path = new Memory((long) LONGEST_PATH * Character.BYTES);

    @Override
    public int pointerSize() {
        return Native.POINTER_SIZE;
    }

    @Override
    public int table(TableKind kind, ByteBuffer buffer, int[] needed) {
        number.setInt(0, buffer.capacity());
        Pointer table = Native.getDirectBufferPointer(buffer);
        int error = kind.protocol == Protocol.TCP
                ? Iphlpapi.GetExtendedTcpTable(table, number, UNSORTED, kind.family(), kind.tableClass, 0)
                : Iphlpapi.GetExtendedUdpTable(table, number, UNSORTED, kind.family(), kind.tableClass, 0);
        needed[0] = number.getInt(0);
        return error;
    }

    @Override
    public int collect(SocketRow.Handle connection, Statistics kind, boolean on) {
        Pointer row = row(connection);
        number.setByte(0, (byte) (on ? 1 : 0));
        return connection.v6()
                ? Iphlpapi.SetPerTcp6ConnectionEStats(row, kind.type, number, 0, 1, 0)
                : Iphlpapi.SetPerTcpConnectionEStats(row, kind.type, number, 0, 1, 0);
    }

    @Override
    public int statistics(SocketRow.Handle connection, Statistics kind, ByteBuffer enabled, ByteBuffer figures) {
        Pointer row = row(connection);
        Pointer rw = Native.getDirectBufferPointer(enabled);
        Pointer rod = Native.getDirectBufferPointer(figures);
        return connection.v6()
                ? Iphlpapi.GetPerTcp6ConnectionEStats(row, kind.type, rw, 0, 1, null, 0, 0, rod, 0, kind.size)
                : Iphlpapi.GetPerTcpConnectionEStats(row, kind.type, rw, 0, 1, null, 0, 0, rod, 0, kind.size);
    }

    private Pointer row(SocketRow.Handle connection) {
        byte[] bytes = new byte[connection.row().remaining()];
        connection.row().duplicate().get(bytes);
        handle.write(0, bytes, 0, bytes.length);
        return handle;
    }

    @Override
    public int processes(Consumer<ByteBuffer> each) {
        Pointer snapshot = Kernel32.CreateToolhelp32Snapshot(Kernel32.TH32CS_SNAPPROCESS, 0);
        if (isNone(snapshot)) {
            return Native.getLastError();
        }
        int size = ProcessEntryCodec.size(pointerSize());
        try (Memory entry = new Memory(size)) {
            entry.clear();
            entry.setInt(0, size);
            for (int more = Kernel32.Process32FirstW(snapshot, entry);
                    more != 0;
                    more = Kernel32.Process32NextW(snapshot, entry)) {
                each.accept(entry.getByteBuffer(0, size));
            }
        } finally {
            Kernel32.CloseHandle(snapshot);
        }
        return WindowsError.NONE;
    }

    /** No handle is null for some functions, and INVALID_HANDLE_VALUE, which is -1, for others. */
    private static boolean isNone(@Nullable Pointer handle) {
        return handle == null || (int) Pointer.nativeValue(handle) == -1;
    }

    @Override
    public Optional<Opened> open(int pid) {
        Pointer process = Kernel32.OpenProcess(Kernel32.PROCESS_QUERY_LIMITED_INFORMATION, 0, pid);
        if (process == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Opened(path(process), startedAt(process)));
        } finally {
            Kernel32.CloseHandle(process);
        }
    }

    private Optional<String> path(Pointer process) {
        number.setInt(0, LONGEST_PATH);
        return Kernel32.QueryFullProcessImageNameW(process, 0, path, number) == 0
                ? Optional.empty()
                : Optional.of(WideText.read(path.getByteBuffer(0, path.size()), 0, LONGEST_PATH));
    }

    private long startedAt(Pointer process) {
        int done = Kernel32.GetProcessTimes(
                process, times, times.share(Long.BYTES), times.share(2L * Long.BYTES), times.share(3L * Long.BYTES));
        return done == 0 ? 0 : times.getLong(0);
    }

    @Override
    public Services services(ByteBuffer buffer) {
        Pointer manager = Advapi32.OpenSCManagerW(null, null, Advapi32.SC_MANAGER_ENUMERATE_SERVICE);
        if (manager == null) {
            return new Services(Native.getLastError(), 0, 0, 0);
        }
        try {
            Pointer services = Native.getDirectBufferPointer(buffer);
            int done = Advapi32.EnumServicesStatusExW(
                    manager,
                    Advapi32.SC_ENUM_PROCESS_INFO,
                    Advapi32.SERVICE_WIN32,
                    Advapi32.SERVICE_ACTIVE,
                    services,
                    buffer.capacity(),
                    number,
                    secondNumber,
                    null,
                    null);
            int error = done != 0 ? WindowsError.NONE : Native.getLastError();
            return new Services(error, number.getInt(0), secondNumber.getInt(0), Pointer.nativeValue(services));
        } finally {
            Advapi32.CloseServiceHandle(manager);
        }
    }
}
