package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Owner;
import org.jspecify.annotations.Nullable;

/** A socket of /proc/net and what is known of its owner. */
final class ProcNetSocket implements ProcSocketOwners.Held {
    final ProcNetLine line;
    Owner owner = Owner.NOBODY;

    @Nullable
    Holder holder;

    ProcNetSocket(ProcNetLine line) {
        this.line = line;
    }

    @Override
    public void heldBy(Holder found) {
        holder = found;
    }

    boolean isOwned() {
        return holder != null && !holder.stale;
    }
}
