package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * A conversation over loopback, wherever it is started: the client sends 12,345 bytes and gets 678. Prints the client's
 * port, then {@code ready}; closes on a line of input, and says {@code closed}.
 */
public final class Elsewhere {
    static final int SENT = 12_345;
    static final int RECEIVED = 678;

    private Elsewhere() {}

    public static void main(String[] arguments) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(here);
                SocketChannel client = SocketChannel.open(listener.getLocalAddress());
                SocketChannel server = listener.accept()) {
            transfer(client, server, SENT);
            transfer(server, client, RECEIVED);
            System.out.println(((InetSocketAddress) client.getLocalAddress()).getPort());
            System.out.println("ready");
            System.in.read();
        }
        System.out.println("closed");
        System.in.read();
        System.in.read();
    }

    private static void transfer(SocketChannel from, SocketChannel to, int bytes) throws IOException {
        ByteBuffer data = ByteBuffer.allocate(bytes);
        while (data.hasRemaining()) {
            from.write(data);
        }
        data.clear();
        while (data.hasRemaining() && to.read(data) >= 0) {
            continue;
        }
    }
}
