package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.LoopbackTraffic;
import dev.netwatch.domain.testkit.Traffic;
import java.io.IOException;

/** nettop itself, with real sockets whose bytes are known; skipped, and says so, where this is no Mac. */
class NettopLiveTest extends ConnectionSourceContract {
    private final ConnectionSource source =
            MacosModule.sources(Clock.system(), RecordedOutput.interfaces()).get(0);

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) throws IOException {
        return LoopbackTraffic.open(kind);
    }
}
