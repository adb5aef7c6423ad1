package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Owner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One {@link Owner} for all sockets of the same process and user. Not thread-safe. */
final class OwnerBook {
    private final Users users;
    private final Namespace namespace;
    private final Map<Long, Owner> refused = new HashMap<>();
    private final Map<Long, Owner> nobody = new HashMap<>();

    OwnerBook(Users users, Namespace namespace) {
        this.users = users;
        this.namespace = namespace;
    }

    /** The same instance for all sockets that one user's process holds; kept with the process, to go when it goes. */
    Owner named(Holder holder, long uid) {
        Owner kept = holder.owner;
        if (kept == null || kept.uid().getAsLong() != uid) {
            kept = new Owner(
                    Attribution.OWNER, Optional.of(holder.process), OptionalLong.of(uid), Optional.of(users.name(uid)));
            holder.owner = kept;
        }
        return kept;
    }

    /** A listener's process as the likely owner of a socket whose user nobody told. */
    Owner inferred(Holder listener) {
        return new Owner(Attribution.INFERRED, Optional.of(listener.process), OptionalLong.empty(), Optional.empty());
    }

    /**
     * For a socket that a walk of /proc found nobody for. Who walks is no matter: some users may look into everything.
     *
     * @param refusedSome whether the walk met processes it was not allowed to look into
     */
    Owner unresolved(long uid, boolean refusedSome) {
        return refusedSome || !namespace.allProcesses()
                ? refused.computeIfAbsent(uid, user -> unnamed(Attribution.NO_PERMISSION, user))
                : nobody.computeIfAbsent(uid, user -> unnamed(Attribution.NO_OWNER, user));
    }

    private Owner unnamed(Attribution attribution, long uid) {
        return new Owner(attribution, Optional.empty(), OptionalLong.of(uid), Optional.of(users.name(uid)));
    }
}
