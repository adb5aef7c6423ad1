package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What {@link InetDiagSource} holds between its first sample and its end. Not thread-safe. */
final class InetDiagSession implements AutoCloseable {
    private static final int NOTIFICATION_BUFFER = 8 * 1024 * 1024;

    private final InetDiagDump dump;
    private final DestroyNotices notices;
    private final SocketTable table;
    private final SocketOwners owners;
    private final ClosedSockets closed;
    private final ProcSocketOwners processes;

    /** @throws NativeException if the kernel refuses */
    InetDiagSession(LinuxSystem system, Clock clock) {
        Namespace namespace = Namespace.read(system.proc());
        dump = new InetDiagDump();
        notices = DestroyNotices.open(namespace, NOTIFICATION_BUFFER);
        table = new SocketTable(new Identities(namespace));
        OwnerBook book = new OwnerBook(new Users(system.passwd()), namespace);
        processes = new ProcSocketOwners(
                new NativeDescriptors(system.proc().toString(), system.architecture()),
                new ProcessReader(system.proc()));
        owners = new SocketOwners(table, book, processes, clock);
        closed = new ClosedSockets(table, book);
    }

    Sample sample(Instant takenAt, long nanos) {
        DumpCoverage coverage = new DumpCoverage();
        table.begin();
        dump.run(table, coverage);
        owners.update();
        coverage.withoutPermission(owners.withoutPermission());
        notices.drain(closed::accept, coverage);
        closed.sweep(nanos);
        coverage.unidentified(closed.takeUnidentified());
        coverage.unseenUdp(closed.takeUnseenUdp());
        return new Sample(takenAt, nanos, open(), closed.take(), coverage.told());
    }

    private List<SocketSample> open() {
        List<SocketSample> open = new ArrayList<>(table.seenCount());
        table.forEachSeen(socket -> {
            if (!socket.ended || socket.state() == SocketState.TIME_WAIT) {
                open.add(socket.sample());
            }
        });
        open.addAll(closed.missing());
        return open;
    }

    void forgetOwners() {
        processes.forget();
    }

    @Override
    public void close() {
        notices.close();
        dump.close();
    }
}
