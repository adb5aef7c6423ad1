package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import dev.netwatch.domain.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A {@link NettopSource} over programs whose output a test writes, a sample every two seconds. */
final class MacBench {
    static final String HEADER = "time,,interface,state,bytes_in,bytes_out,rx_dupe,re-tx,arch,\n";

    /** When the sample session was recorded. */
    final FakeClock clock = new FakeClock(Instant.parse("2026-01-02T03:04:05Z"));

    final ScriptedCommands commands = new ScriptedCommands();
    private final ConnectionSource source;

    MacBench() {
        this(ScriptedCommands.MAC);
    }

    MacBench(MacSystem system) {
        source = new NettopSource(system, commands, RecordedOutput.interfaces(), clock);
        prints("", "");
        commands.prints("ps", "    1     0     0 root Thu Jan  1 08:00:01 2026 /sbin/launchd\n");
    }

    /** @param flows nettop's lines without time: {@code app.1,,,,,,,} and {@code tcp4 a:1<->b:2,en0,…} */
    MacBench prints(String flows, String lsof) {
        StringBuilder csv = new StringBuilder(HEADER);
        flows.lines().forEach(line -> csv.append("18:18:38.1,").append(line).append('\n'));
        commands.prints("nettop", csv.toString()).prints("lsof", lsof);
        return this;
    }

    /** The recorded session at its n-th moment, from 1. */
    MacBench session(int moment) {
        commands.prints("nettop", RecordedOutput.read("session/nettop-" + moment + ".csv"))
                .prints("lsof", RecordedOutput.read("session/lsof-" + moment + ".txt"))
                .prints("ps", RecordedOutput.read("session/ps-" + moment + ".txt"))
                .prints(ScriptedCommands.ARGUMENTS, RecordedOutput.read("session/args-1.txt"));
        return this;
    }

    Sample sample() {
        Sample sample = source.sample();
        clock.advance(Duration.ofSeconds(2));
        return sample;
    }

    SocketSample sampleOf(FiveTuple tuple) {
        return sample().find(tuple).orElseThrow();
    }

    SocketId idOf(FiveTuple tuple) {
        return sampleOf(tuple).id();
    }

    static List<String> codes(Coverage coverage) {
        return coverage.reasons().stream().map(Notice::code).toList();
    }

    static List<FiveTuple> tuples(Sample sample) {
        return sample.open().stream().map(SocketSample::tuple).toList();
    }
}
