package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@link IphlpapiSource} holds between its first sample and its end. Not thread-safe. */
final class IphlpapiSession {
    private static final List<Notice> ALWAYS = List.of(
            Notice.info("udp-uncounted", "Windows tells neither the peers nor the bytes of UDP sockets."),
            Notice.info("between-samples", "What opens and closes between two samples is not seen."));

    private final SocketTables tables;
    private final Zones zones;
    private final Identities identities;
    private final Owners owners;
    private final ByteMeter meter;

    /** @param run tells the identities of one run from those of another */
    IphlpapiSession(WindowsApi windows, NetworkInterfaces interfaces, long run) {
        zones = new Zones(interfaces);
        tables = new SocketTables(windows, new TableCodec(zones));
        identities = new Identities(run);
        owners = new Owners(windows);
        meter = new ByteMeter(windows);
    }

    /** @throws dev.netwatch.domain.notice.SourceException if not one table could be read */
    Sample sample(Instant takenAt, long nanos) {
        zones.begin();
        SocketTables.Read read = tables.read();
        owners.begin(); // after the tables: who bound a socket and ended since is not found, rather than another
        identities.begin();
        meter.begin();
        List<SocketSample> open = new ArrayList<>(read.rows().size());
        for (SocketRow row : read.rows()) {
            open.add(meter.measured(socket(row), row));
        }
        List<Notice> reasons = new ArrayList<>(ALWAYS);
        reasons.addAll(meter.notices());
        reasons.addAll(owners.problems());
        reasons.addAll(read.problems());
        Coverage.Level level = read.problems().isEmpty() ? Coverage.Level.SAMPLED : Coverage.Level.PARTIAL;
        return new Sample(takenAt, nanos, open, List.of(), new Coverage(level, reasons, 0));
    }

    private SocketSample socket(SocketRow row) {
        SocketState state = row.state();
        Owner owner = owners.of(row);
        boolean waits = state == SocketState.LISTEN || state == SocketState.OPEN;
        return new SocketSample(
                identities.of(row),
                row.tuple(),
                state,
                owner,
                Optional.empty(),
                Optional.empty(),
                waits ? Optional.of(Direction.LISTENING) : Optional.empty(),
                state.isSynchronized() ? Optional.of(Outcome.ESTABLISHED) : Optional.empty(),
                Scope.UNKNOWN);
    }

    void close() {
        meter.close();
    }
}
