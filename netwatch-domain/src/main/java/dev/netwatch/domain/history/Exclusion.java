package dev.netwatch.domain.history;

import java.time.Instant;

/**
 * A process whose connections the user does not want to see. They are hidden, never unrecorded: an audit has no blind
 * spot.
 *
 * @param process the name to hide
 */
public record Exclusion(String process, Instant addedAt) {
    public Exclusion {
        if (process.isBlank()) {
            throw new IllegalArgumentException("an exclusion names a process");
        }
    }

    /** Whether it hides this name: the whole of it, or the part before {@code " ("}. */
    public boolean matches(String name) {
        return name.equals(process)
                || name.length() > process.length() + 1
                        && name.startsWith(process)
                        && name.startsWith(" (", process.length());
    }
}
