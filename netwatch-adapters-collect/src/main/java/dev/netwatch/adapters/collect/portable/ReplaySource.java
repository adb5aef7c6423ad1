package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * One recorded sample for each call, with its recorded times: rates come out as they were, however fast the caller
 * ticks. In a loop, each round continues the times of the last and gives the sockets other identities, because a
 * socket closes once in its life.
 */
/**
 * Plays a recording. When it is over, it keeps returning the last sample's open sockets, with time going on and the
 * reason {@code replay-over} in the coverage; a loop begins anew instead.
 */
final class ReplaySource implements ConnectionSource {
    /** The code of the notice in the coverage of every sample after the last recorded one. */
    static final String OVER = "replay-over";

    private final Path file;
    private final boolean loop;
    private final Clock clock;
    private @Nullable RecordingFile recording;
    private @Nullable Sample last;
    private @Nullable Sample first;
    private long lastAt;
    private int round = 1;
    private Duration shift = Duration.ZERO;

    ReplaySource(Path file, boolean loop, Clock clock) {
        this.file = file;
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "replay";
    }

    /** What the recorded source promised; nothing if the file cannot be read. */
    @Override
    public Set<Capability> capabilities() {
        if (recording != null) {
            return recording.capabilities();
        }
        try (RecordingFile peeked = new RecordingFile(file)) {
            return peeked.capabilities();
        } catch (SourceException toldBySample) {
            return Set.of();
        }
    }

    @Override
    public int rank() {
        return -1;
    }

    @Override
    public Optional<Notice> refusal() {
        return Files.isReadable(file)
                ? Optional.empty()
                : Optional.of(Notice.error(
                        "recording-unreadable", file + " cannot be read; name a file made by netwatch record."));
    }

    @Override
    public Sample sample() {
        Sample next = next().or(this::again).orElseGet(this::over);
        if (first == null) {
            first = next;
        }
        return next;
    }

    private Optional<Sample> next() {
        if (recording == null) {
            recording = new RecordingFile(file);
        }
        Optional<Sample> read = recording.next().map(this::shifted);
        read.ifPresent(sample -> {
            last = sample;
            lastAt = clock.nanos();
        });
        return read;
    }

    private Optional<Sample> again() {
        if (!loop || last == null || first == null) {
            return Optional.empty();
        }
        release();
        round++;
        shift = Duration.ofNanos(
                last.nanos() - first.nanos() + Duration.ofSeconds(1).toNanos());
        return next();
    }

    private Sample shifted(Sample sample) {
        return round == 1
                ? sample
                : new Sample(
                        sample.takenAt().plus(shift),
                        sample.nanos() + shift.toNanos(),
                        renamed(sample.open()),
                        renamed(sample.closed()),
                        sample.coverage());
    }

    private List<SocketSample> renamed(List<SocketSample> sockets) {
        return sockets.stream()
                .map(socket -> new SocketSample(
                        new SocketId(socket.id().value() + "~" + round),
                        socket.tuple(),
                        socket.state(),
                        socket.owner(),
                        socket.counters(),
                        socket.metrics(),
                        socket.direction(),
                        socket.outcome(),
                        socket.scope()))
                .toList();
    }

    private Sample over() {
        if (last == null) {
            throw new SourceException(
                    Notice.error("recording-empty", file + " holds no sample; record for longer than one interval."));
        }
        long passed = Math.max(0, clock.nanos() - lastAt);
        return new Sample(
                last.takenAt().plusNanos(passed), last.nanos() + passed, last.open(), List.of(), overCoverage(last));
    }

    private static Coverage overCoverage(Sample last) {
        List<Notice> reasons = new ArrayList<>(last.coverage().reasons());
        reasons.add(Notice.info(OVER, "The recording is over; this is its last sample."));
        Coverage.Level level = last.coverage().level();
        return new Coverage(level == Coverage.Level.COMPLETE ? Coverage.Level.SAMPLED : level, reasons, 0);
    }

    private void release() {
        if (recording != null) {
            recording.close();
            recording = null;
        }
    }

    /** A sample after this begins the recording anew. */
    @Override
    public void close() {
        release();
        last = null;
        first = null;
        round = 1;
        shift = Duration.ZERO;
    }
}
