package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import org.junit.jupiter.api.Test;

class FakeConnectionSourceTest extends ConnectionSourceContract {
    private final FakeConnectionSource source = new FakeConnectionSource(new FakeClock());

    @Override
    protected ConnectionSource source() {
        return source;
    }

    @Override
    protected Traffic open(Traffic.Kind kind) {
        return source.open(kind);
    }

    @Test
    void failsUntilItRecovers() {
        Notice why = Notice.error("fake-failure", "The script says so.");
        source.fail(why);
        assertEquals(why, assertThrows(SourceException.class, source::sample).notice());
        source.recover();
        assertEquals(0, source.sample().open().size());
        assertEquals(2, source.samples());
    }
}
