package dev.netwatch.adapters.collect.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of advapi32.dll about services; 0 is failure, and {@link Native#getLastError} then tells which. Loading
 * this class loads the library.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winsvc/">winsvc.h</a>
 */
final class Advapi32 {
    static final int SC_MANAGER_ENUMERATE_SERVICE = 4;
    static final int SC_ENUM_PROCESS_INFO = 0;
    static final int SERVICE_WIN32 = 0x30;
    static final int SERVICE_ACTIVE = 1;

    static {
        Native.register(Advapi32.class, Libraries.load("advapi32"));
    }

    private Advapi32() {}

    static native @Nullable Pointer OpenSCManagerW(@Nullable Pointer machine, @Nullable Pointer database, int rights);

    static native int EnumServicesStatusExW(
            Pointer manager,
            int level,
            int type,
            int state,
            Pointer services,
            int size,
            Pointer needed,
            Pointer returned,
            @Nullable Pointer resume,
            @Nullable Pointer group);

    static native int CloseServiceHandle(Pointer manager);
}
