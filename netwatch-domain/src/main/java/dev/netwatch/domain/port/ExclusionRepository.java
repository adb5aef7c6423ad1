package dev.netwatch.domain.port;

import dev.netwatch.domain.history.Exclusion;
import java.util.List;

/**
 * Keeps what the user hid. Blocks on a disk; thread-safe.
 *
 * <p>Every method throws {@link dev.netwatch.domain.notice.HistoryException} if the store fails.
 */
public interface ExclusionRepository {
    /** All of them, by name. */
    List<Exclusion> list();

    /** Adds one; one that is there already stays as it is. */
    void add(Exclusion exclusion);

    /** @return whether it was there */
    boolean remove(String process);

    /** @return how many there were */
    int clear();
}
