package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.testkit.ConnectionSourceContract;
import dev.netwatch.domain.testkit.LoopbackTraffic;
import dev.netwatch.domain.testkit.Traffic;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("root")
class EbpfSourceTest extends ConnectionSourceContract {
    private final ConnectionSource source = new EbpfSource(LinuxSystem.here(), Clock.system());

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) throws IOException {
        return LoopbackTraffic.open(kind);
    }
}
