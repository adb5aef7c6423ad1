package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Samples once in a process of its own, which holds a connection that sent 99 bytes. Prints a line
 * {@code local remote attribution pid uid namespace container received sent} for each socket with a remote, {@code !code} for each
 * reason, then {@code done}.
 */
public final class SampleProbe {
    private SampleProbe() {}

    public static void main(String[] arguments) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        try (ServerSocketChannel listener = ServerSocketChannel.open().bind(here);
                SocketChannel client = SocketChannel.open(listener.getLocalAddress());
                SocketChannel server = listener.accept();
                InetDiagSource source = new InetDiagSource(LinuxSystem.here(), Clock.system())) {
            client.write(ByteBuffer.allocate(99));
            server.read(ByteBuffer.allocate(99));
            Sample sample = source.sample();
            sample.open().stream()
                    .filter(socket -> socket.tuple().remote().isPresent())
                    .forEach(SampleProbe::print);
            sample.coverage().reasons().forEach(reason -> System.out.println("!" + reason.code()));
            System.out.println("done");
        }
    }

    private static void print(SocketSample socket) {
        System.out.println(String.join(
                " ",
                socket.tuple().local().toString(),
                socket.tuple().remote().orElseThrow().toString(),
                socket.owner().attribution().toString(),
                socket.owner()
                        .process()
                        .map(process -> Long.toString(process.pid()))
                        .orElse("-"),
                Long.toString(socket.owner().uid().orElse(-1)),
                socket.scope().networkNamespace().orElse("-"),
                socket.scope().container().map(Container::label).orElse("-"),
                socket.counters()
                        .map(counters -> Long.toString(counters.received()))
                        .orElse("-"),
                socket.counters()
                        .map(counters -> Long.toString(counters.sent()))
                        .orElse("-")));
    }
}
