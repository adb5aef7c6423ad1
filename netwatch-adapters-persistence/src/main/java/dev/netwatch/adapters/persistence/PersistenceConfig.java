package dev.netwatch.adapters.persistence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how the history is kept.
 *
 * @param file the database; its folder is made where it is missing
 * @param retention how long a peer is remembered after it was last seen, positive
 * @param writesHistory whether {@code record} writes; if not, the history still answers, and names and exclusions are
 *     still kept
 * @param owner whom to give what is created, where root works for somebody else; links in that user's folders are then
 *     refused
 * @param nativeDirectory where SQLite's native library is kept between starts; without it, it is unpacked anew into the
 *     folder for temporary files each time. Ignored where the system property {@code org.sqlite.lib.path} is set, and
 *     where others could write to it
 */
public record PersistenceConfig(
        Path file, Duration retention, boolean writesHistory, Optional<Owner> owner, Optional<Path> nativeDirectory) {
    /** A year: long enough for "have I seen this before", and bounded. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(365);

    /** A user of a Unix system, by number. */
    public record Owner(int uid, int gid) {}

    public PersistenceConfig {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("a history is kept for a positive time, not " + retention);
        }
        file = file.toAbsolutePath().normalize();
    }

    /** {@code netwatch.db} in this folder, with the defaults. */
    public static PersistenceConfig in(Path directory) {
        return new PersistenceConfig(
                directory.resolve("netwatch.db"), DEFAULT_RETENTION, true, Optional.empty(), Optional.empty());
    }

    public PersistenceConfig withRetention(Duration time) {
        return new PersistenceConfig(file, time, writesHistory, owner, nativeDirectory);
    }

    public PersistenceConfig withoutWritingHistory() {
        return new PersistenceConfig(file, retention, false, owner, nativeDirectory);
    }

    public PersistenceConfig ownedBy(Owner user) {
        return new PersistenceConfig(file, retention, writesHistory, Optional.of(user), nativeDirectory);
    }

    public PersistenceConfig withNativeDirectory(Path directory) {
        return new PersistenceConfig(file, retention, writesHistory, owner, Optional.of(directory));
    }
}
