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

    NetworkNamespaces(Path proc, Namespace namespace, long here) {
        this.proc = proc;
        this.here = here;
        byCookie.put(here, new Scope(namespace.network(), Optional.empty(), Optional.empty()));
    }

    /** Whether the socket is in the namespace whose table is read; where that is unknown, so it is taken. */
    boolean isHere(SocketRecord socket) {
        return socket.netnsCookie() == here || socket.netnsCookie() == 0 || here == 0;
    }

    boolean knowsOthers() {
        return byCookie.size() > 1;
    }

    Scope scope(SocketRecord socket) {
        long cookie = isHere(socket) ? here : socket.netnsCookie();
        return byCookie.computeIfAbsent(cookie, unknown -> new Scope(name(socket), Optional.empty(), Optional.empty()));
    }

    private Optional<String> name(SocketRecord socket) {
        String fallback = "cookie:" + socket.netnsCookie();
        if (socket.owner() == 0) {
            return Optional.of(fallback);
        }
        try {
            String link = Files.readSymbolicLink(proc.resolve(socket.owner() + "/ns/net"))
                    .toString();
            return Optional.of(link.replaceAll("\\D", ""));
        } catch (IOException gone) {
            return Optional.of(fallback);
        }
    }
}
