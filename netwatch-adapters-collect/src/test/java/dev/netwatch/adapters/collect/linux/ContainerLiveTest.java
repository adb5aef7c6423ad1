package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Container.Engine;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes in control groups named as engines name them, made and removed here. */
@Tag("root")
@Timeout(60)
class ContainerLiveTest {
    private static final int PATIENCE = 2_000;
    /** 64 digits that no engine gave to anybody. */
    private static final String ID = "beef" + "0".repeat(44)
            + String.format("%016x", ProcessHandle.current().pid());

    private final List<Path> made = new ArrayList<>();
    private Path tree = Path.of("/");

    @BeforeEach
    void onlyAsRoot() {
        assumeTrue(LinuxSystem.here().refusesNative().isEmpty(), "needs Linux");
        assumeTrue(Namespace.read(Path.of("/proc")).ownUid() == 0, "needs root to make control groups");
        Optional<MountInfo> cgroup2 = MountInfo.read(Path.of("/proc")).stream()
                .filter(mount -> mount.type().equals("cgroup2"))
                .findFirst();
        assumeTrue(cgroup2.isPresent(), "needs cgroup2");
        tree = Path.of(cgroup2.orElseThrow().point());
        assumeTrue(Files.isWritable(tree), "needs a writable cgroup2");
    }

    @AfterEach
    void remove() throws IOException {
        for (int i = made.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(made.get(i));
        }
    }

    private Path make(String path) throws IOException {
        Path directory = tree;
        for (String component : path.split("/")) {
            directory = directory.resolve(component);
            if (!Files.exists(directory)) {
                Files.createDirectory(directory);
                made.add(directory);
            }
        }
        return directory;
    }

    private static List<String> in(Path group) {
        return List.of("sh", "-c", "echo $$ > " + group + "/cgroup.procs; exec \"$@\"", "sh");
    }

    private Scope scopeIn(String path, String source) throws IOException {
        try (ConnectionSource opened = OtherNamespacesTest.source(source);
                ChildJvm child =
                        ChildJvm.start(in(make(path)), System.getProperty("java.class.path"), Elsewhere.class)) {
            child.linesUntil("ready");
            List<SocketSample> ends = opened.sample().open().stream()
                    .filter(OtherNamespacesTest.of(child))
                    .toList();
            assertEquals(2, ends.size());
            assertEquals(ends.get(0).scope(), ends.get(1).scope());
            child.tell("close");
            child.linesUntil("closed");
            closedIn(opened, child, ends.get(0).scope());
            return ends.get(0).scope();
        } finally {
            awaitEmpty();
        }
    }

    private static void closedIn(ConnectionSource source, ChildJvm child, Scope scope) {
        List<Scope> closed = new ArrayList<>();
        for (int i = 0; closed.size() < 2 && i < PATIENCE; i++) {
            source.sample().closed().stream()
                    .filter(OtherNamespacesTest.of(child))
                    .forEach(end -> closed.add(end.scope()));
        }
        assertEquals(List.of(scope, scope), closed);
    }

    /** A group can be removed when its last process has been buried. */
    private void awaitEmpty() throws IOException {
        Path last = made.get(made.size() - 1);
        for (int i = 0; !Files.readString(last.resolve("cgroup.procs")).isEmpty() && i < 1_000_000; i++) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {InetDiagSource.ID, EbpfSource.ID})
    void dockerIsToldByItsScope(String source) throws IOException {
        Scope scope = scopeIn("docker-" + ID + ".scope", source);
        assertEquals(Optional.of(Container.of(Engine.DOCKER, ID)), scope.container());
        assertEquals(Optional.of("docker-" + ID + ".scope"), scope.unit());
    }

    @ParameterizedTest
    @ValueSource(strings = {InetDiagSource.ID, EbpfSource.ID})
    void aPodIsToldWithItsContainer(String source) throws IOException {
        Scope scope = scopeIn(
                "kubepods.slice/kubepods-burstable.slice"
                        + "/kubepods-burstable-pod0b7632a2_a56e_4278_987a_22de18008dbe.slice"
                        + "/cri-containerd-" + ID + ".scope",
                source);
        assertEquals(
                Optional.of(Container.of(Engine.CONTAINERD, ID).inPod("0b7632a2-a56e-4278-987a-22de18008dbe")),
                scope.container());
    }

    @ParameterizedTest
    @ValueSource(strings = {InetDiagSource.ID, EbpfSource.ID})
    void aServiceIsAUnitAndNoContainer(String source) throws IOException {
        Scope scope = scopeIn("nwt-" + ProcessHandle.current().pid() + ".service", source);
        assertEquals(Optional.empty(), scope.container());
        assertTrue(scope.unit().orElseThrow().startsWith("nwt-"));
    }
}
