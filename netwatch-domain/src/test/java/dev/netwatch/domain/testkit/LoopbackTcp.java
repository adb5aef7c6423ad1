package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.FiveTuple;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP conversation on loopback. */
final class LoopbackTcp implements Traffic {
    private static final int CHUNK = 16 * 1024;

    private final ProtocolFamily family;
    private final ServerSocketChannel listener;
    private SocketChannel client;
    private SocketChannel server;
    private SocketAddress last;

    LoopbackTcp(ProtocolFamily family, InetSocketAddress here) throws IOException {
        this.family = family;
        listener = ServerSocketChannel.open(family).bind(here);
        client = bound(family, here);
        server = connect();
        last = client.getLocalAddress();
    }

    /* A port that no system gives away by itself, so that it still is free when the conversation is opened again. */
    private static SocketChannel bound(ProtocolFamily family, InetSocketAddress here) throws IOException {
        for (int attempt = 1; ; attempt++) {
            SocketChannel channel = SocketChannel.open(family);
            try {
                int port = ThreadLocalRandom.current().nextInt(11_000, 32_000);
                return channel.bind(new InetSocketAddress(here.getAddress(), port));
            } catch (BindException taken) {
                channel.close();
                if (attempt == 50) {
                    throw taken;
                }
            }
        }
    }

    private SocketChannel connect() throws IOException {
        client.connect(listener.getLocalAddress());
        return listener.accept();
    }

    @Override
    public FiveTuple client() {
        return tupleOf(client);
    }

    @Override
    public FiveTuple server() {
        return client().reversed().orElseThrow();
    }

    private FiveTuple tupleOf(SocketChannel channel) {
        try {
            return LoopbackTraffic.tuple(Kind.TCP_V4, channel.getLocalAddress(), channel.getRemoteAddress());
        } catch (IOException e) {
            throw new IllegalStateException("ask for the tuple while the conversation is open", e);
        }
    }

    @Override
    public FiveTuple listener() {
        FiveTuple tuple = server();
        return new FiveTuple(tuple.protocol(), tuple.local(), Optional.empty());
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

    private static void transfer(SocketChannel from, SocketChannel to, int bytes) throws IOException {
        for (int left = bytes; left > 0; left -= CHUNK) {
            ByteBuffer chunk = ByteBuffer.allocate(Math.min(left, CHUNK));
            while (chunk.hasRemaining()) {
                from.write(chunk);
            }
            chunk.clear();
            while (chunk.hasRemaining()) {
                if (to.read(chunk) < 0) {
                    throw new EOFException("the other end closed early");
                }
            }
        }
    }

    @Override
    public void finish() throws IOException {
        client.close();
        if (server.read(ByteBuffer.allocate(1)) >= 0) {
            throw new IOException("bytes nobody sent");
        }
        server.close();
    }

    @Override
    public void abort() throws IOException {
        last = client.getLocalAddress();
        client.setOption(StandardSocketOptions.SO_LINGER, 0);
        client.close();
        server.close();
    }

    @Override
    public void reopen() throws IOException {
        client = SocketChannel.open(family)
                .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                .bind(last);
        server = connect();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        listener.close();
    }
}
