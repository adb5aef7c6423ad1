package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.HexFormat;

/**
 * Connects in vain. Arguments: each an address as hexadecimal digits, behind {@code give-up:} if nobody shall wait for
 * an answer. The port is 7001 for the first, and so on. Says {@code ready} when all have failed; ends on a line of input.
 */
public final class Unanswered {
    static final int FIRST_PORT = 7001;
    private static final String GIVE_UP = "give-up:";

    private Unanswered() {}

    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < arguments.length; i++) {
            boolean waits = !arguments[i].startsWith(GIVE_UP);
            byte[] address = HexFormat.of().parseHex(arguments[i].substring(waits ? 0 : GIVE_UP.length()));
            connect(new InetSocketAddress(InetAddress.getByAddress(address), FIRST_PORT + i), waits);
        }
        System.out.println("ready");
        System.in.read();
    }

    private static void connect(InetSocketAddress nobody, boolean waits) throws IOException {
        try (SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(waits);
            channel.connect(nobody);
        } catch (IOException e) {
            return;
        }
        if (waits) {
            throw new IOException(nobody + " answered");
        }
    }
}
