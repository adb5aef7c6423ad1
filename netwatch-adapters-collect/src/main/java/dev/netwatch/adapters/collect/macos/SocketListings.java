package dev.netwatch.adapters.collect.macos;

import dev.netwatch.adapters.collect.macos.LsofSocket.Holder;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/*
 * When one of both does not answer, the other still does, and what only the silent one knows is kept as it was: a
 * socket that nobody could look for has not closed. What both knew follows the one that answers.
 */
/** What lsof and nettop list, each standing in for itself while it is silent. Not thread-safe. */
final class SocketListings {
    private static final String KEPT = "what only it knew is kept for a minute";

    private record Key(long pid, FiveTuple tuple) {}

    /**
     * @param flows bytes are empty where they are not of this moment
     * @param losses why something is missing or old
     */
    record Now(List<LsofSocket> sockets, List<NettopRow> flows, List<Notice> losses) {}

    private final LastListing<LsofSocket> sockets = new LastListing<>();
    private final LastListing<NettopRow> flows = new LastListing<>();

    /**
     * @param nettop empty where it is not asked at all
     * @throws SourceException if nobody answered
     */
    Now take(Reply<Listing<LsofSocket>> lsof, Optional<Reply<Listing<NettopRow>>> nettop, long now) {
        Optional<List<LsofSocket>> freshSockets = lsof.answer().map(Listing::entries);
        Optional<List<NettopRow>> freshFlows = nettop.flatMap(Reply::answer).map(Listing::entries);
        if (freshSockets.isEmpty() && freshFlows.isEmpty()) {
            throw new SourceException(silence(lsof, nettop));
        }
        List<LsofSocket> knownSockets =
                freshSockets.orElseGet(() -> notGone(sockets.at(now), freshFlows.orElseThrow()));
        List<NettopRow> knownFlows = freshFlows.orElseGet(() -> nettopsAlone(flows.at(now)));
        sockets.keep(knownSockets, freshSockets.isPresent(), now);
        flows.keep(knownFlows, freshFlows.isPresent(), now);
        return new Now(knownSockets, knownFlows, losses(lsof, nettop));
    }

    private static List<Notice> losses(Reply<?> lsof, Optional<? extends Reply<?>> nettop) {
        return Stream.concat(
                        nettop.stream().flatMap(reply -> reply.lossWith(KEPT + ", without bytes").stream()),
                        lsof.lossWith(KEPT).stream())
                .toList();
    }

    private static Notice silence(Reply<?> lsof, Optional<? extends Reply<?>> nettop) {
        String why = Stream.concat(nettop.stream(), Stream.of(lsof))
                .flatMap(reply -> reply.loss().stream())
                .map(Notice::sentence)
                .collect(Collectors.joining("; "));
        return Notice.error("macos-silent", why + ".");
    }

    /** Without those that nettop listed before and does not any more. */
    private List<LsofSocket> notGone(List<LsofSocket> before, List<NettopRow> fresh) {
        Set<Key> had = keys(flows.entries());
        Set<Key> has = keys(fresh);
        return before.stream()
                .filter(socket -> socket.holders().stream()
                        .map(holder -> key(holder, socket))
                        .noneMatch(key -> had.contains(key) && !has.contains(key)))
                .toList();
    }

    /** Those that lsof never sees, without their bytes, which are old. */
    private List<NettopRow> nettopsAlone(List<NettopRow> before) {
        Set<Key> files = new HashSet<>();
        sockets.entries().forEach(socket -> socket.holders().forEach(holder -> files.add(key(holder, socket))));
        return before.stream()
                .filter(row -> !files.contains(new Key(row.pid(), row.tuple())))
                .map(NettopRow::withoutBytes)
                .toList();
    }

    private static Set<Key> keys(List<NettopRow> rows) {
        Set<Key> keys = new HashSet<>();
        rows.forEach(row -> keys.add(new Key(row.pid(), row.tuple())));
        return keys;
    }

    private static Key key(Holder holder, LsofSocket socket) {
        return new Key(holder.pid(), socket.tuple());
    }
}
