package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/** Two connected UDP sockets on loopback, and one that waits for anybody. */
final class LoopbackUdp implements Traffic {
    private static final int DATAGRAM = 1_400;

    private final ProtocolFamily family;
    private final DatagramChannel waiting;
    private DatagramChannel client;
    private DatagramChannel server;
    private SocketAddress clientAddress;
    private SocketAddress serverAddress;

    LoopbackUdp(ProtocolFamily family, InetSocketAddress here) throws IOException {
        this.family = family;
        waiting = DatagramChannel.open(family).bind(here);
        client = DatagramChannel.open(family).bind(here);
        server = DatagramChannel.open(family).bind(here);
        clientAddress = client.getLocalAddress();
        serverAddress = server.getLocalAddress();
        introduce();
    }

    private void introduce() throws IOException {
        client.connect(server.getLocalAddress());
        server.connect(client.getLocalAddress());
    }

    @Override
    public FiveTuple client() {
        try {
            return LoopbackTraffic.tuple(Kind.UDP_V4, client.getLocalAddress(), client.getRemoteAddress());
        } catch (IOException e) {
            throw new IllegalStateException("ask for the tuple while the conversation is open", e);
        }
    }

    @Override
    public FiveTuple server() {
        return client().reversed().orElseThrow();
    }

    @Override
    public FiveTuple listener() {
        try {
            Endpoint local = LoopbackTraffic.endpoint(waiting.getLocalAddress());
            return new FiveTuple(Protocol.UDP, local, Optional.empty());
        } catch (IOException e) {
            throw new IllegalStateException("ask for the listener while it is open", e);
        }
    }

    @Override
    public long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void send(int bytes) throws IOException {
        transfer(client, server, bytes);
    }

    @Override
    public void reply(int bytes) throws IOException {
        transfer(server, client, bytes);
    }

    private static void transfer(DatagramChannel from, DatagramChannel to, int bytes) throws IOException {
        for (int left = bytes; left > 0; left -= DATAGRAM) {
            ByteBuffer datagram = ByteBuffer.allocate(Math.min(left, DATAGRAM));
            from.write(datagram);
            datagram.clear();
            to.read(datagram);
        }
    }

    @Override
    public void finish() throws IOException {
        client.close();
        server.close();
    }

    @Override
    public void abort() throws IOException {
        clientAddress = client.getLocalAddress();
        serverAddress = server.getLocalAddress();
        finish();
    }

    @Override
    public void reopen() throws IOException {
        client = DatagramChannel.open(family).bind(clientAddress);
        server = DatagramChannel.open(family).bind(serverAddress);
        introduce();
    }

    @Override
    public void close() throws IOException {
        finish();
        waiting.close();
    }
}
