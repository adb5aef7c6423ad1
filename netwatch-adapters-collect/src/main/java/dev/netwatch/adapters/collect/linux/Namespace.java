package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where on which machine this process looks from.
 *
 * @param boot a few hexadecimal digits that are others after each restart
 * @param network number of the network namespace, empty where /proc does not tell
 * @param cookie the kernel's number of it, which no other will ever have, 0 where it does not tell
 * @param ownUid the user this process runs as
 * @param allProcesses whether /proc can show every process of the machine: this is its first pid namespace, and
 *     /proc hides nobody from this user
 */
record Namespace(String boot, Optional<String> network, long cookie, long ownUid, boolean allProcesses) {
    /* PROC_PID_INIT_INO: the inode of the first pid namespace on every Linux. */
    private static final String FIRST_PID_NAMESPACE = "4026531836";

    /** @param proc {@code /proc}, or what stands for it */
    static Namespace read(Path proc) {
        boolean firstPids = number(proc.resolve("self/ns/pid"))
                .map(FIRST_PID_NAMESPACE::equals)
                .orElse(false);
        return new Namespace(
                boot(proc),
                number(proc.resolve("self/ns/net")),
                0,
                uid(proc),
                firstPids && Files.isDirectory(proc.resolve("1")));
    }

    /** The same place with another network namespace, or what a socket told of it. */
    Namespace withNetwork(Optional<String> number, long itsCookie) {
        return new Namespace(boot, number, itsCookie, ownUid, allProcesses);
    }

    /** A word that stands for the network namespace, for identities: for ever where its cookie is known. */
    String token() {
        return cookie == 0 ? network.orElse("") : token(cookie);
    }

    static String token(long cookie) {
        return "n" + Long.toHexString(cookie);
    }

    private static String boot(Path proc) {
        try {
            String id = Files.readString(proc.resolve("sys/kernel/random/boot_id"))
                    .replace("-", "")
                    .trim();
            return id.substring(0, Math.min(12, id.length()));
        } catch (IOException e) {
            return "0";
        }
    }

    /** The number in a link such as {@code net:[4026531840]}. */
    private static Optional<String> number(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            return Optional.of(target.substring(target.indexOf('[') + 1, target.indexOf(']')));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static long uid(Path proc) {
        try {
            return ((Integer) Files.getAttribute(proc.resolve("self"), "unix:uid")).longValue();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return -1;
        }
    }
}
