package dev.netwatch.adapters.collect.portable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.netwatch.domain.connection.Ancestor;
import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.Scope;
import dev.netwatch.domain.sample.SocketSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Writes the lines of a {@link Recording}. */
final class SampleWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final boolean arguments;

    /** @param arguments whether to keep the arguments of processes, which may hold secrets */
    SampleWriter(boolean arguments) {
        this.arguments = arguments;
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] line(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** The first line. */
    byte[] header(String source, Collection<Capability> capabilities) throws IOException {
        return line(json -> {
            json.writeStringField("schema", Recording.SCHEMA);
            json.writeStringField("source", source);
            json.writeArrayFieldStart("capabilities");
            for (Capability capability : capabilities) {
                json.writeString(Recording.word(capability));
            }
            json.writeEndArray();
        });
    }

    /** A sample's line. */
    byte[] sample(Sample sample) throws IOException {
        return line(json -> {
            json.writeStringField("takenAt", sample.takenAt().toString());
            json.writeNumberField("nanos", sample.nanos());
            coverage(json, sample.coverage());
            sockets(json, "open", sample.open());
            sockets(json, "closed", sample.closed());
        });
    }

    private static void coverage(JsonGenerator json, Coverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeStringField("level", Recording.word(coverage.level()));
        json.writeNumberField("lost", coverage.lost());
        if (coverage.networkNamespaces().isPresent()) {
            json.writeNumberField(
                    "networkNamespaces", coverage.networkNamespaces().getAsInt());
        }
        json.writeArrayFieldStart("reasons");
        for (Notice reason : coverage.reasons()) {
            json.writeStartObject();
            json.writeStringField("code", reason.code());
            json.writeStringField("severity", Recording.word(reason.severity()));
            json.writeStringField("sentence", reason.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void sockets(JsonGenerator json, String name, List<SocketSample> sockets) throws IOException {
        json.writeArrayFieldStart(name);
        for (SocketSample socket : sockets) {
            socket(json, socket);
        }
        json.writeEndArray();
    }

    private void socket(JsonGenerator json, SocketSample socket) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", socket.id().value());
        json.writeStringField("protocol", Recording.word(socket.tuple().protocol()));
        endpoint(json, "local", socket.tuple().local());
        if (socket.tuple().remote().isPresent()) {
            endpoint(json, "remote", socket.tuple().remote().get());
        }
        json.writeStringField("state", Recording.word(socket.state()));
        owner(json, socket.owner());
        if (socket.counters().isPresent()) {
            counters(json, socket.counters().get());
        }
        if (socket.metrics().isPresent()) {
            json.writeObjectFieldStart("tcp");
            json.writeNumberField("rttMicros", socket.metrics().get().rttMicros());
            if (socket.metrics().get().retransmits().isPresent()) {
                json.writeNumberField(
                        "retransmits", socket.metrics().get().retransmits().getAsLong());
            }
            json.writeEndObject();
        }
        text(json, "direction", socket.direction().map(Recording::word));
        text(json, "outcome", socket.outcome().map(Recording::word));
        scope(json, socket.scope());
        json.writeEndObject();
    }

    private static void endpoint(JsonGenerator json, String name, Endpoint endpoint) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("address", endpoint.address().toString());
        json.writeNumberField("port", endpoint.port());
        json.writeEndObject();
    }

    private void owner(JsonGenerator json, Owner owner) throws IOException {
        json.writeObjectFieldStart("owner");
        json.writeStringField("attribution", Recording.word(owner.attribution()));
        if (owner.uid().isPresent()) {
            json.writeNumberField("uid", owner.uid().getAsLong());
        }
        text(json, "user", owner.user());
        if (owner.process().isPresent()) {
            process(json, owner.process().get());
        }
        json.writeEndObject();
    }

    private void process(JsonGenerator json, ProcessRef process) throws IOException {
        json.writeObjectFieldStart("process");
        json.writeNumberField("pid", process.pid());
        text(json, "startedAt", process.startedAt().map(Object::toString));
        json.writeStringField("name", process.name());
        text(json, "executable", process.executable());
        if (process.parentPid().isPresent()) {
            json.writeNumberField("parentPid", process.parentPid().getAsLong());
        }
        ancestors(json, process.ancestors());
        if (arguments) {
            json.writeArrayFieldStart("arguments");
            for (String argument : process.arguments()) {
                json.writeString(argument);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void ancestors(JsonGenerator json, List<Ancestor> ancestors) throws IOException {
        if (ancestors.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("ancestors");
        for (Ancestor ancestor : ancestors) {
            json.writeStartObject();
            json.writeNumberField("pid", ancestor.id().pid());
            text(json, "startedAt", ancestor.id().startedAt().map(Object::toString));
            json.writeStringField("name", ancestor.name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void counters(JsonGenerator json, ByteCounters counters) throws IOException {
        json.writeObjectFieldStart("bytes");
        json.writeNumberField("received", counters.received());
        json.writeNumberField("sent", counters.sent());
        json.writeStringField("receivedQuality", Recording.word(counters.receivedQuality()));
        json.writeStringField("sentQuality", Recording.word(counters.sentQuality()));
        json.writeEndObject();
    }

    private static void scope(JsonGenerator json, Scope scope) throws IOException {
        json.writeObjectFieldStart("scope");
        text(json, "netns", scope.networkNamespace());
        if (scope.container().isPresent()) {
            container(json, scope.container().get());
        }
        text(json, "unit", scope.unit());
        text(json, "interface", scope.networkInterface());
        json.writeEndObject();
    }

    private static void container(JsonGenerator json, Container container) throws IOException {
        json.writeObjectFieldStart("container");
        json.writeStringField("engine", Recording.word(container.engine()));
        json.writeStringField("id", container.id());
        text(json, "name", container.name());
        text(json, "pod", container.pod());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
