package dev.netwatch.adapters.collect.windows;

import java.time.Instant;
import java.util.Optional;

/**
 * Times of Windows: units of 100 ns since the beginning of 1601, UTC.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-filetime">FILETIME</a>
 */
final class FileTime {
    static final long PER_SECOND = 10_000_000;

    private static final long UNIX_EPOCH_SECONDS = 11_644_473_600L;
    private static final long NANOS_PER_UNIT = 100;

    private FileTime() {}

    /** Empty for 0 and below, which stand for no time. */
    static Optional<Instant> instant(long fileTime) {
        return fileTime <= 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(
                        fileTime / PER_SECOND - UNIX_EPOCH_SECONDS, fileTime % PER_SECOND * NANOS_PER_UNIT));
    }
}
