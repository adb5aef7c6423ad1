package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a macOS source remembers from one sample to the next. Not thread-safe. */
final class MacSession {
    private static final int MOST_ARGUMENTS_AT_ONCE = 300;
    private static final Notice BETWEEN =
            Notice.info("between-samples", "What opens and closes between two samples is not seen.");
    private static final Notice NO_BYTES = Notice.info("no-bytes", "lsof counts no bytes.");
    private static final Notice NO_IDENTITY = Notice.info(
            "no-identity",
            "macOS tells sockets apart by process, endpoints and address in the kernel; one that is replaced at once by"
                    + " its like is taken for the same.");

    private final MacCommands commands;
    private final boolean counting;
    private final Notice rights;
    private final boolean root;
    private final InterfaceIndex interfaces;
    private final EndpointText endpoints;
    private final SocketListings listings = new SocketListings();
    private final Processes processes = new Processes();
    private final SocketLedger ledger = new SocketLedger();

    /**
     * @param counting whether nettop is asked too
     * @param rights what to tell one who is not root
     */
    MacSession(MacCommands commands, boolean counting, boolean root, Notice rights, NetworkInterfaces network) {
        this.commands = commands;
        this.counting = counting;
        this.root = root;
        this.rights = rights;
        interfaces = new InterfaceIndex(network);
        endpoints = new EndpointText(interfaces);
    }

    /** @throws dev.netwatch.domain.notice.SourceException if no program answered */
    Sample sample(Instant takenAt, long nanos) {
        interfaces.refresh();
        Optional<Reply<Listing<NettopRow>>> nettop =
                counting ? Optional.of(commands.nettop(endpoints)) : Optional.empty();
        SocketListings.Now now = listings.take(commands.lsof(endpoints), nettop, nanos);
        SocketMerge.Result merged = SocketMerge.of(now.sockets(), now.flows());
        List<Notice> losses = new ArrayList<>(now.losses());
        learn(merged.sockets()).ifPresent(losses::add);
        return new Sample(
                takenAt, nanos, open(merged.sockets(), takenAt), List.of(), coverage(losses, merged.shared()));
    }

    private Optional<Notice> learn(List<MacSocket> sockets) {
        Reply<Listing<PsProcess>> ps = commands.ps();
        ps.answer().ifPresentOrElse(listing -> processes.learn(listing.entries()), processes::grewOld);
        List<Long> wanted = sockets.stream()
                .map(MacSocket::pid)
                .distinct()
                .filter(processes::lacksArguments)
                .limit(MOST_ARGUMENTS_AT_ONCE)
                .toList();
        if (!wanted.isEmpty()) {
            commands.arguments(wanted).forEach(processes::learnArguments);
        }
        return ps.lossWith("processes that were known stay so");
    }

    private List<SocketSample> open(List<MacSocket> sockets, Instant at) {
        Map<Long, String> names = new HashMap<>();
        sockets.forEach(socket -> names.merge(socket.pid(), socket.name(), ShortName::longer));
        List<SocketSample> open = new ArrayList<>(sockets.size());
        ledger.begin();
        for (MacSocket socket : sockets) {
            open.add(sample(socket, processes.owner(socket.pid(), names.get(socket.pid()), at)));
        }
        ledger.end();
        return open;
    }

    private SocketSample sample(MacSocket socket, Owner owner) {
        SocketState state = socket.stateOrBest();
        boolean waits = state == SocketState.LISTEN
                || state == SocketState.OPEN && socket.tuple().remote().isEmpty();
        SocketLedger.Entered entered = ledger.enter(socket, owner.process().orElseThrow(), counters(socket, state));
        return new SocketSample(
                entered.id(),
                socket.tuple(),
                state,
                owner,
                entered.counters(),
                Optional.empty(),
                waits ? Optional.of(Direction.LISTENING) : Optional.empty(),
                state.isSynchronized() ? Optional.of(Outcome.ESTABLISHED) : Optional.empty(),
                Scope.UNKNOWN);
    }

    /** A socket that only waits carries nothing: a TCP listener, and a UDP socket without a peer before its first byte. */
    private static Optional<ByteCounters> counters(MacSocket socket, SocketState state) {
        boolean repeats = socket.tuple().protocol() == Protocol.TCP;
        boolean waits = socket.tuple().remote().isEmpty();
        return socket.traffic()
                .filter(traffic -> state != SocketState.LISTEN)
                .filter(traffic -> !waits || !traffic.bytes().isNothing())
                .map(traffic -> traffic.bytes().payload(traffic.byKernel(), repeats));
    }

    private Coverage coverage(List<Notice> losses, int shared) {
        List<Notice> reasons = new ArrayList<>(losses);
        if (!root) {
            reasons.add(rights);
        }
        if (shared > 0) {
            reasons.add(Notice.info(
                    "bytes-shared",
                    "The bytes of " + (shared == 1 ? "1 flow" : shared + " flows")
                            + " are not shown: several sockets of one process have the same endpoints."));
        }
        if (!counting) {
            reasons.add(NO_BYTES);
        }
        reasons.add(BETWEEN);
        reasons.add(NO_IDENTITY);
        return new Coverage(losses.isEmpty() ? Coverage.Level.SAMPLED : Coverage.Level.PARTIAL, reasons, 0);
    }
}
