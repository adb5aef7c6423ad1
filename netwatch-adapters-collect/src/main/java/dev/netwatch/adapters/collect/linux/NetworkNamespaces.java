package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/*
 * Programs know a namespace by its cookie, people by the inode that /proc shows; the table's own sockets tie the two for
 * those it reads, and a process for the others. As long as none was met alive, the cookie stands for it.
 */
/** Tells where a record's socket lives: its network namespace, container and unit. Not thread-safe. */
final class NetworkNamespaces {
    private final NamespaceLinks links;
    private final NamespaceView view;
    private final Map<Long, Scope> byCookie = new HashMap<>();
    private final long here;

    /**
     * @param here the cookie of the namespace that netwatch runs in, 0 where it is not known
     */
    NetworkNamespaces(Path proc, NamespaceView view, long here) {
        this.links = new NamespaceLinks(proc.toString());
        this.view = view;
        this.here = here;
    }

    /** Whether the socket is in the namespace that netwatch runs in; where that is unknown, so it is taken. */
    boolean isHome(SocketRecord socket) {
        return socket.netnsCookie() == here || socket.netnsCookie() == 0 || here == 0;
    }

    /** Whether it is in a namespace whose table is read. */
    boolean isListed(SocketRecord socket) {
        return isHome(socket) || watched(socket).isPresent();
    }

    private Optional<Namespace> watched(SocketRecord socket) {
        return view.withCookie(socket.netnsCookie());
    }

    /** Where the socket of a record lives that the table does not show. */
    Scope scope(SocketRecord socket, Owner owner) {
        Place place = place(socket, owner);
        return namespace(socket).runningIn(place.container(), place.unit());
    }

    /** The sample, with the place of its owner where the table knew none. */
    SocketSample placed(SocketRecord socket, SocketSample sample) {
        boolean known =
                sample.scope().container().isPresent() && sample.scope().unit().isPresent();
        Place place = known ? Place.UNKNOWN : place(socket, sample.owner());
        return place.isKnown() ? sample.withScope(sample.scope().runningIn(place.container(), place.unit())) : sample;
    }

    private Place place(SocketRecord socket, Owner owner) {
        int pid = owner.process().map(ProcessRef::pid).orElse(0L).intValue();
        return view.place(pid, socket.cgroupId(), isHome(socket) ? Optional.empty() : watched(socket));
    }

    private Scope namespace(SocketRecord socket) {
        if (isHome(socket)) {
            return Scope.in(view.home().network());
        }
        return watched(socket).map(known -> Scope.in(known.network())).orElseGet(() -> find(socket));
    }

    private Scope find(SocketRecord socket) {
        Scope known = byCookie.get(socket.netnsCookie());
        if (known != null) {
            return known;
        }
        long inode = socket.owner() == 0 ? NamespaceLinks.GONE : links.of(socket.owner());
        if (inode > 0) {
            Scope found = Scope.in(Optional.of(Long.toString(inode)));
            byCookie.put(socket.netnsCookie(), found);
            return found;
        }
        return Scope.in(Optional.of("cookie:" + socket.netnsCookie()));
    }

    /** The same that the table makes of the socket. */
    SocketId id(SocketRecord socket) {
        String token = isHome(socket) ? view.home().token() : Namespace.token(socket.netnsCookie());
        return Identities.id(view.home().boot(), token, socket.cookie());
    }
}
