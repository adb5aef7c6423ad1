package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link ProcNetSource} remembers from one sample to the next. Not thread-safe. */
final class ProcNetSession {
    private static final List<Notice> ALWAYS = List.of(
            Notice.info("no-bytes", "/proc/net counts no bytes."),
            Notice.info("between-samples", "What opens and closes between two samples is not seen."),
            Notice.info("one-namespace", "Only the network namespace netwatch runs in is seen."));

    private final LinuxSystem system;
    private final ProcSocketOwners processes;
    private final OwnerBook book;
    private final Namespace namespace;
    private final Identities identities;
    private Map<SocketId, ProcNetSocket> before = new HashMap<>();

    ProcNetSession(LinuxSystem system) {
        this.system = system;
        namespace = Namespace.read(system.proc());
        identities = new Identities(namespace);
        processes = new ProcSocketOwners(
                new FileDescriptors(system.proc()),
                new ProcessReader(system.proc()),
                new ProcessPlaces(system.proc(), new ContainerNames(Path.of("/"))));
        book = new OwnerBook(new Users(system.passwd()), namespace);
    }

    Sample sample(Instant takenAt, long nanos) {
        List<Notice> reasons = new ArrayList<>(ALWAYS);
        Map<SocketId, ProcNetSocket> now = new HashMap<>();
        long unreadable = read("tcp", Protocol.TCP, now)
                + read("tcp6", Protocol.TCP, now)
                + read("udp", Protocol.UDP, now)
                + read("udp6", Protocol.UDP, now);
        if (unreadable > 0) {
            reasons.add(Notice.warning("unreadable", unreadable + " lines of /proc/net could not be read."));
        }
        own(now, reasons);
        before = now;
        List<SocketSample> open = new ArrayList<>(now.size());
        now.forEach((id, socket) -> open.add(sample(id, socket)));
        Coverage.Level level = unreadable > 0 ? Coverage.Level.PARTIAL : Coverage.Level.SAMPLED;
        return new Sample(takenAt, nanos, open, List.of(), new Coverage(level, reasons, 0).in(1));
    }

    /** @return how many lines could not be read; a table that is missing has none (IPv6 switched off) */
    private long read(String table, Protocol protocol, Map<SocketId, ProcNetSocket> into) {
        Path file = system.proc().resolve("net").resolve(table);
        try {
            String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n");
            long unreadable = 0;
            for (int i = 1; i < lines.length; i++) {
                Optional<ProcNetLine> line = ProcNetLine.parse(lines[i], protocol, ByteOrder.nativeOrder());
                unreadable += line.isPresent() ? 0 : 1;
                line.ifPresent(found -> into.computeIfAbsent(identify(found), id -> known(id, found)));
            }
            return unreadable;
        } catch (NoSuchFileException e) {
            if (table.equals("tcp")) {
                throw failed(file, e);
            }
            return 0;
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static SourceException failed(Path file, IOException cause) {
        return new SourceException(
                Notice.error("procfs-refused", file + " cannot be read (" + cause.getMessage() + ")."), cause);
    }

    private SocketId identify(ProcNetLine line) {
        String remote = line.tuple().remote().map(Object::toString).orElse("*");
        return identities.id(line.tuple().protocol() + "-" + line.tuple().local() + "-" + remote + "-" + line.inode());
    }

    private ProcNetSocket known(SocketId id, ProcNetLine line) {
        ProcNetSocket made = new ProcNetSocket(line);
        ProcNetSocket last = before.get(id);
        if (last != null) {
            made.holder = last.holder;
            made.owner = last.owner;
        }
        return made;
    }

    private void own(Map<SocketId, ProcNetSocket> sockets, List<Notice> reasons) {
        LongMap<ProcNetSocket> wanted = new LongMap<>();
        for (ProcNetSocket socket : sockets.values()) {
            if (socket.line.inode() != 0 && !socket.isOwned()) {
                wanted.put(socket.line.inode(), socket);
            }
        }
        LongMap<ProcNetSocket> sought = wanted.copy();
        processes.resolve(wanted);
        processes.check();
        sought.forEach(this::settle);
        long hidden = sockets.values().stream()
                .filter(socket -> socket.owner.attribution() == Attribution.NO_PERMISSION)
                .count();
        OwnerNotice.withoutPermission(hidden).ifPresent(reasons::add);
    }

    private void settle(ProcNetSocket socket) {
        Holder holder = socket.holder;
        socket.owner = holder != null && !holder.stale
                ? book.named(holder, socket.line.uid())
                : book.unresolved(socket.line.uid(), processes.wasRefused());
    }

    private SocketSample sample(SocketId id, ProcNetSocket socket) {
        SocketState state = socket.line.state();
        Scope bare = identities.scope(0);
        Holder holder = socket.holder;
        boolean waits = state == SocketState.LISTEN
                || state == SocketState.OPEN && socket.line.tuple().remote().isEmpty();
        return new SocketSample(
                id,
                socket.line.tuple(),
                state,
                socket.owner,
                Optional.empty(),
                Optional.empty(),
                waits ? Optional.of(Direction.LISTENING) : Optional.empty(),
                state.isSynchronized() ? Optional.of(Outcome.ESTABLISHED) : Optional.empty(),
                holder == null ? bare : bare.runningIn(holder.place.container(), holder.place.unit()));
    }
}
