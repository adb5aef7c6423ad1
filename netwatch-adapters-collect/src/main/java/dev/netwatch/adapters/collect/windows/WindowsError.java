package dev.netwatch.adapters.collect.windows;

/**
 * Error codes of Windows that mean something here.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/debug/system-error-codes">System error codes</a>
 */
final class WindowsError {
    static final int NONE = 0;
    static final int ACCESS_DENIED = 5;
    static final int NOT_SUPPORTED = 50;
    static final int INVALID_PARAMETER = 87;
    static final int INSUFFICIENT_BUFFER = 122;
    static final int MORE_DATA = 234;
    static final int NOT_FOUND = 1168;

    private WindowsError() {}

    /** The symbol, else the number. */
    static String name(int code) {
        return switch (code) {
            case ACCESS_DENIED -> "ERROR_ACCESS_DENIED";
            case NOT_SUPPORTED -> "ERROR_NOT_SUPPORTED";
            case INVALID_PARAMETER -> "ERROR_INVALID_PARAMETER";
            case INSUFFICIENT_BUFFER -> "ERROR_INSUFFICIENT_BUFFER";
            case MORE_DATA -> "ERROR_MORE_DATA";
            case NOT_FOUND -> "ERROR_NOT_FOUND";
            default -> "error " + code;
        };
    }
}
