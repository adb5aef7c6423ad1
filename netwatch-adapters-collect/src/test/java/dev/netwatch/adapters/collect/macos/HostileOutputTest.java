package dev.netwatch.adapters.collect.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever the programs print: nothing crashes, nobody gets another's bytes, and the loss is told. */
class HostileOutputTest {
    private static final String[] FILES = {
        "session/nettop-1.csv", "session/lsof-1.txt", "session/ps-1.txt", "session/args-1.txt"
    };
    private static final String[] PROGRAMS = {"nettop", "lsof", "ps", ScriptedCommands.ARGUMENTS};

    private record Claim(long pid, FiveTuple tuple) {}

    /** Damaged output still is a sample, or a failure that says so; what lsof and ps print moves no byte. */
    @Property(tries = 400)
    void damageNeverMakesAnything(@ForAll Random random) {
        MacBench mac = new MacBench().session(1);
        Map<Claim, ByteCounters> truth = truth(mac.sample());
        int damaged = random.nextInt(FILES.length);
        mac.commands.prints(PROGRAMS[damaged], damage(RecordedOutput.read(FILES[damaged]), random));
        Sample sample = mac.sample();
        assertIdentitiesAreUnique(sample);
        if (damaged > 0) {
            assertAllTrue(truth, sample);
        }
        sample.coverage()
                .reasons()
                .forEach(reason -> assertFalse(reason.sentence().contains("\n"), reason.sentence()));
    }

    /** Lines are cut anywhere: what is left is true of who it is said of, and what is not left is told. */
    @Property(tries = 400)
    void linesThatAreCutTakeNoOthersBytes(@ForAll Random random) {
        MacBench mac = new MacBench().session(1);
        Map<Claim, ByteCounters> truth = truth(mac.sample());
        String[] lines = RecordedOutput.read("session/nettop-1.csv").split("\n");
        StringBuilder left = new StringBuilder(lines[0]).append('\n');
        boolean lost = false;
        for (int i = 1; i < lines.length; i++) {
            int end = lines[i].lastIndexOf(',', lines[i].length() - 2);
            boolean cut = i < lines.length - 1 && random.nextInt(6) == 0;
            lost |= cut;
            left.append(cut ? lines[i].substring(0, random.nextInt(end)) : lines[i])
                    .append('\n');
        }
        mac.commands.prints("nettop", left.toString());
        Sample sample = mac.sample();
        assertAllTrue(truth, sample);
        assertIdentitiesAreUnique(sample);
        assertEquals(
                lost ? Coverage.Level.PARTIAL : Coverage.Level.SAMPLED,
                sample.coverage().level());
    }

    private static void assertAllTrue(Map<Claim, ByteCounters> truth, Sample sample) {
        for (SocketSample socket : sample.open()) {
            socket.counters().ifPresent(counted -> assertEquals(truth.get(claim(socket)), counted, socket::toString));
        }
    }

    private static Map<Claim, ByteCounters> truth(Sample sample) {
        Map<Claim, ByteCounters> truth = new HashMap<>();
        sample.open().forEach(socket -> socket.counters().ifPresent(counted -> truth.put(claim(socket), counted)));
        return truth;
    }

    private static Claim claim(SocketSample socket) {
        return new Claim(socket.owner().process().orElseThrow().pid(), socket.tuple());
    }

    private static void assertIdentitiesAreUnique(Sample sample) {
        Set<SocketId> ids = new HashSet<>();
        sample.open().forEach(socket -> assertTrue(ids.add(socket.id()), () -> "twice: " + socket));
    }

    private static String damage(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(20); i >= 0 && damaged.length() > 2; i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(6)) {
                case 0 -> damaged.setCharAt(at, (char) random.nextInt(0x80));
                case 1 -> damaged.deleteCharAt(at);
                case 2 -> damaged.insert(at, (char) random.nextInt(0x10000));
                case 3 -> damaged.insert(at, ",\"\n.:*<->%[]".charAt(random.nextInt(12)));
                case 4 -> damaged.setLength(Math.max(1, damaged.length() - random.nextInt(40)));
                default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + 60)));
            }
        }
        return damaged.toString();
    }

    @Property(tries = 200)
    void noiseIsNoSample(@ForAll Random random) {
        byte[] noise = new byte[random.nextInt(4_000)];
        random.nextBytes(noise);
        String output = new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1);
        MacBench mac = new MacBench().session(1);
        mac.commands.prints("nettop", output).prints("lsof", "\u0001" + output).prints("ps", output);
        try {
            assertEquals(0, mac.sample().open().size());
        } catch (SourceException e) {
            assertEquals("macos-silent", e.notice().code());
        }
    }

    /** As large as the bound lets through, and of the kinds that make a careless reader slow. */
    @Test
    void hugeOutputIsReadInTime() {
        int size = 2 << 20;
        String flows = MacBench.HEADER + "1:00:00.0,a.1,,,,,,,,\n";
        String[] huge = {
            flows + "1:00:00.0," + ",".repeat(size),
            flows + "1:00:00.0," + "\"".repeat(size),
            flows + "1:00:00.0,\"" + "\",\"x".repeat(size / 4),
            flows + ("1:00:00.0,tcp6 " + ":".repeat(200) + ".1<->*.*,,,,,,,,\n").repeat(size / 240),
            flows + "1:00:00.0," + "tcp4 1.1.1.1:1<->".repeat(size / 18) + ",en0,,1,1,,,so,",
            flows + flow(size / 60),
            "\n".repeat(size)
        };
        String[] files = {
            "p1\ncx\n" + "f1\nPTCP\nn*:80\n".repeat(size / 16),
            holders(size / 40),
            "p1\nc" + "\\x41".repeat(size / 4) + "\nf1\nPUDP\nn*:5\n",
            "p1\nf1\nPUDP\nn[" + "1:".repeat(size / 2) + "]:1\n"
        };
        String[] processes = {" ".repeat(size), "1 ".repeat(size / 2), ("1 Thu Jan  1 08:02:0\n").repeat(size / 20)};
        assertTimeout(Duration.ofSeconds(60), () -> {
            for (String output : huge) {
                new MacBench().prints("", "").commands.prints("nettop", output);
                sampled(output, "", "");
            }
            for (String output : files) {
                sampled(MacBench.HEADER, output, "");
            }
            for (String output : processes) {
                sampled(MacBench.HEADER, "", output);
            }
        });
    }

    private static void sampled(String nettop, String lsof, String ps) {
        MacBench mac = new MacBench();
        mac.commands.prints("nettop", nettop).prints("lsof", lsof).prints("ps", ps);
        assertIdentitiesAreUnique(mac.sample());
    }

    private static String flow(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("1:00:00.0,tcp4 10.0.0.1:")
                    .append(i % 65_536)
                    .append("<->10.0.0.2:")
                    .append(i % 7);
            rows.append(",en0,Established,1,1,0,0,so,\n");
        }
        return rows.toString();
    }

    private static String holders(int count) {
        StringBuilder text = new StringBuilder();
        for (int pid = 1; pid <= count; pid++) {
            text.append("p").append(pid).append("\nf1\nd0xa\nPTCP\nn*:80\nTST=LISTEN\n");
        }
        return text.toString();
    }
}
