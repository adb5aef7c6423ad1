package dev.netwatch.domain.port;

import dev.netwatch.domain.connection.LocalInterface;
import java.util.List;

/** Knows this machine's network interfaces. */
public interface NetworkInterfaces {
    /**
     * All of them, by index, as they are now.
     *
     * @throws dev.netwatch.domain.notice.SourceException if the system does not tell
     */
    List<LocalInterface> list();
}
