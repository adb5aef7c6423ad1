package dev.netwatch.tui.output;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.TcpMetrics;
import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.domain.track.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One connection as one record of comma-separated values; a field is empty where its value is not known.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class ConnectionCsv {
    private static final List<String> COLUMNS = List.of(
            "time",
            "id",
            "protocol",
            "state",
            "direction",
            "local_address",
            "local_port",
            "remote_address",
            "remote_port",
            "name",
            "organisation",
            "process",
            "pid",
            "executable",
            "uid",
            "user",
            "attribution",
            "container",
            "received",
            "sent",
            "quality",
            "rtt_micros",
            "retransmits",
            "opened_at",
            "closed_at",
            "familiarity",
            "times_seen");

    private ConnectionCsv() {}

    /** The names of the columns, with the line's end. */
    static String header() {
        return record(COLUMNS);
    }

    /** With the line's end. */
    static String line(Connection connection, Instant at) {
        Owner owner = connection.owner();
        Optional<ProcessRef> process = owner.process();
        Optional<ByteCounters> bytes = connection.counters();
        Optional<TcpMetrics> metrics = connection.socket().metrics();
        Optional<Endpoint> remote = connection.remote();
        return record(List.of(
                JsonLine.time(at),
                text(connection.id().value()),
                JsonLine.word(connection.protocol()),
                JsonLine.word(connection.state()),
                JsonLine.word(connection.direction()),
                text(connection.local().address().toString()),
                String.valueOf(connection.local().port()),
                text(remote.map(peer -> peer.address().toString())),
                known(remote.map(Endpoint::port)),
                text(connection.name().host().name()),
                text(connection.name().organisation().name()),
                text(process.map(ProcessRef::name)),
                known(process.map(ProcessRef::pid)),
                text(process.flatMap(ProcessRef::executable)),
                number(owner.uid()),
                text(owner.user()),
                JsonLine.word(owner.attribution()),
                text(connection.container().map(Container::label)),
                known(bytes.map(ByteCounters::received)),
                known(bytes.map(ByteCounters::sent)),
                JsonLine.word(ByteCounters.qualityOf(bytes)),
                known(metrics.map(TcpMetrics::rttMicros)),
                number(metrics.map(TcpMetrics::retransmits).orElse(OptionalLong.empty())),
                known(connection.openedAt().map(JsonLine::time)),
                known(connection.closedAt().map(JsonLine::time)),
                known(connection.familiarity().map(JsonLine::word)),
                number(connection.timesSeen())));
    }

    private static String record(List<String> fields) {
        return fields.stream().map(ConnectionCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /**
     * Foreign text: without control characters, and where a spreadsheet would take it for a formula behind an
     * apostrophe, which that does not show.
     *
     * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
     */
    private static String text(String foreign) {
        String safe = ForeignText.printable(foreign);
        return !safe.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe;
    }

    private static String text(Optional<String> foreign) {
        return foreign.map(ConnectionCsv::text).orElse("");
    }

    private static String known(Optional<?> value) {
        return value.map(String::valueOf).orElse("");
    }

    private static String number(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "";
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? String.valueOf(value.getAsInt()) : "";
    }
}
