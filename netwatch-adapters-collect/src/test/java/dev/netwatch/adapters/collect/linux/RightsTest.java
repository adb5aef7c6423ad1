package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.testkit.LoopbackTraffic;
import dev.netwatch.domain.testkit.Traffic;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another user, and another network namespace, get to see. */
@Tag("root")
class RightsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void onlyAsRoot() {
        assumeTrue(LinuxSystem.here().refusesNative().isEmpty(), "needs Linux");
        assumeTrue(Namespace.read(Path.of("/proc")).ownUid() == 0, "needs root to become somebody else");
    }

    @Test
    void anotherUserSeesBytesOfAllAndOwnersOfTheirOwn() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs setpriv");
        List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.TCP_V4)) {
            traffic.send(4_321);
            try (ChildJvm probe = ChildJvm.start(asNobody, readableClasspath(), SampleProbe.class)) {
                List<String> lines = probe.linesUntil("done");
                String ours = line(lines, traffic.client().local().toString());
                assertTrue(ours.contains(" NO_PERMISSION - 0 "), ours);
                assertTrue(ours.endsWith(" 0 4321"), ours);
                List<String> own = lines.stream()
                        .filter(line -> line.contains(" OWNER " + probe.pid() + " 65534 "))
                        .toList();
                assertEquals(2, own.size(), lines.toString());
                assertTrue(own.stream().anyMatch(line -> line.endsWith(" 0 99")), own.toString());
                assertTrue(lines.contains("!owners-need-root"), lines.toString());
            }
        }
    }

    @Test
    void anotherUserSeesContainersOfAll() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs setpriv");
        Optional<MountInfo> cgroup2 = MountInfo.read(Path.of("/proc")).stream()
                .filter(mount -> mount.type().equals("cgroup2"))
                .findFirst();
        assumeTrue(cgroup2.isPresent(), "needs cgroup2");
        String id = "cafe" + "0".repeat(60);
        Path group = Path.of(cgroup2.orElseThrow().point(), "docker-" + id + ".scope");
        Files.createDirectory(group);
        List<String> inside = List.of("sh", "-c", "echo $$ > " + group + "/cgroup.procs; exec \"$@\"", "sh");
        List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        try (ChildJvm contained = ChildJvm.start(inside, System.getProperty("java.class.path"), Elsewhere.class);
                ChildJvm probe = started(contained, asNobody)) {
            List<String> lines = probe.linesUntil("done");
            long told = lines.stream()
                    .filter(line -> line.contains(" NO_PERMISSION - 0 ") && line.contains(" cafe00000000 "))
                    .count();
            assertEquals(2, told, lines.toString());
        } finally {
            removeWhenEmpty(group);
        }
    }

    /** The probe, once the conversation is under way. */
    private ChildJvm started(ChildJvm contained, List<String> asNobody) throws IOException {
        contained.linesUntil("ready");
        return ChildJvm.start(asNobody, readableClasspath(), SampleProbe.class);
    }

    private static void removeWhenEmpty(Path group) throws IOException {
        for (int i = 0; !Files.readString(group.resolve("cgroup.procs")).isEmpty() && i < 1_000_000; i++) {
            Thread.onSpinWait();
        }
        Files.delete(group);
    }

    @Test
    void withoutTheRightToEnterOthersANamespaceSeesItselfAloneAndSaysSo() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "needs unshare");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "needs setpriv");
        List<String> apart = List.of(
                "unshare",
                "-n",
                "sh",
                "-c",
                "ip link set lo up; exec setpriv --bounding-set=-sys_admin --inh-caps=-sys_admin \"$@\"",
                "sh");
        try (Traffic traffic = LoopbackTraffic.open(Traffic.Kind.TCP_V4);
                ChildJvm probe = ChildJvm.start(apart, System.getProperty("java.class.path"), SampleProbe.class)) {
            List<String> lines = probe.linesUntil("done");
            String here = Namespace.read(Path.of("/proc")).network().orElseThrow();
            List<String> sockets =
                    lines.stream().filter(line -> !line.startsWith("!")).toList();
            assertEquals(2, sockets.size(), lines.toString());
            String elsewhere = traffic.client().local() + " ";
            assertTrue(sockets.stream().noneMatch(line -> line.startsWith(elsewhere)), lines.toString());
            assertFalse(sockets.get(0).contains(" " + here + " "), sockets.get(0));
            assertTrue(sockets.get(0).contains(" OWNER " + probe.pid() + " "), sockets.get(0));
            assertTrue(lines.contains("!" + DumpCoverage.UNSEEN), lines.toString());
        }
    }

    private static String line(List<String> lines, String local) {
        Optional<String> found =
                lines.stream().filter(line -> line.startsWith(local + " ")).findFirst();
        return found.orElseThrow(() -> new AssertionError(local + " is not among " + lines));
    }

    /** The class path copied to where anybody may read it: a home folder often is closed. */
    private String readableClasspath() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> copied = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            boolean needed = Files.isDirectory(Path.of(entry))
                    || entry.matches(".*(jna|jspecify|junit|opentest|jackson).*|.*netwatch.*");
            if (needed) {
                Path target = folder.resolve(Integer.toString(copied.size()) + (entry.endsWith(".jar") ? ".jar" : ""));
                copy(Path.of(entry), target);
                copied.add(target.toString());
            }
        }
        return String.join(File.pathSeparator, copied);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                Path target = to.resolve(from.relativize(file).toString());
                try {
                    Files.copy(file, from.equals(file) ? to : target);
                    boolean directory = Files.isDirectory(file);
                    Files.setPosixFilePermissions(
                            from.equals(file) ? to : target,
                            PosixFilePermissions.fromString(directory ? "rwxr-xr-x" : "rw-r--r--"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
