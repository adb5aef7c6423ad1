package dev.netwatch.adapters.collect.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a number of loopback connections, both ends, until its standard input ends. Arguments: how many, and the last
 * byte of the 127.0.0.x address to use. Prints {@code ready} when all are open.
 */
public final class ConnectionHolder {
    private ConnectionHolder() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        byte[] address = {127, 0, 0, Byte.parseByte(arguments[1])};
        InetSocketAddress here = new InetSocketAddress(InetAddress.getByAddress(address), 0);
        List<SocketChannel> held = new ArrayList<>();
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(here)) {
            for (int i = 0; i < count; i++) {
                SocketChannel client = SocketChannel.open().bind(here);
                client.connect(listener.getLocalAddress());
                SocketChannel server = listener.accept();
                client.write(ByteBuffer.allocate(100));
                held.add(client);
                held.add(server);
            }
            System.out.println("ready");
            while (System.in.read() >= 0) {
                continue;
            }
        }
        for (SocketChannel channel : held) {
            channel.close();
        }
    }
}
