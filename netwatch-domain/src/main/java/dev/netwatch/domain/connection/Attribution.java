package dev.netwatch.domain.connection;

/** How the owner of a socket is known, or why it is not. */
public enum Attribution {
    /** The system named the process. */
    OWNER,
    /** The most likely process, such as that of the listener a connection was accepted from. */
    INFERRED,
    /** Somebody owns it, and this user may not know who. */
    NO_PERMISSION,
    /** No process holds it: closed and waiting, orphaned, or the kernel's own. */
    NO_OWNER
}
