package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** Reads /proc by java.nio, where nothing native can be loaded. */
final class FileDescriptors implements Descriptors {
    private static final String SOCKET = "socket:[";

    private final Path root;

    /** @param root {@code /proc}, or what stands for it */
    FileDescriptors(Path root) {
        this.root = root;
    }

    @Override
    public int[] processes() {
        String[] names = root.toFile().list();
        return names == null
                ? new int[0]
                : Arrays.stream(names)
                        .filter(FileDescriptors::isPid)
                        .mapToInt(Integer::parseInt)
                        .sorted()
                        .toArray();
    }

    private static boolean isPid(String name) {
        return !name.isEmpty() && name.length() < 10 && name.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    @Override
    public Access sockets(int pid, LongPredicate visitor) {
        Path directory = root.resolve(Integer.toString(pid)).resolve("fd");
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(directory)) {
            for (Path descriptor : descriptors) {
                long inode = inode(descriptor);
                if (inode != 0 && !visitor.test(inode)) {
                    break;
                }
            }
            return Access.READ;
        } catch (AccessDeniedException e) {
            return Access.REFUSED;
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return Access.GONE;
        }
    }

    private static long inode(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith(SOCKET) && target.endsWith("]")
                    ? Long.parseLong(target.substring(SOCKET.length(), target.length() - 1))
                    : 0;
        } catch (IOException | NumberFormatException closedMeanwhile) {
            return 0;
        }
    }
}
