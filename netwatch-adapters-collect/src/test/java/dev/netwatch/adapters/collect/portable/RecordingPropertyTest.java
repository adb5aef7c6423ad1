package dev.netwatch.adapters.collect.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Ancestor;
import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Outcome;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessId;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketId;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordingPropertyTest {

    @Property(tries = 300)
    void aSampleComesBackAsItWas(@ForAll Random random) throws IOException {
        Sample sample = sample(random);
        String line = new String(new SampleWriter(true).sample(sample), StandardCharsets.UTF_8);
        assertEquals(1, line.chars().filter(character -> character == '\n').count(), "one line");
        assertEquals(sample, SampleReader.read(line));
    }

    @Property(tries = 100)
    void argumentsStayAwayUnlessAskedFor(@ForAll Random random) throws IOException {
        String line = new String(new SampleWriter(false).sample(sample(random)), StandardCharsets.UTF_8);
        Sample read = SampleReader.read(line);
        assertTrue(read.open().stream()
                .flatMap(socket -> socket.owner().process().stream())
                .allMatch(process -> process.arguments().isEmpty()));
    }

    /** Damaged lines are refused by the two exceptions the reader names, or still are samples; never anything else. */
    @Test
    void damagedLinesNeverCrashTheReader() throws IOException {
        Random random = new Random(20261122);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] line = new SampleWriter(true).sample(sample(random));
            damage(line, random);
            int length = random.nextBoolean() ? line.length : random.nextInt(line.length);
            try {
                SampleReader.read(new String(line, 0, length, StandardCharsets.UTF_8));
            } catch (IOException | IllegalArgumentException e) {
                refused++;
            }
        }
        assertTrue(refused > 10_000, "only " + refused + " refused");
    }

    private static void damage(byte[] line, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            line[random.nextInt(line.length)] = (byte) random.nextInt(256);
        }
    }

    private static Sample sample(Random random) {
        Instant takenAt = Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        return new Sample(takenAt, random.nextLong(), sockets(random), sockets(random), coverage(random));
    }

    private static Coverage coverage(Random random) {
        Coverage.Level level = any(random, Coverage.Level.values());
        List<Notice> reasons = level == Coverage.Level.COMPLETE
                ? List.of()
                : List.of(new Notice("some-code", any(random, Notice.Severity.values()), text(random)));
        return new Coverage(
                level,
                reasons,
                random.nextInt(1000),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(300)) : OptionalInt.empty());
    }

    private static List<SocketSample> sockets(Random random) {
        List<SocketSample> sockets = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            sockets.add(socket(random));
        }
        return sockets;
    }

    private static SocketSample socket(Random random) {
        FiveTuple tuple =
                new FiveTuple(any(random, Protocol.values()), endpoint(random), maybe(random, endpoint(random)));
        return new SocketSample(
                new SocketId("x" + text(random)),
                tuple,
                any(random, SocketState.values()),
                owner(random),
                maybe(random, counters(random)),
                maybe(
                        random,
                        new TcpMetrics(
                                random.nextInt(1 << 30),
                                random.nextBoolean() ? OptionalLong.of(random.nextInt(9)) : OptionalLong.empty())),
                maybe(random, any(random, Direction.values())),
                maybe(random, any(random, Outcome.values())),
                new Scope(
                        maybe(random, text(random)),
                        maybe(random, container(random)),
                        maybe(random, text(random)),
                        maybe(random, text(random))));
    }

    private static Container container(Random random) {
        return new Container(
                any(random, Container.Engine.values()),
                "x" + text(random),
                maybe(random, text(random)),
                maybe(random, text(random)));
    }

    private static Endpoint endpoint(Random random) {
        IpAddress address = random.nextBoolean()
                ? IpAddress.v4(random.nextInt())
                : random.nextBoolean()
                        ? IpAddress.v6(random.nextLong(), random.nextLong())
                        : IpAddress.v6(0xfe80L << 48, random.nextLong(), "eth" + random.nextInt(3));
        return new Endpoint(address, random.nextInt(0x10000));
    }

    private static Owner owner(Random random) {
        Attribution attribution = any(random, Attribution.values());
        boolean named = attribution == Attribution.OWNER || attribution == Attribution.INFERRED;
        ProcessRef process = new ProcessRef(
                random.nextInt(1 << 22),
                maybe(random, Instant.ofEpochMilli(random.nextInt())),
                text(random),
                maybe(random, text(random)),
                List.of(text(random), text(random)),
                random.nextBoolean() ? OptionalLong.of(random.nextInt(99)) : OptionalLong.empty(),
                random.nextBoolean() ? List.of() : List.of(ancestor(random), ancestor(random)));
        return new Owner(
                attribution,
                named ? Optional.of(process) : Optional.empty(),
                random.nextBoolean() ? OptionalLong.of(random.nextInt(99)) : OptionalLong.empty(),
                maybe(random, text(random)));
    }

    private static Ancestor ancestor(Random random) {
        ProcessId id = new ProcessId(random.nextInt(99), maybe(random, Instant.ofEpochMilli(random.nextInt())));
        return new Ancestor(id, text(random));
    }

    private static ByteCounters counters(Random random) {
        return new ByteCounters(random.nextLong() >>> 1, random.nextLong() >>> 1, quality(random), quality(random));
    }

    private static ByteQuality quality(Random random) {
        return random.nextBoolean() ? ByteQuality.EXACT : ByteQuality.ESTIMATED;
    }

    /** Text as processes make it: line ends, quotes, controls, what lies outside the basic plane; no lone surrogates. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int[] nasty = {'\n', '\r', '"', '\\', 0, 0x1b, 0x2028, 0x202e, 0x1f469, 'a', 'ß'};
            text.appendCodePoint(nasty[random.nextInt(nasty.length)]);
        }
        return text.toString();
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
