package dev.netwatch.adapters.collect.windows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** Bytes kept under {@code src/test/resources/windows}; the README there says where each is from. */
final class RecordedTable {
    private RecordedTable() {}

    static ByteBuffer read(String name) {
        try (InputStream file = RecordedTable.class.getResourceAsStream("/windows/" + name)) {
            return ByteBuffer.wrap(Objects.requireNonNull(file, name).readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
