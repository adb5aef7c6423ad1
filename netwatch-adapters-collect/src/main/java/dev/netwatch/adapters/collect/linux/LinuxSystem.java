package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.ConnectionSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The machine a Linux source looks at.
 *
 * @param name the operating system's, as {@code os.name}
 * @param architecture as {@code os.arch}
 * @param proc {@code /proc}, or what stands for it
 * @param passwd the file with the users' names
 */
record LinuxSystem(String name, String architecture, Path proc, Path passwd) {

    /** This machine. */
    static LinuxSystem here() {
        return new LinuxSystem(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Path.of("/proc"),
                Path.of("/etc/passwd"));
    }

    /** Why nothing of Linux can be asked here. */
    Optional<Notice> refuses() {
        return name.equals("Linux")
                ? Optional.empty()
                : Optional.of(Notice.info(
                        ConnectionSource.OTHER_SYSTEM, "This source needs Linux, and this is " + name + "."));
    }

    /** Why its system calls cannot be made. */
    Optional<Notice> refusesNative() {
        return refuses()
                .or(() -> NativeDescriptors.systemCall(architecture).isPresent()
                        ? Optional.empty()
                        : Optional.of(Notice.info(
                                "architecture-unknown",
                                "The system calls of " + architecture + " are not known here; use --source procfs.")));
    }

    /** Why /proc/net cannot be read. */
    Optional<Notice> refusesProc() {
        return refuses()
                .or(() -> Files.isReadable(proc.resolve("net/tcp"))
                        ? Optional.empty()
                        : Optional.of(Notice.warning(
                                "proc-net-missing", proc.resolve("net/tcp") + " cannot be read; mount /proc.")));
    }
}
