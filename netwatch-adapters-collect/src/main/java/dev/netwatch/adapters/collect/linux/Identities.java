package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.sample.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes identities, tuples and scopes of the sockets of one network namespace. Not thread-safe. */
final class Identities {
    private final String prefix;
    private final Scope scope;
    private final InterfaceNames interfaces;
    private final Map<Integer, Scope> bound = new HashMap<>();

    Identities(Namespace namespace) {
        this(namespace, new InterfaceNames());
    }

    Identities(Namespace namespace, InterfaceNames interfaces) {
        this.interfaces = interfaces;
        prefix = prefix(namespace.boot(), namespace.token());
        scope = Scope.in(namespace.network());
    }

    private static String prefix(String boot, String namespace) {
        return boot + "-" + namespace + "-";
    }

    /** @param namespace its {@link Namespace#token} */
    static SocketId id(String boot, String namespace, long cookie) {
        return new SocketId(prefix(boot, namespace) + Long.toHexString(cookie));
    }

    SocketId id(long cookie) {
        return new SocketId(prefix + Long.toHexString(cookie));
    }

    /** The cookie an identity was made of. */
    static long cookie(SocketId id) {
        String value = id.value();
        return Long.parseUnsignedLong(value, value.lastIndexOf('-') + 1, value.length(), 16);
    }

    /** An identity for a table without cookies. */
    SocketId id(String what) {
        return new SocketId(prefix + what);
    }

    FiveTuple tuple(Protocol protocol, InetDiagCodec message) {
        String zone = interfaces.name(message.interfaceIndex());
        Endpoint local = new Endpoint(message.localAddress(zone), message.localPort());
        Optional<Endpoint> remote = message.remotePort() == 0
                ? Optional.empty()
                : Optional.of(new Endpoint(message.remoteAddress(zone), message.remotePort()));
        return new FiveTuple(protocol, local, remote);
    }

    /** @param interfaceIndex the interface the socket is bound to, or 0 */
    Scope scope(int interfaceIndex) {
        return interfaceIndex == 0
                ? scope
                : bound.computeIfAbsent(interfaceIndex, index -> scope.boundTo(interfaces.name(index)));
    }
}
