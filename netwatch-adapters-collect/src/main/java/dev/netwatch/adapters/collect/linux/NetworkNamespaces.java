package dev.netwatch.adapters.collect.linux;

import dev.netwatch.adapters.collect.support.ebpf.SocketRecord;
import dev.netwatch.domain.sample.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/*
 * Programs know a namespace by its cookie, people by the inode that /proc shows; only a process in it ties the two. As
 * long as none was met alive, the cookie stands for it.
 */
/** Tells in which network namespace a record's socket lives. Not thread-safe. */
final class NetworkNamespaces {
    private final Path proc;
    private final Map<Long, Scope> byCookie = new HashMap<>();
    private final long here;
    private final String hereToken;
    private boolean metOthers;

    NetworkNamespaces(Path proc, Namespace namespace, long here) {
        this.proc = proc;
        this.here = here;
        this.hereToken = namespace.network().orElse("");
        byCookie.put(here, Scope.in(namespace.network()));
    }

    /** Whether the socket is in the namespace whose table is read; where that is unknown, so it is taken. */
    boolean isHere(SocketRecord socket) {
        return socket.netnsCookie() == here || socket.netnsCookie() == 0 || here == 0;
    }

    /** Whether a socket of another namespace was met. */
    boolean knowsOthers() {
        return metOthers;
    }

    Scope scope(SocketRecord socket) {
        Scope known = byCookie.get(isHere(socket) ? here : socket.netnsCookie());
        return known != null ? known : find(socket);
    }

    private Scope find(SocketRecord socket) {
        metOthers = true;
        Optional<Scope> found = inode(socket.owner()).map(NetworkNamespaces::scope);
        found.ifPresent(scope -> byCookie.put(socket.netnsCookie(), scope));
        return found.orElseGet(() -> scope("cookie:" + socket.netnsCookie()));
    }

    private static Scope scope(String number) {
        return Scope.in(Optional.of(number));
    }

    private Optional<String> inode(int pid) {
        if (pid == 0) {
            return Optional.empty();
        }
        try {
            String link = Files.readSymbolicLink(proc.resolve(pid + "/ns/net")).toString();
            return Optional.of(link.replaceAll("\\D", ""));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** A word that stands for the namespace for ever, for identities. */
    String token(SocketRecord socket) {
        return isHere(socket) ? hereToken : "n" + socket.netnsCookie();
    }
}
