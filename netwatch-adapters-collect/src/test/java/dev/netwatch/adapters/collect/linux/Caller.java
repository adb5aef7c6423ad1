package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens connections and exchanges known amounts of bytes. Arguments: the address as hexadecimal digits, {@code INET} or
 * {@code INET6} for the sockets, port, number of connections. Connection i sends {@code 1000 + 7 i} bytes, begun by four
 * that hold i, and awaits {@code 500 + 3 i}. Prints the local ports in order, then {@code ready}; closes on a line of
 * input, and says {@code closed}.
 */
public final class Caller {
    private Caller() {}

    static int sent(int connection) {
        return 1_000 + 7 * connection;
    }

    static int received(int connection) {
        return 500 + 3 * connection;
    }

    public static void main(String[] arguments) throws IOException {
        byte[] address = java.util.HexFormat.of().parseHex(arguments[0]);
        InetSocketAddress peer =
                new InetSocketAddress(InetAddress.getByAddress(address), Integer.parseInt(arguments[2]));
        List<SocketChannel> channels = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.valueOf(arguments[1]));
            channel.connect(peer);
            exchange(channel, i);
            channels.add(channel);
            System.out.println(((InetSocketAddress) channel.getLocalAddress()).getPort());
        }
        System.out.println("ready");
        System.in.read();
        for (SocketChannel channel : channels) {
            channel.close();
        }
        System.out.println("closed");
        System.in.read();
        System.in.read();
    }

    private static void exchange(SocketChannel channel, int connection) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(sent(connection)).putInt(0, connection);
        while (payload.hasRemaining()) {
            channel.write(payload);
        }
        ByteBuffer answer = ByteBuffer.allocate(received(connection));
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            continue;
        }
    }
}
