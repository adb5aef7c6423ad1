package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs linked to the root of the control groups see what happens in all of them. */
@Tag("root")
@Timeout(120)
class EbpfControlGroupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void countsAConversationInAChildControlGroup() throws IOException, InterruptedException {
        try (EbpfSource source = new EbpfSource(LinuxSystem.here(), Clock.system())) {
            source.refusal().ifPresent(notice -> assumeTrue(false, notice.sentence()));
            source.sample();
            Path group =
                    root().resolve("netwatch-test-" + ProcessHandle.current().pid());
            Files.createDirectory(group);
            try {
                within(group, source);
            } finally {
                remove(group);
            }
        }
    }

    private static void within(Path group, EbpfSource source) throws IOException {
        List<String> inside = List.of("sh", "-ec", "echo $$ > " + group + "/cgroup.procs; exec \"$@\"", "sh");
        try (ChildJvm child = ChildJvm.start(inside, System.getProperty("java.class.path"), Elsewhere.class)) {
            int port = Integer.parseInt(child.linesUntil("ready").get(0));
            child.tell("close");
            child.linesUntil("closed");
            List<SocketSample> told = told(source, child.pid(), port);
            assertEquals(2, told.size(), told::toString);
            for (SocketSample end : told) {
                boolean client = end.tuple().local().port() == port;
                ByteCounters expected = client
                        ? ByteCounters.exact(Elsewhere.RECEIVED, Elsewhere.SENT)
                        : ByteCounters.exact(Elsewhere.SENT, Elsewhere.RECEIVED);
                assertEquals(Optional.of(expected), end.counters(), end::toString);
                assertEquals(Optional.of(client ? Direction.OUTBOUND : Direction.INBOUND), end.direction());
            }
        }
    }

    private static List<SocketSample> told(EbpfSource source, long pid, int port) {
        List<SocketSample> told = new ArrayList<>();
        long begun = Clock.system().nanos();
        while (told.size() < 2) {
            assertTrue(Clock.system().nanos() - begun < PATIENCE.toNanos(), told::toString);
            source.sample().closed().stream()
                    .filter(socket -> socket.state() != SocketState.LISTEN
                            && socket.owner()
                                    .process()
                                    .filter(process -> process.pid() == pid)
                                    .isPresent()
                            && Stream.of(
                                            socket.tuple().local(),
                                            socket.tuple()
                                                    .remote()
                                                    .orElse(socket.tuple().local()))
                                    .anyMatch(end -> end.port() == port))
                    .forEach(told::add);
        }
        return told;
    }

    /** Where the second version of control groups is mounted. */
    private static Path root() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/mountinfo"))) {
            return lines.filter(line -> line.contains(" - cgroup2 "))
                    .map(line -> Path.of(line.split(" ")[4]))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The child has been told to end, and may still be about it. */
    private static void remove(Path group) throws IOException, InterruptedException {
        long begun = Clock.system().nanos();
        while (!Files.readString(group.resolve("cgroup.procs")).isEmpty()) {
            assertTrue(Clock.system().nanos() - begun < PATIENCE.toNanos(), "the child does not end");
            Thread.onSpinWait();
        }
        Files.delete(group);
    }
}
