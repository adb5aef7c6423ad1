package dev.netwatch.tui.output;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.track.Connection;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Connections as text for people: a table of all, or a line for each event. */
public final class ConnectionText {
    /** No limit to the width of a line. */
    public static final int UNLIMITED = TextTable.UNLIMITED;

    private static final List<TextColumn> COLUMNS = List.of(
            TextColumn.elastic("PROCESS", 10, 0),
            TextColumn.number("PID", 4),
            TextColumn.left("STATUS", 3),
            TextColumn.left("PROTO", 6),
            TextColumn.left("DIRECTION", 7),
            TextColumn.left("STATE", 8),
            TextColumn.elastic("LOCAL", 12, 9),
            TextColumn.elastic("REMOTE", 16, 0),
            TextColumn.elastic("ORGANISATION", 12, 5),
            TextColumn.number("RECEIVED", 1),
            TextColumn.number("SENT", 2));
    private static final TextColumn CONTAINER = TextColumn.elastic("CONTAINER", 12, 6);
    private static final TextColumn ARGUMENTS = TextColumn.elastic("ARGUMENTS", 12, 10);

    private final boolean arguments;
    private final DateTimeFormatter time;

    /** @param arguments whether command lines are shown; they may hold secrets */
    public ConnectionText(boolean arguments, ZoneId zone) {
        this.arguments = arguments;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    /** The head and a line for each, in this order. */
    public List<String> table(Collection<Connection> connections, int width) {
        boolean contained = connections.stream()
                .anyMatch(connection -> connection.container().isPresent());
        List<TextColumn> columns = contained ? and(COLUMNS, CONTAINER) : COLUMNS;
        TextTable table = new TextTable(arguments ? and(columns, ARGUMENTS) : columns);
        connections.forEach(connection -> table.row(cells(connection, contained)));
        return table.lines(width);
    }

    /** One event on one line. */
    public String line(ConnectionEvent event) {
        Connection connection = event.connection();
        String pid = pid(connection).map(number -> "(" + number + ")").orElse("");
        String line = String.join(
                "  ",
                time.format(event.at()),
                Columns.fit(JsonLine.word(event.kind()), 7, false),
                JsonLine.word(connection.protocol()),
                Columns.fit(connection.state().label(), 11, false),
                Cells.process(connection) + pid,
                connection.local() + " " + arrow(connection) + " " + Cells.peer(connection),
                "received " + Cells.received(connection),
                "sent " + Cells.sent(connection),
                Cells.familiarity(connection));
        return SafeText.keepingBlanks(line);
    }

    private static String arrow(Connection connection) {
        return switch (connection.direction()) {
            case OUTBOUND -> "->";
            case INBOUND -> "<-";
            case LISTENING -> "listens";
            case UNKNOWN -> "--";
        };
    }

    private List<String> cells(Connection connection, boolean contained) {
        List<String> cells = List.of(
                Cells.process(connection),
                pid(connection).orElse(Cells.UNKNOWN),
                connection.remote().isPresent() ? Cells.familiarity(connection) : "",
                JsonLine.word(connection.protocol()),
                JsonLine.word(connection.direction()),
                connection.state().label(),
                connection.local().toString(),
                Cells.peer(connection),
                connection.name().organisation().name().orElse(""),
                Cells.received(connection),
                Cells.sent(connection));
        List<String> placed = contained ? and(cells, container(connection)) : cells;
        return arguments ? and(placed, arguments(connection)) : placed;
    }

    private static String container(Connection connection) {
        return connection.container().map(Container::label).orElse("");
    }

    private static String arguments(Connection connection) {
        return connection
                .owner()
                .process()
                .map(process -> String.join(" ", process.arguments()))
                .orElse("");
    }

    private static Optional<String> pid(Connection connection) {
        return connection.owner().process().map(process -> String.valueOf(process.pid()));
    }

    private static <T> List<T> and(List<T> items, T last) {
        List<T> all = new java.util.ArrayList<>(items);
        all.add(last);
        return all;
    }
}
