package dev.netwatch.tui.runtime;

import dev.netwatch.domain.track.SourceSelector;
import dev.netwatch.tui.config.NetwatchConfig;

/* Which source the user meant. */
final class SourceChoice {
    private static final String REPLAY = "replay";

    private SourceChoice() {}

    /** @throws dev.netwatch.domain.notice.SourceException if there is none, or it refuses */
    static SourceSelector.Choice of(SourceSelector selector, NetwatchConfig config) {
        if (config.source().equals(NetwatchConfig.AUTO)) {
            return selector.best();
        }
        return selector.named(config.replay().isPresent() ? REPLAY : config.source());
    }
}
