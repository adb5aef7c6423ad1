package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;

/** Translates OSHI's connections; keeps what it learnt of processes from one sample to the next. */
final class OshiConnections {
    private static final Owner HIDDEN =
            new Owner(Attribution.NO_PERMISSION, Optional.empty(), OptionalLong.empty(), Optional.empty());

    private Map<Long, Owner> before = new HashMap<>();
    private Map<Long, Owner> owners = new HashMap<>();

    /** The connection's tuple; empty if it is neither TCP nor UDP. */
    Optional<FiveTuple> tuple(IPConnection connection) {
        String type = connection.getType();
        boolean tcp = type.startsWith("tcp");
        if (!tcp && !type.startsWith("udp")) {
            return Optional.empty();
        }
        boolean v6 = type.endsWith("6");
        Endpoint local = new Endpoint(address(connection.getLocalAddress(), v6), connection.getLocalPort());
        int port = connection.getForeignPort();
        Optional<Endpoint> remote = port == 0
                ? Optional.empty()
                : Optional.of(new Endpoint(address(connection.getForeignAddress(), v6), port));
        return Optional.of(new FiveTuple(tcp ? Protocol.TCP : Protocol.UDP, local, remote));
    }

    /* No bytes at all stand for the wildcard. */
    private static IpAddress address(byte[] bytes, boolean v6) {
        if (bytes.length != 4 && bytes.length != 16) {
            return v6 ? IpAddress.v6(0, 0) : IpAddress.v4(0);
        }
        return IpAddress.of(bytes);
    }

    SocketSample sample(SocketId id, FiveTuple tuple, IPConnection connection) {
        SocketState state = tuple.protocol() == Protocol.UDP ? SocketState.OPEN : state(connection.getState());
        boolean waits = state == SocketState.LISTEN
                || state == SocketState.OPEN && tuple.remote().isEmpty();
        Owner owner = state == SocketState.TIME_WAIT ? Owner.NOBODY : owner(connection.getowningProcessId());
        return new SocketSample(
                id,
                tuple,
                state,
                owner,
                Optional.empty(),
                Optional.empty(),
                waits ? Optional.of(Direction.LISTENING) : Optional.empty(),
                state.isSynchronized() ? Optional.of(Outcome.ESTABLISHED) : Optional.empty(),
                Scope.UNKNOWN);
    }

    private static SocketState state(TcpState state) {
        return switch (state) {
            case LISTEN -> SocketState.LISTEN;
            case SYN_SENT -> SocketState.SYN_SENT;
            case SYN_RECV -> SocketState.SYN_RECEIVED;
            case ESTABLISHED -> SocketState.ESTABLISHED;
            case FIN_WAIT_1 -> SocketState.FIN_WAIT_1;
            case FIN_WAIT_2 -> SocketState.FIN_WAIT_2;
            case CLOSE_WAIT -> SocketState.CLOSE_WAIT;
            case CLOSING -> SocketState.CLOSING;
            case LAST_ACK -> SocketState.LAST_ACK;
            case TIME_WAIT -> SocketState.TIME_WAIT;
            case CLOSED, UNKNOWN, NONE -> SocketState.CLOSED;
        };
    }

    private Owner owner(long pid) {
        if (pid <= 0) {
            return HIDDEN;
        }
        Owner known = owners.get(pid);
        if (known == null) {
            known = ProcessHandle.of(pid)
                    .map(handle -> owner(handle, before.get(pid)))
                    .orElse(HIDDEN);
            owners.put(pid, known);
        }
        return known;
    }

    private static Owner owner(ProcessHandle handle, @org.jspecify.annotations.Nullable Owner last) {
        ProcessHandle.Info info = handle.info();
        boolean same = last != null
                && last.process().isPresent()
                && isSameStart(last.process().get().startedAt(), info.startInstant());
        return same ? last : Owner.of(process(handle, info));
    }

    /** Numbers of processes are used again: where no start is known, nothing says that it is the same process. */
    static boolean isSameStart(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && one.equals(other);
    }

    private static ProcessRef process(ProcessHandle handle, ProcessHandle.Info info) {
        Optional<String> program = info.command();
        String name = program.map(path -> path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))))
                .orElse("pid " + handle.pid());
        OptionalLong parent =
                handle.parent().stream().mapToLong(ProcessHandle::pid).findFirst();
        return new ProcessRef(handle.pid(), info.startInstant(), name, program, arguments(info), parent);
    }

    private static List<String> arguments(ProcessHandle.Info info) {
        if (info.command().isEmpty() || info.arguments().isEmpty()) {
            return List.of();
        }
        List<String> all = new java.util.ArrayList<>(List.of(info.command().get()));
        all.addAll(List.of(info.arguments().get()));
        return all;
    }

    /** Between two samples: drops the processes that hold no socket any more. */
    void forgetThoseNotSeen() {
        before = owners;
        owners = new HashMap<>();
    }
}
