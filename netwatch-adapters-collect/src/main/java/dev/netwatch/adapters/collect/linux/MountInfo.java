package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One line of /proc/PID/mountinfo.
 *
 * @param root what of the file system is mounted: a directory, or {@code net:[4026532281]}
 * @param point where
 * @param type of the file system
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html">proc_pid_mountinfo(5)</a>
 */
record MountInfo(String root, String point, String type) {
    private static final int ROOT = 3;
    private static final int POINT = 4;

    /** What is mounted where this process looks from; nothing where that cannot be read. */
    static List<MountInfo> read(Path proc) {
        try (var lines = Files.lines(proc.resolve("self/mountinfo"), StandardCharsets.ISO_8859_1)) {
            return lines.map(MountInfo::parse).flatMap(Optional::stream).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    static Optional<MountInfo> parse(String line) {
        int separator = line.indexOf(" - ");
        String[] fields = line.split(" ");
        if (separator < 0 || fields.length <= POINT || separator < line.indexOf(fields[POINT])) {
            return Optional.empty();
        }
        String type = line.substring(separator + 3).split(" ", 2)[0];
        return Optional.of(new MountInfo(unescape(fields[ROOT]), unescape(fields[POINT]), type));
    }

    /** The kernel writes blank, tab, newline and backslash as three octal digits. */
    private static String unescape(String path) {
        return path.replace("\\040", " ")
                .replace("\\011", "\t")
                .replace("\\012", "\n")
                .replace("\\134", "\\");
    }

    /** The inode of a mounted network namespace; 0 if this is something else. */
    long networkNamespace() {
        return type.equals("nsfs") ? NamespaceLinks.inode(root) : 0;
    }
}
