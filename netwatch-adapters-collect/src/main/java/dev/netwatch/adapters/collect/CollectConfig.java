package dev.netwatch.adapters.collect;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What can be chosen about collecting.
 *
 * @param replay a recording to play; empty for none
 * @param loop whether the replay begins anew when it is over
 */
public record CollectConfig(Optional<Path> replay, boolean loop) {
    public static final CollectConfig DEFAULT = new CollectConfig(Optional.empty(), false);

    /** Plays a recording once. */
    public static CollectConfig replaying(Path file) {
        return new CollectConfig(Optional.of(file), false);
    }
}
