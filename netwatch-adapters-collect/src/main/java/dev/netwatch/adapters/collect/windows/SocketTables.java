package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks for the four tables of sockets. Not thread-safe. */
final class SocketTables {
    private static final int FIRST_SIZE = 1 << 16;
    private static final int LARGEST = 1 << 25;
    /** A table may grow between the call that tells its size and the next; not so often in a row. */
    private static final int MOST_TRIES = 8;

    private static final List<TableKind> WANTED =
            List.of(TableKind.TCP4_MODULE, TableKind.TCP6_MODULE, TableKind.UDP4_MODULE, TableKind.UDP6_MODULE);

    private final WindowsApi windows;
    private final TableCodec codec;
    private final Map<TableKind, TableKind> kinds = new EnumMap<>(TableKind.class);
    private ByteBuffer buffer = allocate(FIRST_SIZE);

    SocketTables(WindowsApi windows, TableCodec codec) {
        this.windows = windows;
        this.codec = codec;
        WANTED.forEach(kind -> kinds.put(kind, kind));
    }

    /** @param problems what is not in the rows, and why; each means that something is missing */
    record Read(List<SocketRow> rows, List<Notice> problems) {}

    /** @throws SourceException if not one table could be read */
    Read read() {
        List<SocketRow> rows = new ArrayList<>();
        List<Notice> problems = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        long missing = 0;
        int odd = 0;
        for (TableKind wanted : WANTED) {
            int error = fill(wanted);
            if (error == WindowsError.NONE) {
                TableCodec.Decoded decoded = codec.decode(kinds.get(wanted), buffer);
                rows.addAll(decoded.rows());
                missing += decoded.missing();
                odd += decoded.odd();
            } else {
                refused.add(wanted.words() + " (" + WindowsError.name(error) + ")");
            }
        }
        if (refused.size() == WANTED.size()) {
            throw new SourceException(Notice.error(
                    "iphlpapi-refused",
                    "Windows gives no table of sockets: " + String.join(", ", refused) + "; use --source oshi."));
        }
        tell(problems, refused, missing, odd);
        return new Read(rows, problems);
    }

    private static void tell(List<Notice> problems, List<String> refused, long missing, int odd) {
        if (!refused.isEmpty()) {
            problems.add(Notice.warning(
                    "table-refused", "Windows gives no table of " + String.join(", nor of ", refused) + "."));
        }
        if (missing > 0) {
            problems.add(Notice.warning(
                    "table-cut", "The tables of sockets lack " + Counted.of(missing, "row") + " that they count."));
        }
        if (odd > 0) {
            problems.add(Notice.warning(
                    "rows-odd",
                    Counted.of(odd, "row")
                            + " of the tables of sockets had to be left out: state or port make no sense."));
        }
    }

    /** The poorer class where Windows refuses the better one, and then for good. */
    private int fill(TableKind wanted) {
        int error = grow(kinds.get(wanted));
        boolean better = kinds.get(wanted) == wanted;
        if (error != WindowsError.NONE && better) {
            int second = grow(wanted.withPidAlone());
            if (second == WindowsError.NONE) {
                kinds.put(wanted, wanted.withPidAlone());
                return second;
            }
        }
        return error;
    }

    private int grow(TableKind kind) {
        int[] needed = new int[1];
        int error = WindowsError.INSUFFICIENT_BUFFER;
        for (int i = 0; i < MOST_TRIES && error == WindowsError.INSUFFICIENT_BUFFER; i++) {
            clear(); // nothing of another table must be read where this one is shorter than it says
            needed[0] = buffer.capacity();
            error = windows.table(kind, buffer, needed);
            if (error == WindowsError.INSUFFICIENT_BUFFER) {
                long wanted = Math.max(needed[0] + (needed[0] >> 2), 2L * buffer.capacity());
                if (wanted > LARGEST) {
                    return error;
                }
                buffer = allocate((int) wanted + Long.BYTES - (int) wanted % Long.BYTES);
            }
        }
        if (error == WindowsError.NONE && needed[0] > 0) {
            buffer.limit(Math.min(needed[0], buffer.capacity()));
        }
        return error;
    }

    private void clear() {
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.putLong(0);
        }
        buffer.clear();
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
