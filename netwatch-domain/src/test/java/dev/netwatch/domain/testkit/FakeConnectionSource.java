package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A socket table that a test writes itself. Thread-safe. By default it promises everything and has the rank 0. */
public final class FakeConnectionSource implements ConnectionSource {
    private final Clock clock;
    private final String id;
    private final int rank;
    private final Set<Capability> capabilities;
    private final Map<SocketId, SocketSample> open = new LinkedHashMap<>();
    private final List<SocketSample> closed = new ArrayList<>();
    private Coverage coverage = Coverage.FULL;
    private Optional<Notice> refusal = Optional.empty();
    private Optional<Notice> failure = Optional.empty();
    private int samples;
    private int closings;

    public FakeConnectionSource(Clock clock) {
        this(clock, "fake", 0, Set.of(Capability.values()));
    }

    public FakeConnectionSource(Clock clock, String id, int rank, Set<Capability> capabilities) {
        this.clock = clock;
        this.id = id;
        this.rank = rank;
        this.capabilities = Set.copyOf(capabilities);
    }

    /** Opens a socket, or changes the one with the same identity. */
    public synchronized FakeConnectionSource put(SocketSample socket) {
        open.put(socket.id(), socket);
        return this;
    }

    /** Closes a socket: the next sample reports it among the closed, as it was last put. */
    public synchronized FakeConnectionSource end(SocketId socket) {
        Optional.ofNullable(open.remove(socket)).ifPresent(closed::add);
        return this;
    }

    /** Reports a socket as closed that no sample ever showed open. */
    public synchronized FakeConnectionSource endUnseen(SocketSample socket) {
        closed.add(socket);
        return this;
    }

    /** Takes a socket away without a word. */
    public synchronized FakeConnectionSource vanish(SocketId socket) {
        open.remove(socket);
        return this;
    }

    /** What later samples say about their completeness. */
    public synchronized FakeConnectionSource cover(Coverage told) {
        coverage = told;
        return this;
    }

    public synchronized FakeConnectionSource refuse(Notice why) {
        refusal = Optional.of(why);
        return this;
    }

    /** Makes every sample fail until {@link #recover}. */
    public synchronized FakeConnectionSource fail(Notice why) {
        failure = Optional.of(why);
        return this;
    }

    public synchronized FakeConnectionSource recover() {
        failure = Optional.empty();
        return this;
    }

    /** Opens a scripted conversation in this table. */
    public Traffic open(Traffic.Kind kind) {
        return new ScriptedTraffic(this, kind);
    }

    /** How often it was sampled. */
    public synchronized int samples() {
        return samples;
    }

    /** How often it was closed. */
    public synchronized int closings() {
        return closings;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public synchronized Optional<Notice> refusal() {
        return refusal;
    }

    @Override
    public synchronized Sample sample() {
        samples++;
        if (failure.isPresent()) {
            throw new SourceException(failure.get());
        }
        Sample sample = new Sample(clock.now(), clock.nanos(), List.copyOf(open.values()), closed, coverage);
        closed.clear();
        return sample;
    }

    @Override
    public synchronized void close() {
        closings++;
    }
}
