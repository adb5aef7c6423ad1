package dev.netwatch.adapters.collect.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.Traffic;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NettopSourceTest extends ConnectionSourceContract {
    private static final ProcessHandle SELF = ProcessHandle.current();

    private final ScriptedMac mac =
            new ScriptedMac(SELF.pid(), SELF.info().startInstant().orElse(Instant.EPOCH));
    private final ConnectionSource source =
            new NettopSource(ScriptedCommands.MAC, mac, RecordedOutput.interfaces(), Clock.system());

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) {
        return new ScriptedMacTraffic(mac, SELF.pid(), kind);
    }

    private static Optional<String> refusal(MacSystem system, ScriptedCommands commands) {
        return new NettopSource(system, commands, RecordedOutput.interfaces(), Clock.system())
                .refusal()
                .map(Notice::code);
    }

    @Test
    void refusesWhereThereIsNoMacOrNoNettop() {
        MacSystem linux = new MacSystem(
                "Linux", true, ScriptedCommands.MAC.nettop(), ScriptedCommands.MAC.lsof(), ScriptedCommands.MAC.ps());
        ScriptedCommands commands = new ScriptedCommands();
        assertEquals(Optional.of("other-system"), refusal(linux, commands));
        assertEquals(Optional.empty(), refusal(ScriptedCommands.MAC, commands));
        assertEquals(0, commands.asked.size(), "nothing is started for a refusal");
        assertEquals(Optional.of("nettop-missing"), refusal(ScriptedCommands.MAC, commands.isMissing("nettop")));
    }
}
