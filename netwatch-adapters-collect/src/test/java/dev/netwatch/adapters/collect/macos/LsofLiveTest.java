package dev.netwatch.adapters.collect.macos;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.adapters.collect.support.command.SystemCommands;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.LoopbackTraffic;
import dev.netwatch.domain.testkit.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/**
 * The programs themselves, wherever there are an lsof and a ps, which ask and answer on Linux as they do on macOS: the
 * commands, their limits and the way through the parsers, with real sockets.
 */
class LsofLiveTest extends ConnectionSourceContract {
    private static final SystemCommands COMMANDS = new SystemCommands();

    private final ConnectionSource source = new LsofSource(
            new MacSystem("Mac OS X", true, Path.of("/usr/bin/nettop"), existing("lsof"), existing("ps")),
            COMMANDS,
            RecordedOutput.interfaces(),
            Clock.system());

    private static Path existing(String program) {
        return List.of("/usr/sbin/", "/usr/bin/", "/bin/").stream()
                .map(folder -> Path.of(folder + program))
                .filter(COMMANDS::has)
                .findFirst()
                .orElse(Path.of("/no/" + program));
    }

    @BeforeEach
    void skipWithoutPs() {
        assumeTrue(COMMANDS.has(existing("ps")), "there is no ps here");
    }

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) throws IOException {
        return LoopbackTraffic.open(kind);
    }
}
