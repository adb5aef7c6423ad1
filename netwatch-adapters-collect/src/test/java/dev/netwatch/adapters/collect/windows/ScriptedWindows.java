package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A Windows that a test writes itself. It fills buffers member by member in the order of the documented structures, and
 * knows nothing of the offsets the code under test reads them by.
 */
final class ScriptedWindows implements WindowsApi {
    static final int ESTABLISHED = 5;
    static final int LISTEN = 2;
    private static final int MODULE_INFO = 16;
    private static final long RTT_SAMPLES = 7;

    final List<Socket> sockets = new ArrayList<>();
    final Map<Integer, Process> processes = new LinkedHashMap<>();
    final Map<String, Integer> services = new LinkedHashMap<>();
    final Map<TableKind, Integer> refusals = new EnumMap<>(TableKind.class);
    UnaryOperator<byte[]> damage = bytes -> bytes;
    boolean isAdministrator = true;
    int pointerSize = 8;
    /** Whether every table has grown by the time it is asked for. */
    boolean isRestless;

    int calls;

    /** A process: what any user is told, and what is told to who may open it. */
    record Process(String name, int parent, boolean mayBeOpened, String path, long startedAt) {}

    /** A socket as its row and statistics will show it. */
    static final class Socket {
        Protocol protocol = Protocol.TCP;
        boolean v6;
        byte[] local = {127, 0, 0, 1};
        byte[] remote = {0, 0, 0, 0};
        int localScope;
        int remoteScope;
        int localPort;
        int remotePort;
        int state = ESTABLISHED;
        int pid;
        long createdAt;
        long received;
        long sent;
        int rttMillis = 12;
        final Set<Statistics> collected = new HashSet<>();
        int statisticsError;

        void carry(long in, long out) {
            if (collected.contains(Statistics.DATA)) {
                received += in;
                sent += out;
            }
        }
    }

    Socket tcp(String local, int localPort, String remote, int remotePort, int state, int pid) {
        Socket socket = new Socket();
        socket.local = bytes(local);
        socket.remote = bytes(remote);
        socket.v6 = socket.local.length == 16;
        socket.localPort = localPort;
        socket.remotePort = remotePort;
        socket.state = state;
        socket.pid = pid;
        sockets.add(socket);
        return socket;
    }

    Socket udp(String local, int port, int pid) {
        Socket socket = tcp(local, port, local, 0, 0, pid);
        socket.protocol = Protocol.UDP;
        return socket;
    }

    private static byte[] bytes(String address) {
        return IpAddress.parse(address).bytes();
    }

    @Override
    public int pointerSize() {
        return pointerSize;
    }

    @Override
    public int table(TableKind kind, ByteBuffer buffer, int[] needed) {
        calls++;
        if (refusals.containsKey(kind)) {
            return refusals.get(kind);
        }
        if (isRestless) {
            needed[0] = buffer.capacity() + 1;
            return WindowsError.INSUFFICIENT_BUFFER;
        }
        byte[] table = damage.apply(encode(kind));
        needed[0] = table.length;
        if (table.length > buffer.capacity()) {
            return WindowsError.INSUFFICIENT_BUFFER;
        }
        buffer.duplicate().put(table);
        return WindowsError.NONE;
    }

    private byte[] encode(TableKind kind) {
        boolean module = kind.name().endsWith("MODULE");
        List<Socket> rows = sockets.stream()
                .filter(socket -> socket.protocol == kind.protocol && socket.v6 == kind.v6)
                .toList();
        ByteBuffer table = ByteBuffer.allocate(8 + rows.size() * 200).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(rows.size());
        for (Socket row : rows) {
            if (module) {
                align(table);
            }
            if (kind.protocol == Protocol.TCP) {
                encodeTcp(table, row, module);
            } else {
                encodeUdp(table, row, module);
            }
            if (module) {
                align(table);
                for (int i = 0; i < MODULE_INFO; i++) {
                    table.putLong(0x0101010101010101L * i);
                }
            }
        }
        byte[] bytes = new byte[table.position()];
        table.flip().get(bytes);
        return bytes;
    }

    private static void encodeTcp(ByteBuffer table, Socket row, boolean module) {
        if (row.v6) {
            table.put(row.local).putInt(row.localScope).putInt(port(row.localPort));
            table.put(row.remote).putInt(row.remoteScope).putInt(port(row.remotePort));
            table.putInt(row.state).putInt(row.pid);
        } else {
            table.putInt(row.state).put(row.local).putInt(port(row.localPort));
            table.put(row.remote).putInt(port(row.remotePort)).putInt(row.pid);
        }
        if (module) {
            align(table);
            table.putLong(row.createdAt);
        }
    }

    private static void encodeUdp(ByteBuffer table, Socket row, boolean module) {
        table.put(row.local);
        if (row.v6) {
            table.putInt(row.localScope);
        }
        table.putInt(port(row.localPort)).putInt(row.pid);
        if (module) {
            align(table);
            table.putLong(row.createdAt).putInt(1);
        }
    }

    /** In network byte order in the lower half; the upper half is not defined, so something is there. */
    private static int port(int port) {
        return Short.toUnsignedInt(Short.reverseBytes((short) port)) | 0x5ac30000;
    }

    private static void align(ByteBuffer bytes) {
        while (bytes.position() % 8 != 0) {
            bytes.put((byte) 0);
        }
    }

