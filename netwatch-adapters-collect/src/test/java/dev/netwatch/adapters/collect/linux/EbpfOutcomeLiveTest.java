package dev.netwatch.adapters.collect.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What became of attempts that nobody answered, in a network namespace where nobody does. */
@Tag("root")
@Timeout(120)
class EbpfOutcomeLiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What is sent to others than the far end of the link is dropped there; a second attempt of TCP is the last. */
    private static final String NOBODY = """
            ip link set lo up
            ip link add near type veth peer name far
            ip addr add 198.51.100.1/24 dev near
            ip link set near up
            ip link set far up
            ip neigh add 198.51.100.7 lladdr 02:00:00:00:00:07 dev near
            ip neigh add 198.51.100.8 lladdr 02:00:00:00:00:07 dev near
            ip route add blackhole 203.0.113.0/24
            ip route add unreachable 192.0.2.0/24
            echo 1 > /proc/sys/net/ipv4/tcp_syn_retries
            exec "$@"
            """;

    private static final List<String> ATTEMPTS =
            List.of("c6336407", "give-up:c6336408", "cb007109", "c0000209", "64400001");
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.TIMED_OUT, Outcome.GIVEN_UP, Outcome.UNREACHABLE, Outcome.UNREACHABLE, Outcome.UNREACHABLE);

    @Test
    void tellsWhatBecameOfEachAttempt() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/unshare")), "needs unshare");
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/ip")), "needs ip");
        try (EbpfSource source = new EbpfSource(LinuxSystem.here(), Clock.system())) {
            source.refusal().ifPresent(notice -> assumeTrue(false, notice.sentence()));
            source.sample();
            List<String> apart = List.of("unshare", "-n", "sh", "-ec", NOBODY, "sh");
            String[] attempts = ATTEMPTS.toArray(String[]::new);
            try (ChildJvm child =
                    ChildJvm.start(apart, System.getProperty("java.class.path"), Unanswered.class, attempts)) {
                child.linesUntil("ready");
                Map<Integer, SocketSample> told = told(source, child.pid());
                for (int i = 0; i < OUTCOMES.size(); i++) {
                    SocketSample socket = told.get(Unanswered.FIRST_PORT + i);
                    assertEquals(Optional.of(OUTCOMES.get(i)), socket.outcome(), socket::toString);
                    assertEquals(Optional.of(Direction.OUTBOUND), socket.direction());
                    assertEquals(Optional.of(ByteCounters.exact(0, 0)), socket.counters());
                }
            }
        }
    }

    /** By remote port; each once. */
    private static Map<Integer, SocketSample> told(EbpfSource source, long pid) {
        Map<Integer, SocketSample> told = new HashMap<>();
        long begun = Clock.system().nanos();
        while (told.size() < OUTCOMES.size()) {
            assertTrue(Clock.system().nanos() - begun < PATIENCE.toNanos(), told::toString);
            for (SocketSample socket : source.sample().closed()) {
                boolean ours = socket.owner()
                        .process()
                        .filter(process -> process.pid() == pid)
                        .isPresent();
                if (ours && socket.tuple().remote().isPresent()) {
                    int port = socket.tuple().remote().orElseThrow().port();
                    assertEquals(null, told.put(port, socket), "told twice");
                }
            }
        }
        return told;
    }
}
