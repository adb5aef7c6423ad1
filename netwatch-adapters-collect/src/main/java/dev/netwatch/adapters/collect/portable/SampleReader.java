package dev.netwatch.adapters.collect.portable;

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
import java.time.DateTimeException;
import java.time.Instant;

/** Reads the lines of a {@link Recording}. */
final class SampleReader {
    private SampleReader() {}

    /**
     * Reads a sample's line.
     *
     * @throws IOException if it is no JSON
     * @throws IllegalArgumentException if it is no sample
     */
    static Sample read(String line) throws IOException {
        JsonFields fields = JsonFields.parse(line);
        return new Sample(
                instant(fields.text("takenAt")),
                fields.number("nanos"),
                fields.objects("open", SampleReader::socket),
                fields.objects("closed", SampleReader::socket),
                coverage(fields.object("coverage")));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time: " + text, e);
        }
    }

    private static Coverage coverage(JsonFields fields) {
        return new Coverage(
                Recording.constant(Coverage.Level.class, fields.text("level")),
                fields.objects("reasons", SampleReader::notice),
                fields.number("lost"),
                fields.optionalNumber("networkNamespaces").stream()
                        .mapToInt(Math::toIntExact)
                        .findFirst());
    }

    private static Notice notice(JsonFields fields) {
        return new Notice(
                fields.text("code"),
                Recording.constant(Notice.Severity.class, fields.text("severity")),
                fields.text("sentence"));
    }

    private static SocketSample socket(JsonFields fields) {
        FiveTuple tuple = new FiveTuple(
                Recording.constant(Protocol.class, fields.text("protocol")),
                endpoint(fields.object("local")),
                fields.optionalObject("remote").map(SampleReader::endpoint));
        return new SocketSample(
                new SocketId(fields.text("id")),
                tuple,
                Recording.constant(SocketState.class, fields.text("state")),
                owner(fields.object("owner")),
                fields.optionalObject("bytes").map(SampleReader::counters),
                fields.optionalObject("tcp").map(SampleReader::metrics),
                fields.optionalText("direction").map(word -> Recording.constant(Direction.class, word)),
                fields.optionalText("outcome").map(word -> Recording.constant(Outcome.class, word)),
                scope(fields.object("scope")));
    }

    private static Endpoint endpoint(JsonFields fields) {
        long port = fields.number("port");
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("no port: " + port);
        }
        return new Endpoint(IpAddress.parse(fields.text("address")), (int) port);
    }

    private static Owner owner(JsonFields fields) {
        return new Owner(
                Recording.constant(Attribution.class, fields.text("attribution")),
                fields.optionalObject("process").map(SampleReader::process),
                fields.optionalNumber("uid"),
                fields.optionalText("user"));
    }

    private static ProcessRef process(JsonFields fields) {
        return new ProcessRef(
                fields.number("pid"),
                fields.optionalText("startedAt").map(SampleReader::instant),
                fields.text("name"),
                fields.optionalText("executable"),
                fields.texts("arguments"),
                fields.optionalNumber("parentPid"),
                fields.objects("ancestors", SampleReader::ancestor));
    }

    private static Ancestor ancestor(JsonFields fields) {
        ProcessId id = new ProcessId(
                fields.number("pid"), fields.optionalText("startedAt").map(SampleReader::instant));
        return new Ancestor(id, fields.text("name"));
    }

    private static ByteCounters counters(JsonFields fields) {
        return new ByteCounters(
                fields.number("received"),
                fields.number("sent"),
                Recording.constant(ByteQuality.class, fields.text("receivedQuality")),
                Recording.constant(ByteQuality.class, fields.text("sentQuality")));
    }

    private static TcpMetrics metrics(JsonFields fields) {
        return new TcpMetrics(fields.number("rttMicros"), fields.optionalNumber("retransmits"));
    }

    private static Scope scope(JsonFields fields) {
        return new Scope(
                fields.optionalText("netns"),
                fields.optionalObject("container").map(SampleReader::container),
                fields.optionalText("unit"),
                fields.optionalText("interface"));
    }

    private static Container container(JsonFields fields) {
        return new Container(
                Recording.constant(Container.Engine.class, fields.text("engine")),
                fields.text("id"),
                fields.optionalText("name"),
                fields.optionalText("pod"));
    }
}
