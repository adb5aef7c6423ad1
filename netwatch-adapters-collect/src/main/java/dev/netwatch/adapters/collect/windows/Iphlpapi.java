package dev.netwatch.adapters.collect.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of iphlpapi.dll; each returns an error code. Loading this class loads the library.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/iphlpapi/">iphlpapi.h</a>
 */
final class Iphlpapi {
    static {
        Native.register(Iphlpapi.class, Libraries.load("iphlpapi"));
    }

    private Iphlpapi() {}

    static native int GetExtendedTcpTable(
            Pointer table, Pointer size, int order, int family, int tableClass, int reserved);

    static native int GetExtendedUdpTable(
            Pointer table, Pointer size, int order, int family, int tableClass, int reserved);

    static native int SetPerTcpConnectionEStats(
            Pointer row, int type, Pointer rw, int rwVersion, int rwSize, int offset);

    static native int SetPerTcp6ConnectionEStats(
            Pointer row, int type, Pointer rw, int rwVersion, int rwSize, int offset);

    static native int GetPerTcpConnectionEStats(
            Pointer row,
            int type,
            Pointer rw,
            int rwVersion,
            int rwSize,
            @Nullable Pointer ros,
            int rosVersion,
            int rosSize,
            Pointer rod,
            int rodVersion,
            int rodSize);

    static native int GetPerTcp6ConnectionEStats(
            Pointer row,
            int type,
            Pointer rw,
            int rwVersion,
            int rwSize,
            @Nullable Pointer ros,
            int rosVersion,
            int rosSize,
            Pointer rod,
            int rodVersion,
            int rodSize);
}
