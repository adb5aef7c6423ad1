package dev.netwatch.tui.config;

import dev.netwatch.domain.notice.NetwatchException;
import dev.netwatch.domain.notice.Notice;

/** The user asked for something that cannot be, on the command line or in the configuration file; exit code 2. */
public final class UsageException extends NetwatchException {
    /** @param sentence what is wrong, where, and what would be right */
    public UsageException(String sentence) {
        super(Notice.error("usage", sentence));
    }
}
