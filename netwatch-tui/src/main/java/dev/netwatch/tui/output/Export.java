package dev.netwatch.tui.output;

import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.tui.state.ExportFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows as the text of a file: each open connection of a row, and of a row that has none the one that closed last, in the
 * order of the rows.
 *
 * @param at when the rows were seen
 */
public record Export(List<TrafficRow> rows, Instant at) {
    public Export {
        rows = List.copyOf(rows);
    }

    /** One for each object or line behind the header. */
    public List<Connection> connections() {
        List<Connection> all = new ArrayList<>();
        for (TrafficRow row : rows) {
            all.addAll(row.isStale() ? List.of(row.speaker()) : row.open());
        }
        return all;
    }

    /** @param text is written to in pieces, so that a large table need not be held as one text */
    public void write(ExportFormat format, Appendable text) throws IOException {
        switch (format) {
            case CSV -> csv(text);
            case JSON -> json(text);
            case NDJSON -> ndjson(text);
        }
    }

    private void csv(Appendable text) throws IOException {
        text.append(ConnectionCsv.header());
        for (Connection connection : connections()) {
            text.append(ConnectionCsv.line(connection, at));
        }
    }

    private void ndjson(Appendable text) throws IOException {
        ConnectionJson json = new ConnectionJson(false);
        for (Connection connection : connections()) {
            text.append(json.line(connection, at)).append('\n');
        }
    }

    private void json(Appendable text) throws IOException {
        ConnectionJson json = new ConnectionJson(false);
        String before = "[\n";
        for (Connection connection : connections()) {
            text.append(before).append(json.line(connection, at));
            before = ",\n";
        }
        text.append(before.startsWith("[") ? "[]\n" : "\n]\n");
    }
}
