package dev.netwatch.tui.output;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Whoever read standard output has gone, as {@code head} does; a quiet end. */
public final class ClosedPipeException extends UncheckedIOException {
    ClosedPipeException(IOException cause) {
        super(cause);
    }
}
