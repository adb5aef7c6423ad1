package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways of reading /proc, on a folder that looks like it. */
class DescriptorsTest {
    @TempDir
    Path proc;

    @BeforeEach
    void someProcesses() throws IOException {
        assumeTrue(LinuxSystem.here().refusesNative().isEmpty(), "needs Linux");
        for (String name : List.of("1", "42", "4194304", "self", "net", "12x", "99999999999")) {
            Files.createDirectories(proc.resolve(name).resolve("fd"));
        }
        Path fd = proc.resolve("42/fd");
        List<String> targets = List.of(
                "socket:[123]",
                "/dev/null",
                "socket:[4294967295]",
                "pipe:[5]",
                "socket:[",
                "socket:",
                "anon_inode:[x]");
        for (int i = 0; i < targets.size(); i++) {
            Files.createSymbolicLink(fd.resolve(Integer.toString(i)), Path.of(targets.get(i)));
        }
        for (int i = 0; i < 3_000; i++) {
            Files.createSymbolicLink(
                    proc.resolve("1/fd").resolve(Integer.toString(i)), Path.of("socket:[" + (i + 1) + "]"));
        }
    }

    private Stream<Descriptors> both() {
        return Stream.of(
                new NativeDescriptors(proc.toString(), LinuxSystem.here().architecture()), new FileDescriptors(proc));
    }

    @Test
    void listProcessesAlone() {
        both().forEach(descriptors -> {
            int[] processes = descriptors.processes();
            java.util.Arrays.sort(processes);
            assertArrayEquals(new int[] {1, 42, 4194304}, processes, descriptors.toString());
        });
    }

    @Test
    void handOverTheInodesOfSocketsAlone() {
        both().forEach(descriptors -> {
            List<Long> inodes = new ArrayList<>();
            assertEquals(Descriptors.Access.READ, descriptors.sockets(42, inodes::add));
            inodes.sort(Long::compare);
            assertEquals(List.of(123L, 4294967295L), inodes);
        });
    }

    @Test
    void readFoldersLargerThanABuffer() {
        both().forEach(descriptors -> {
            List<Long> inodes = new ArrayList<>();
            descriptors.sockets(1, inodes::add);
            assertEquals(3_000, inodes.stream().distinct().count());
        });
    }

    @Test
    void stopWhenTheVisitorHasEnough() {
        both().forEach(descriptors -> {
            List<Long> inodes = new ArrayList<>();
            descriptors.sockets(1, inode -> inodes.add(inode) && inodes.size() < 10);
            assertEquals(10, inodes.size());
        });
    }

    @Test
    void noticeThatAProcessHasEnded() {
        both().forEach(descriptors -> assertEquals(Descriptors.Access.GONE, descriptors.sockets(77, inode -> true)));
    }

    @Test
    void agreeAboutThisMachine() {
        Descriptors raw = new NativeDescriptors("/proc", LinuxSystem.here().architecture());
        Descriptors files = new FileDescriptors(Path.of("/proc"));
        assertTrue(raw.processes().length > 0);
        assertEquals(
                files.sockets((int) ProcessHandle.current().pid(), inode -> true),
                raw.sockets((int) ProcessHandle.current().pid(), inode -> true));
    }
}
