package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.ConnectionSource;
import java.util.Optional;

/**
 * The machine the source looks at.
 *
 * @param name the operating system's, as {@code os.name}
 */
record WindowsSystem(String name) {

    /** This machine. */
    static WindowsSystem here() {
        return new WindowsSystem(System.getProperty("os.name", ""));
    }

    /** Why nothing of Windows can be asked here. */
    Optional<Notice> refuses() {
        return name.startsWith("Windows")
                ? Optional.empty()
                : Optional.of(Notice.info(
                        ConnectionSource.OTHER_SYSTEM, "This source needs Windows, and this is " + name + "."));
    }
}
