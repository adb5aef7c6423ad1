package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.testkit.Traffic;
import java.util.Optional;

/** A conversation on a {@link ScriptedMac}. */
final class ScriptedMacTraffic implements Traffic {
    private final ScriptedMac mac;
    private final long pid;
    private final boolean mapped;
    private final FiveTuple client;
    private final ScriptedMac.Socket listener;
    private ScriptedMac.Socket clientSocket;
    private ScriptedMac.Socket serverSocket;

    ScriptedMacTraffic(ScriptedMac mac, long pid, Kind kind) {
        this.mac = mac;
        this.pid = pid;
        mapped = kind == Kind.TCP_MAPPED;
        IpAddress here = IpAddress.parse(kind == Kind.TCP_V6 || kind == Kind.UDP_V6 ? "::1" : "127.0.0.1");
        boolean tcp = kind.protocol() == Protocol.TCP;
        client = new FiveTuple(kind.protocol(), new Endpoint(here, 50_000), Optional.of(new Endpoint(here, 7_000)));
        Endpoint waiting = tcp ? client.remote().orElseThrow() : new Endpoint(here, 7_001);
        listener = mac.open(new FiveTuple(kind.protocol(), waiting, Optional.empty()), mapped);
        reopen();
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
        return listener.tuple;
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public void send(int bytes) {
        clientSocket.sent += bytes;
        serverSocket.received += bytes;
    }

    @Override
    public void reply(int bytes) {
        serverSocket.sent += bytes;
        clientSocket.received += bytes;
    }

    @Override
    public void finish() {
        mac.close(clientSocket);
        mac.close(serverSocket);
    }

    @Override
    public void abort() {
        finish();
    }

    @Override
    public void reopen() {
        clientSocket = mac.open(client, mapped);
        serverSocket = mac.open(server(), mapped);
    }

    @Override
    public void close() {
        finish();
        mac.close(listener);
    }
}
