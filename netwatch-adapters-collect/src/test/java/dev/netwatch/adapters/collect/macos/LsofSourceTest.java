package dev.netwatch.adapters.collect.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.Traffic;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LsofSourceTest extends ConnectionSourceContract {
    private static final ProcessHandle SELF = ProcessHandle.current();

    private final ScriptedMac mac =
            new ScriptedMac(SELF.pid(), SELF.info().startInstant().orElse(Instant.EPOCH));
    private final ConnectionSource source =
            new LsofSource(ScriptedCommands.MAC, mac, RecordedOutput.interfaces(), Clock.system());

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) {
        return new ScriptedMacTraffic(mac, SELF.pid(), kind);
    }

    @Test
    void nettopIsNotAsked() {
        ScriptedCommands commands = new ScriptedCommands();
        ConnectionSource lsof =
                new LsofSource(ScriptedCommands.NO_ROOT, commands, RecordedOutput.interfaces(), Clock.system());
        var reasons =
                lsof.sample().coverage().reasons().stream().map(Notice::code).toList();
        assertTrue(reasons.contains("owners-need-root"), reasons::toString);
        assertTrue(reasons.contains("no-bytes"), reasons::toString);
        assertTrue(commands.asked.stream().noneMatch(command -> command.name().equals("nettop")));
        assertEquals(
                Optional.of("lsof-missing"),
                new LsofSource(
                                ScriptedCommands.MAC,
                                commands.isMissing("lsof"),
                                RecordedOutput.interfaces(),
                                Clock.system())
                        .refusal()
                        .map(Notice::code));
    }
}
