package dev.netwatch.adapters.collect.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of kernel32.dll; 0 is failure, and {@link Native#getLastError} then tells which. Loading this class loads
 * the library.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/tlhelp32/">tlhelp32.h</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/">processthreadsapi.h</a>
 */
final class Kernel32 {
    static final int TH32CS_SNAPPROCESS = 2;
    static final int PROCESS_QUERY_LIMITED_INFORMATION = 0x1000;

    static {
        Native.register(Kernel32.class, Libraries.load("kernel32"));
    }

    private Kernel32() {}

    static native @Nullable Pointer CreateToolhelp32Snapshot(int what, int pid);

    static native int Process32FirstW(Pointer snapshot, Pointer entry);

    static native int Process32NextW(Pointer snapshot, Pointer entry);

    static native @Nullable Pointer OpenProcess(int rights, int inherit, int pid);

    static native int QueryFullProcessImageNameW(Pointer process, int flags, Pointer name, Pointer length);

    static native int GetProcessTimes(Pointer process, Pointer created, Pointer ended, Pointer kernel, Pointer user);

    static native int CloseHandle(Pointer handle);
}
