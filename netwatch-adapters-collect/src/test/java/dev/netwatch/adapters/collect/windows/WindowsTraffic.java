package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.testkit.Traffic;
import java.util.Optional;

/** A conversation that exists only in the tables of a {@link ScriptedWindows}. */
final class WindowsTraffic implements Traffic {
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};

    private final ScriptedWindows windows;
    private final Kind kind;
    private final int pid = (int) ProcessHandle.current().pid();
    private final int port;
    private final ScriptedWindows.Socket listener;
    private ScriptedWindows.Socket client;
    private ScriptedWindows.Socket server;
    private long bound = 133_000_000_000_000_000L;

    WindowsTraffic(ScriptedWindows windows, Kind kind) {
        this.windows = windows;
        this.kind = kind;
        this.port = 20_000 + 10 * windows.sockets.size();
        windows.processes.put(pid, new ScriptedWindows.Process("java.exe", 1, true, "C:\\jdk\\bin\\java.exe", 0));
        listener = open(port, port, ScriptedWindows.LISTEN);
        listener.localPort = kind.protocol() == Protocol.TCP ? port : port + 2;
        reopen();
    }

    private ScriptedWindows.Socket open(int local, int remote, int state) {
        String here = kind == Kind.TCP_V4 || kind == Kind.UDP_V4 ? "127.0.0.1" : "::1";
        ScriptedWindows.Socket socket = kind.protocol() == Protocol.TCP
                ? windows.tcp(here, local, here, remote, state, pid)
                : windows.udp(here, local, pid);
        if (kind == Kind.TCP_MAPPED) {
            socket.local = MAPPED;
            socket.remote = MAPPED;
        }
        socket.createdAt = bound++;
        return socket;
    }

    @Override
    public FiveTuple client() {
        return tuple(port + 1, port);
    }

    @Override
    public FiveTuple server() {
        return tuple(port, port + 1);
    }

    @Override
    public FiveTuple listener() {
        return new FiveTuple(kind.protocol(), endpoint(listener.localPort), Optional.empty());
    }

    /** Windows tells no peer of a UDP socket. */
    private FiveTuple tuple(int local, int remote) {
        boolean tcp = kind.protocol() == Protocol.TCP;
        return new FiveTuple(kind.protocol(), endpoint(local), tcp ? Optional.of(endpoint(remote)) : Optional.empty());
    }

    private Endpoint endpoint(int number) {
        boolean v6 = kind == Kind.TCP_V6 || kind == Kind.UDP_V6;
        return new Endpoint(IpAddress.parse(v6 ? "::1" : "127.0.0.1"), number);
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public void send(int bytes) {
        client.carry(0, bytes);
        server.carry(bytes, 0);
    }

    @Override
    public void reply(int bytes) {
        client.carry(bytes, 0);
        server.carry(0, bytes);
    }

    @Override
    public void finish() {
        windows.sockets.remove(client);
        windows.sockets.remove(server);
    }

    @Override
    public void abort() {
        finish();
    }

    @Override
    public void reopen() {
        client = open(port + 1, port, ScriptedWindows.ESTABLISHED);
        server = open(port, port + 1, ScriptedWindows.ESTABLISHED);
    }

    @Override
    public void close() {
        finish();
        windows.sockets.remove(listener);
    }
}
