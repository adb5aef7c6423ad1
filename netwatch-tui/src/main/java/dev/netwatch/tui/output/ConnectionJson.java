package dev.netwatch.tui.output;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.track.Connection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code netwatch.connection.v1}: one connection as one line of JSON. Every field is there, null where its value is not
 * known. Version 1 only ever gains fields.
 */
public final class ConnectionJson {
    public static final String SCHEMA = "netwatch.connection.v1";

    private final boolean arguments;

    /** @param arguments whether command lines are told; they may hold secrets */
    public ConnectionJson(boolean arguments) {
        this.arguments = arguments;
    }

    /** As {@code list} tells it. */
    public String line(Connection connection, Instant at) {
        return JsonLine.of(json -> {
            head(json, connection, at);
            body(json, connection);
        });
    }

    /** As {@code stream} tells it. */
    public String line(ConnectionEvent event) {
        return JsonLine.of(json -> {
            head(json, event.connection(), event.at());
            json.word("event", event.kind());
            body(json, event.connection());
        });
    }

    private void head(JsonLine json, Connection connection, Instant at) throws IOException {
        json.text("schema", SCHEMA)
                .text("time", JsonLine.time(at))
                .text("id", connection.id().value());
    }

    private void body(JsonLine json, Connection connection) throws IOException {
        json.word("protocol", connection.protocol())
                .word("state", connection.state())
                .word("direction", connection.direction());
        endpoint(json, "local", Optional.of(connection.local()));
        endpoint(json, "remote", connection.remote());
        owner(json, connection.owner());
        bytes(json, connection.counters());
        var metrics = connection.socket().metrics();
        json.number(
                        "rttMicros",
                        metrics.map(m -> OptionalLong.of(m.rttMicros())).orElse(OptionalLong.empty()))
                .number("retransmits", metrics.map(m -> m.retransmits()).orElse(OptionalLong.empty()))
                .time("openedAt", connection.openedAt())
                .time("closedAt", connection.closedAt());
        names(json, connection);
        json.text("netns", connection.networkNamespace());
        container(json, connection.container());
        json.text("unit", connection.unit())
                .text("interface", connection.socket().scope().networkInterface())
                .word("familiarity", connection.familiarity())
                .number("timesSeen", connection.timesSeen())
                .word("outcome", connection.socket().outcome());
    }

    private static void container(JsonLine json, Optional<Container> container) throws IOException {
        json.text("container", container.map(Container::label))
                .text("containerId", container.map(Container::id))
                .word("engine", container.map(Container::engine))
                .text("pod", container.flatMap(Container::pod));
    }

    private static void endpoint(JsonLine json, String field, Optional<Endpoint> endpoint) throws IOException {
        if (endpoint.isEmpty()) {
            json.nothing(field);
            return;
        }
        json.object(
                field,
                fields -> fields.text("address", endpoint.get().address().toString())
                        .number("port", endpoint.get().port()));
    }

    private void owner(JsonLine json, Owner owner) throws IOException {
        if (owner.process().isPresent()) {
            json.object("process", fields -> process(fields, owner.process().get()));
        } else {
            json.nothing("process");
        }
        json.number("uid", owner.uid()).text("user", owner.user()).word("attribution", owner.attribution());
    }

    private void process(JsonLine json, ProcessRef process) throws IOException {
        json.number("pid", process.pid())
                .time("startedAt", process.startedAt())
                .text("name", process.name())
                .text("executable", process.executable());
        if (arguments) {
            json.texts("arguments", process.arguments());
        } else {
            json.nothing("arguments");
        }
        json.number("parentPid", process.parentPid());
    }

    static void bytes(JsonLine json, Optional<ByteCounters> counters) throws IOException {
        json.object(
                "bytes",
                fields -> fields.number(
                                "received",
                                counters.map(c -> OptionalLong.of(c.received())).orElse(OptionalLong.empty()))
                        .number(
                                "sent",
                                counters.map(c -> OptionalLong.of(c.sent())).orElse(OptionalLong.empty()))
                        .word("quality", ByteCounters.qualityOf(counters)));
    }

    /* null: not known (yet); an empty list: asked, and there is none. */
    private static void names(JsonLine json, Connection connection) throws IOException {
        Answer host = connection.name().host();
        json.text("name", host.name());
        if (host instanceof Answer.Found found) {
            json.objects(
                    "names",
                    List.of(found),
                    name -> json.text("name", name.text())
                            .text("evidence", name.evidence())
                            .text("at", JsonLine.time(name.at())));
        } else if (host instanceof Answer.Absent) {
            json.texts("names", List.of());
        } else {
            json.nothing("names");
        }
        json.text("organisation", connection.name().organisation().name());
    }
}
