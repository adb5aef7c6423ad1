package dev.netwatch.domain.connection;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who a socket belongs to.
 *
 * @param process present exactly for {@link Attribution#OWNER} and {@link Attribution#INFERRED}
 * @param uid the socket's user, known even without a process where the system tells
 * @param user that user's name; foreign text
 */
public record Owner(Attribution attribution, Optional<ProcessRef> process, OptionalLong uid, Optional<String> user) {
    public static final Owner NOBODY =
            new Owner(Attribution.NO_OWNER, Optional.empty(), OptionalLong.empty(), Optional.empty());

    public Owner {
        boolean named = attribution == Attribution.OWNER || attribution == Attribution.INFERRED;
        if (named != process.isPresent()) {
            throw new IllegalArgumentException(attribution + " with process " + process);
        }
    }

    public static Owner of(ProcessRef process) {
        return new Owner(Attribution.OWNER, Optional.of(process), OptionalLong.empty(), Optional.empty());
    }
}
