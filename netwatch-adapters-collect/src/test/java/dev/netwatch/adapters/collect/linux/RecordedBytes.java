package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The kernel's datagrams in the test resources; see the README beside them. */
final class RecordedBytes {
    static final List<String> ALL = List.of("tcp4", "tcp6", "udp4", "destroy");

    private RecordedBytes() {}

    static List<byte[]> datagrams(String name) {
        String resource = "/inet-diag/linux-6.18-" + name + ".bin";
        try (InputStream input = Objects.requireNonNull(RecordedBytes.class.getResourceAsStream(resource))) {
            ByteBuffer all = ByteBuffer.wrap(input.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            List<byte[]> datagrams = new ArrayList<>();
            while (all.hasRemaining()) {
                byte[] datagram = new byte[all.getInt()];
                all.get(datagram);
                datagrams.add(datagram);
            }
            return datagrams;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
