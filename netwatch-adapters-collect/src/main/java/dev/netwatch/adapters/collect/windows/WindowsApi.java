package dev.netwatch.adapters.collect.windows;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The calls of Windows this package makes, as thin as they can be: what they fill is read elsewhere. A result is a
 * {@link WindowsError} where nothing else is said. Buffers are direct and little-endian; a call writes from their first
 * byte on and leaves position and limit alone.
 */
interface WindowsApi {

    /** 4 in a 32-bit process, 8 in a 64-bit one: for structures with pointers in them. */
    int pointerSize();

    /**
     * @param needed out: how many bytes the table takes, or would take
     * @see <a href="https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getextendedtcptable">GetExtendedTcpTable</a>
     * @see <a href="https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getextendedudptable">GetExtendedUdpTable</a>
     */
    int table(TableKind kind, ByteBuffer buffer, int[] needed);

    /**
     * Switches the collection of statistics of one connection on or off. Only an administrator may.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-setpertcpconnectionestats">SetPerTcpConnectionEStats</a>
     */
    int collect(SocketRow.Handle connection, Statistics kind, boolean on);

    /**
     * @param enabled out, 1 byte: whether they are collected
     * @param figures out, {@link Statistics#size} bytes; meaningless where they are not
     * @see <a href="https://learn.microsoft.com/windows/win32/api/iphlpapi/nf-iphlpapi-getpertcpconnectionestats">GetPerTcpConnectionEStats</a>
     */
    int statistics(SocketRow.Handle connection, Statistics kind, ByteBuffer enabled, ByteBuffer figures);

    /**
     * Hands over each process as a {@code PROCESSENTRY32W}, which is valid only during the call.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/tlhelp32/nf-tlhelp32-createtoolhelp32snapshot">CreateToolhelp32Snapshot</a>
     */
    int processes(Consumer<ByteBuffer> each);

    /** A process as far as this user may look at it; empty where they may not, or it has ended. */
    Optional<Opened> open(int pid);

    /**
     * @param path of the program, empty where Windows does not tell
     * @param startedAt a {@link FileTime}, 0 where Windows does not tell
     * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-queryfullprocessimagenamew">QueryFullProcessImageNameW</a>
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getprocesstimes">GetProcessTimes</a>
     */
    record Opened(Optional<String> path, long startedAt) {}

    /**
     * The running services, as an array of {@code ENUM_SERVICE_STATUS_PROCESSW} with pointers into the same buffer.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/nf-winsvc-enumservicesstatusexw">EnumServicesStatusExW</a>
     */
    Services services(ByteBuffer buffer);

    /**
     * @param error {@link WindowsError#MORE_DATA} where the buffer is too small
     * @param needed bytes that were missing then
     * @param count of the services in the buffer
     * @param address of the buffer's first byte, which pointers are relative to
     */
    record Services(int error, int needed, int count, long address) {}
}
