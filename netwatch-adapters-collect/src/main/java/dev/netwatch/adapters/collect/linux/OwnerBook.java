package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Owner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One {@link Owner} for all sockets of the same process and user. Not thread-safe. */
final class OwnerBook {
    private record Entry(Attribution attribution, Holder holder, long uid) {}

    private final Users users;
    private final Map<Entry, Owner> named = new HashMap<>();
    private final Map<Long, Owner> refused = new HashMap<>();
    private final Map<Long, Owner> nobody = new HashMap<>();

    OwnerBook(Users users) {
        this.users = users;
    }

    Owner named(Attribution attribution, Holder holder, long uid) {
        named.keySet().removeIf(entry -> named.size() > 10_000 && entry.holder.stale);
        return named.computeIfAbsent(
                new Entry(attribution, holder, uid),
                entry -> new Owner(
                        attribution, Optional.of(holder.process), OptionalLong.of(uid), Optional.of(users.name(uid))));
    }

    /** A listener's process as the likely owner of a socket whose user nobody told. */
    Owner inferred(Holder listener) {
        return new Owner(Attribution.INFERRED, Optional.of(listener.process), OptionalLong.empty(), Optional.empty());
    }

    Owner noPermission(long uid) {
        return refused.computeIfAbsent(uid, user -> unnamed(Attribution.NO_PERMISSION, user));
    }

    Owner noOwner(long uid) {
        return nobody.computeIfAbsent(uid, user -> unnamed(Attribution.NO_OWNER, user));
    }

    private Owner unnamed(Attribution attribution, long uid) {
        return new Owner(attribution, Optional.empty(), OptionalLong.of(uid), Optional.of(users.name(uid)));
    }
}
