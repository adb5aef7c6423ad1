package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The other end of {@link Caller}, in the test's own process. */
final class Answerer implements AutoCloseable {
    private final ServerSocketChannel listener;
    private final List<SocketChannel> accepted = new ArrayList<>();

    Answerer(ProtocolFamily family, byte[] address) throws IOException {
        listener =
                ServerSocketChannel.open(family).bind(new InetSocketAddress(InetAddress.getByAddress(address), 0), 500);
    }

    int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    void answer(int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = listener.accept();
            accepted.add(channel);
            ByteBuffer number = read(channel, 4);
            int connection = number.getInt(0);
            read(channel, Caller.sent(connection) - 4);
            ByteBuffer answer = ByteBuffer.allocate(Caller.received(connection));
            while (answer.hasRemaining()) {
                channel.write(answer);
            }
        }
    }

    private static ByteBuffer read(SocketChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("closed early");
            }
        }
        return buffer;
    }

    /** Reads each connection to its end, then closes it. */
    void awaitEndAndClose() throws IOException {
        for (SocketChannel channel : accepted) {
            while (channel.read(ByteBuffer.allocate(16)) >= 0) {
                continue;
            }
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : accepted) {
            channel.close();
        }
        listener.close();
    }
}
