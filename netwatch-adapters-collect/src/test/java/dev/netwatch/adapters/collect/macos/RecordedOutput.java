package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.testkit.FakeNetworkInterfaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the programs of macOS printed; see {@code macos/README.md} beside the files. */
final class RecordedOutput {
    private static final Path FOLDER = Path.of("src/test/resources/macos");

    /** A Mac's interfaces, as far as link-local addresses need them. */
    private static final List<LocalInterface> INTERFACES = List.of(
            new LocalInterface("en0", 4, true, false, List.of(IpAddress.parse("192.168.3.37"))),
            new LocalInterface("utun5", 17, true, false, List.of()));

    private RecordedOutput() {}

    static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NetworkInterfaces interfaces() {
        FakeNetworkInterfaces fake = new FakeNetworkInterfaces();
        INTERFACES.forEach(fake::add);
        return fake;
    }

    static EndpointText endpoints() {
        return new EndpointText(new InterfaceIndex(interfaces()));
    }

    static Endpoint end(String address, int port) {
        return new Endpoint(IpAddress.parse(address), port);
    }

    static FiveTuple tcp(String local, int localPort, String remote, int port) {
        return new FiveTuple(Protocol.TCP, end(local, localPort), Optional.of(end(remote, port)));
    }

    static FiveTuple udp(String local, int localPort) {
        return new FiveTuple(Protocol.UDP, end(local, localPort), Optional.empty());
    }

    static FiveTuple listener(String local, int port) {
        return new FiveTuple(Protocol.TCP, end(local, port), Optional.empty());
    }
}