    @Override
    public int collect(SocketRow.Handle connection, Statistics kind, boolean on) {
        if (!isAdministrator) {
            return WindowsError.ACCESS_DENIED;
        }
        Optional<Socket> found = find(connection);
        if (found.isEmpty()) {
            return WindowsError.NOT_FOUND;
        }
        if (found.get().statisticsError != 0) {
            return found.get().statisticsError;
        }
        if (on && found.get().collected.add(kind) && kind == Statistics.DATA) {
            found.get().received = 0;
            found.get().sent = 0;
        } else if (!on) {
            found.get().collected.remove(kind);
        }
        return WindowsError.NONE;
    }

    /** By the very bytes of the row, as Windows would look. */
    private Optional<Socket> find(SocketRow.Handle handle) {
        byte[] wanted = new byte[handle.row().remaining()];
        handle.row().duplicate().get(wanted);
        return sockets.stream()
                .filter(socket -> socket.protocol == Protocol.TCP && socket.v6 == handle.v6())
                .filter(socket -> java.util.Arrays.equals(wanted, 4, wanted.length, handle(socket), 4, wanted.length))
                .findFirst();
    }

    private static byte[] handle(Socket socket) {
        ByteBuffer row = ByteBuffer.allocate(socket.v6 ? 52 : 20).order(ByteOrder.LITTLE_ENDIAN);
        row.putInt(socket.state).put(socket.local);
        if (socket.v6) {
            row.putInt(socket.localScope);
        }
        row.putInt(port(socket.localPort)).put(socket.remote);
        if (socket.v6) {
            row.putInt(socket.remoteScope);
        }
        return row.putInt(port(socket.remotePort)).array();
    }

    @Override
    public int statistics(SocketRow.Handle connection, Statistics kind, ByteBuffer enabled, ByteBuffer figures) {
        if (!isAdministrator) {
            return WindowsError.ACCESS_DENIED;
        }
        Optional<Socket> found = find(connection);
        if (found.isEmpty()) {
            return WindowsError.NOT_FOUND;
        }
        Socket socket = found.get();
        enabled.put(0, (byte) (socket.collected.contains(kind) ? 1 : 0));
        byte[] all = kind == Statistics.DATA ? data(socket) : path(socket);
        figures.duplicate().order(ByteOrder.LITTLE_ENDIAN).put(all);
        return WindowsError.NONE;
    }

    private static byte[] data(Socket socket) {
        ByteBuffer data = ByteBuffer.allocate(96).order(ByteOrder.LITTLE_ENDIAN);
        data.putLong(socket.sent + 1_000).putLong(9); // DataBytesOut counts what was sent again; DataSegsOut
        data.putLong(socket.received + 1_000).putLong(9); // DataBytesIn, DataSegsIn
        data.putLong(9).putLong(9); // SegsOut, SegsIn
        data.putInt(0).putInt(0); // SoftErrors, SoftErrorReason
        data.putInt(77).putInt(78).putInt(79); // SndUna, SndNxt, SndMax
        align(data);
        data.putLong(socket.sent).putInt(80); // ThruBytesAcked, RcvNxt
        align(data);
        return data.putLong(socket.received).array(); // ThruBytesReceived
    }

    /** 40 numbers; the 28th is SmoothedRtt, the 33rd CountRtt. */
    private static byte[] path(Socket socket) {
        ByteBuffer path = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 1; i <= 40; i++) {
            path.putInt(i == 28 ? socket.rttMillis : i == 33 ? (int) RTT_SAMPLES : 0x0bad0000 | i);
        }
        return path.array();
    }

    @Override
    public int processes(Consumer<ByteBuffer> each) {
        processes.forEach((pid, process) -> each.accept(entry(pid, process)));
        return WindowsError.NONE;
    }

    private ByteBuffer entry(int pid, Process process) {
        ByteBuffer entry = ByteBuffer.allocate(pointerSize == 8 ? 568 : 556).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt(entry.capacity()).putInt(0).putInt(pid);
        if (pointerSize == 8) {
            align(entry);
            entry.putLong(0);
        } else {
            entry.putInt(0);
        }
        entry.putInt(0).putInt(3).putInt(process.parent()).putInt(8).putInt(0);
        entry.put(process.name().getBytes(StandardCharsets.UTF_16LE));
        return entry.rewind();
    }

    @Override
    public Optional<Opened> open(int pid) {
        return Optional.ofNullable(processes.get(pid))
                .filter(Process::mayBeOpened)
                .map(process -> new Opened(Optional.of(process.path()), process.startedAt()));
    }

    @Override
    public Services services(ByteBuffer buffer) {
        long address = pointerSize == 8 ? 0x7fff_1234_0000L : 0x9234_0000L;
        int size = pointerSize == 8 ? 56 : 44;
        int text = services.keySet().stream()
                .mapToInt(name -> 2 * name.length() + 2)
                .sum();
        int needed = services.size() * size + text;
        if (needed > buffer.capacity()) {
            return new Services(WindowsError.MORE_DATA, needed, 0, address);
        }
        ByteBuffer array = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int[] at = {0, services.size() * size};
        services.forEach((name, pid) -> {
            array.position(at[0]);
            pointer(array, address + at[1]);
            pointer(array, address + at[1]);
            array.putInt(0x20)
                    .putInt(4)
                    .putInt(0)
                    .putInt(0)
                    .putInt(0)
                    .putInt(0)
                    .putInt(0)
                    .putInt(pid)
                    .putInt(0);
            array.position(at[1]);
            array.put(name.getBytes(StandardCharsets.UTF_16LE)).putChar('\0');
            at[0] += size;
            at[1] = array.position();
        });
        return new Services(WindowsError.NONE, 0, services.size(), address);
    }

    private void pointer(ByteBuffer array, long value) {
        if (pointerSize == 8) {
            array.putLong(value);
        } else {
            array.putInt((int) value);
        }
    }
}
