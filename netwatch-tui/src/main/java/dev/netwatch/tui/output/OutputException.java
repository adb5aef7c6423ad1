package dev.netwatch.tui.output;

import dev.netwatch.domain.notice.NetwatchException;
import dev.netwatch.domain.notice.Notice;
import java.io.IOException;

/** Standard output cannot be written: its disk is full, for one. */
public final class OutputException extends NetwatchException {
    OutputException(IOException cause) {
        super(Notice.error("output-failed", "standard output cannot be written: " + cause.getMessage()), cause);
    }
}
