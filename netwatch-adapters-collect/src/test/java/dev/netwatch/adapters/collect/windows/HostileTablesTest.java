package dev.netwatch.adapters.collect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNetworkInterfaces;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole source on tables that are cut, damaged or noise. */
class HostileTablesTest {
    private static final int SOCKETS = 30;

    private final Random random = new Random(20261122);
    private final ScriptedWindows windows = new ScriptedWindows();
    private final ConnectionSource source = new IphlpapiSource(
            new WindowsSystem("Windows 11"), () -> windows, new FakeNetworkInterfaces(), new FakeClock());

    /** Each socket's local port says which process holds it. */
    private void fill() {
        for (int i = 1; i <= SOCKETS; i++) {
            boolean v6 = i % 2 == 0;
            windows.tcp(v6 ? "2001:db8::1" : "192.0.2.1", i, v6 ? "2001:db8::9" : "192.0.2.9", 443, 5, 100 + i);
            windows.udp(v6 ? "2001:db8::1" : "192.0.2.1", 1_000 + i, 2_000 + i);
            windows.processes.put(100 + i, process("tcp" + i));
            windows.processes.put(2_000 + i, process("udp" + i));
        }
    }

    private static ScriptedWindows.Process process(String name) {
        return new ScriptedWindows.Process(name + ".exe", 1, true, "C:\\" + name + ".exe", 0);
    }

    private static Map<Endpoint, String> owners(Sample sample) {
        Map<Endpoint, String> owners = new HashMap<>();
        for (SocketSample socket : sample.open()) {
            socket.owner()
                    .process()
                    .ifPresent(process -> owners.put(socket.tuple().local(), process.name()));
        }
        return owners;
    }

    @Test
    void aCutTableNamesNobodyElse() {
        fill();
        Map<Endpoint, String> truth = owners(source.sample());
        assertEquals(2 * SOCKETS, truth.size());
        for (int round = 0; round < 500; round++) {
            windows.damage = bytes -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            Sample sample = source.sample();
            owners(sample).forEach((endpoint, name) -> assertEquals(truth.get(endpoint), name));
            boolean whole = sample.open().size() == 2 * SOCKETS;
            boolean told = sample.coverage().level() == Coverage.Level.PARTIAL;
            assertTrue(
                    whole || told || sample.open().isEmpty(),
                    "a loss without a word: " + sample.open().size());
        }
    }

    @Test
    void flippedBitsAndNoiseCrashNothingAndGiveEachSocketOnce() {
        fill();
        int failed = 0;
        for (int round = 0; round < 1_000; round++) {
            int damaged = round % 3;
            windows.damage = bytes -> damage(bytes, damaged);
            try {
                Sample sample = source.sample();
                Set<SocketId> ids = new HashSet<>();
                sample.open().forEach(socket -> assertTrue(ids.add(socket.id()), "twice: " + socket));
            } catch (SourceException told) {
                failed++;
            }
        }
        assertTrue(failed < 1_000);
    }

    private byte[] damage(byte[] bytes, int how) {
        byte[] damaged = bytes.clone();
        switch (how) {
            case 0 -> random.nextBytes(damaged);
            case 1 -> {
                for (int i = random.nextInt(40); i >= 0; i--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            default -> Arrays.fill(damaged, random.nextInt(damaged.length), damaged.length, (byte) -1);
        }
        return damaged;
    }
}
