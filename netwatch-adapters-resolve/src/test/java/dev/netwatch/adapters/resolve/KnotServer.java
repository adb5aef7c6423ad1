package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real authoritative DNS server on loopback, as a child process; ended by {@link #close}. */
final class KnotServer implements AutoCloseable {
    private final Process process;
    private final int port;

    private KnotServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Where {@code knotd} is installed, if it is. */
    static Optional<Path> program() {
        Stream<String> path = Arrays.stream(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
        return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "knotd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Serves zones, and returns when it does.
     *
     * @param zones the text of each zone file by the zone's name
     */
    static KnotServer start(Path folder, Map<String, String> zones) throws IOException {
        Path knotd = program().orElseThrow(() -> new IOException("knotd is not installed"));
        int port = freePort();
        Path config = folder.resolve("knot.conf");
        Files.writeString(config, configuration(folder, port, zones));
        Process process = new ProcessBuilder(knotd.toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .start();
        KnotServer server = new KnotServer(process, port);
        server.awaitStart();
        return server;
    }

    private static String configuration(Path folder, int port, Map<String, String> zones) throws IOException {
        StringBuilder text = new StringBuilder("""
                server:
                    rundir: "%1$s"
                    listen: 127.0.0.1@%2$d
                    udp-workers: 1
                    tcp-workers: 1
                    background-workers: 1
                log:
                  - target: stdout
                    any: info
                database:
                    storage: "%1$s"
                zone:
                """.formatted(folder, port));
        for (Map.Entry<String, String> zone : zones.entrySet()) {
            Path file = folder.resolve(zone.getKey() + "zone");
            Files.writeString(file, zone.getValue());
            text.append("  - domain: \"%s\"\n    file: \"%s\"\n".formatted(zone.getKey(), file));
        }
        return text.toString();
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException {
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            if (line.contains(" error: ")) {
                break;
            }
            if (line.contains("server started")) {
                return;
            }
        }
        close();
        throw new IOException("knotd did not start: " + said);
    }

    Endpoint endpoint() {
        return new Endpoint(IpAddress.parse("127.0.0.1"), port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
