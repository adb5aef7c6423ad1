package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.sample.SocketSample;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** A conversation that exists only in the table of a {@link FakeConnectionSource}. */
final class ScriptedTraffic implements Traffic {
    private static final AtomicInteger SERIAL = new AtomicInteger(20_000);

    private final FakeConnectionSource source;
    private final boolean tcp;
    private final FiveTuple client;
    private final SocketSample listener;
    private SocketSample clientSocket;
    private SocketSample serverSocket;

    ScriptedTraffic(FakeConnectionSource source, Kind kind) {
        this.source = source;
        this.tcp = kind.protocol() == Protocol.TCP;
        IpAddress here = IpAddress.parse(
                switch (kind) {
                    case TCP_V4, UDP_V4 -> "127.0.0.1";
                    case TCP_MAPPED -> "::ffff:127.0.0.1";
                    case TCP_V6, UDP_V6 -> "::1";
                });
        client = new FiveTuple(kind.protocol(), endpoint(here), Optional.of(endpoint(here)));
        Endpoint waiting = tcp ? client.remote().orElseThrow() : endpoint(here);
        listener = socket(
                new FiveTuple(kind.protocol(), waiting, Optional.empty()), tcp ? SocketState.LISTEN : SocketState.OPEN);
        source.put(listener);
        clientSocket = established(client);
        serverSocket = established(server());
    }

    private static Endpoint endpoint(IpAddress address) {
        return new Endpoint(address, SERIAL.incrementAndGet());
    }

    private SocketSample established(FiveTuple tuple) {
        SocketSample socket = socket(tuple, tcp ? SocketState.ESTABLISHED : SocketState.OPEN)
                .withCounters(ByteCounters.exact(0, 0))
                .withOutcome(Outcome.ESTABLISHED);
        SocketSample measured = tcp ? socket.withMetrics(new TcpMetrics(50, 0)) : socket;
        source.put(measured);
        return measured;
    }

    private SocketSample socket(FiveTuple tuple, SocketState state) {
        ProcessHandle self = ProcessHandle.current();
        ProcessRef process = new ProcessRef(
                pid(), self.info().startInstant(), "java", Optional.empty(), List.of(), OptionalLong.empty());
        return SocketSample.of(new SocketId("fake-" + SERIAL.incrementAndGet()), tuple, state)
                .withOwner(Owner.of(process));
    }

    @Override
    public FiveTuple client() {
        return client;
    }

    @Override
    public FiveTuple server() {
        return client.reversed().orElseThrow();
    }

    @Override
    public FiveTuple listener() {
        return listener.tuple();
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void send(int bytes) {
        clientSocket = count(clientSocket, ByteCounters.exact(0, bytes));
        serverSocket = count(serverSocket, ByteCounters.exact(bytes, 0));
    }

    @Override
    public void reply(int bytes) {
        serverSocket = count(serverSocket, ByteCounters.exact(0, bytes));
        clientSocket = count(clientSocket, ByteCounters.exact(bytes, 0));
    }

    private SocketSample count(SocketSample socket, ByteCounters more) {
        SocketSample counted =
                socket.withCounters(socket.counters().orElseThrow().plus(more));
        source.put(counted);
        return counted;
    }

    @Override
    public void finish() {
        if (tcp) {
            source.put(clientSocket.withState(SocketState.CLOSED));
            source.put(serverSocket.withState(SocketState.CLOSED));
        }
        source.end(clientSocket.id());
        source.end(serverSocket.id());
    }

    @Override
    public void abort() {
        finish();
    }

    @Override
    public void reopen() {
        clientSocket = established(client);
        serverSocket = established(server());
    }

    @Override
    public void close() {
        source.vanish(clientSocket.id());
        source.vanish(serverSocket.id());
        source.vanish(listener.id());
    }
}
