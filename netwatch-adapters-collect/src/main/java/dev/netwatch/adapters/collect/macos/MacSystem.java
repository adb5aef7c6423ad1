package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.ConnectionSource;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine a macOS source looks at.
 *
 * @param name the operating system's, as {@code os.name}
 * @param root whether this user may see the sockets of all
 * @param nettop the program's file; likewise {@code lsof} and {@code ps}
 */
record MacSystem(String name, boolean root, Path nettop, Path lsof, Path ps) {

    /** This machine. */
    static MacSystem here() {
        return usual(
                System.getProperty("os.name", ""),
                System.getProperty("user.name", "").equals("root"));
    }

    /** With the programs where macOS has them. */
    static MacSystem usual(String name, boolean root) {
        return new MacSystem(name, root, Path.of("/usr/bin/nettop"), Path.of("/usr/sbin/lsof"), Path.of("/bin/ps"));
    }

    /** Why nothing of macOS can be asked here. */
    Optional<Notice> refuses() {
        return name.startsWith("Mac OS")
                ? Optional.empty()
                : Optional.of(Notice.info(
                        ConnectionSource.OTHER_SYSTEM, "This source needs macOS, and this is " + name + "."));
    }
}
