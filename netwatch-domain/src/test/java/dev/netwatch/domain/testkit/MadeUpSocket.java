package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.Optional;

/** One socket of {@link Connections}; it is in the next sample as it is then. Not thread-safe. */
public final class MadeUpSocket {
    private static final Instant LEARNED = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FIRST_PORT = 50_000;

    private final Connections table;
    private SocketSample socket;

    MadeUpSocket(Connections table, int number, boolean tcp, Owner owner) {
        this.table = table;
        Endpoint local = new Endpoint(IpAddress.parse("10.0.0.7"), FIRST_PORT + number);
        FiveTuple tuple = new FiveTuple(tcp ? Protocol.TCP : Protocol.UDP, local, Optional.empty());
        SocketState state = tcp ? SocketState.ESTABLISHED : SocketState.OPEN;
        put(SocketSample.of(new SocketId("made-up-" + number), tuple, state).withOwner(owner));
    }

    private MadeUpSocket put(SocketSample changed) {
        socket = changed;
        table.source().put(changed);
        return this;
    }

    /** Whom it talks with. */
    public MadeUpSocket to(String address, int port) {
        Optional<Endpoint> remote = Optional.of(new Endpoint(IpAddress.parse(address), port));
        return put(socket.withTuple(
                new FiveTuple(socket.tuple().protocol(), socket.tuple().local(), remote)));
    }

    /** Its own end; otherwise a port of 10.0.0.7. */
    public MadeUpSocket from(String address, int port) {
        Endpoint local = new Endpoint(IpAddress.parse(address), port);
        return put(socket.withTuple(
                new FiveTuple(socket.tuple().protocol(), local, socket.tuple().remote())));
    }

    public MadeUpSocket state(SocketState state) {
        return put(socket.withState(state));
    }

    public MadeUpSocket direction(Direction direction) {
        return put(socket.withDirection(direction));
    }

    /** Counted exactly, since it opened. */
    public MadeUpSocket bytes(long received, long sent) {
        return put(socket.withCounters(ByteCounters.exact(received, sent)));
    }

    /** Known to be a little off. */
    public MadeUpSocket about(long received, long sent) {
        return put(socket.withCounters(ByteCounters.exact(received, sent).estimated()));
    }

    public MadeUpSocket rtt(long micros) {
        return put(socket.withMetrics(new TcpMetrics(micros, 0)));
    }

    /** What its peer's address is called. */
    public MadeUpSocket named(String host) {
        table.name(
                peer(), new RemoteName(found(host, "ptr"), table.nameOf(peer()).organisation()));
        return this;
    }

    /** Who holds its peer's network. */
    public MadeUpSocket heldBy(String organisation) {
        table.name(peer(), new RemoteName(table.nameOf(peer()).host(), found(organisation, "whois")));
        return this;
    }

    /** In how many runs its peer was seen, this one counted: 1 is new. Without this, nobody knows yet. */
    public MadeUpSocket seen(int runs) {
        table.remember(peer(), runs - 1);
        return this;
    }

    /** Closes it: the next sample reports it among the closed. */
    public void close() {
        table.source().end(socket.id());
    }

    private IpAddress peer() {
        return socket.tuple().remote().orElseThrow().address();
    }

    private static Answer found(String name, String evidence) {
        return new Answer.Found(name, evidence, LEARNED);
    }
}
