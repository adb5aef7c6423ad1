package dev.netwatch.tui.output;

import dev.netwatch.domain.history.Exclusion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is hidden, as JSON (schema {@code netwatch.exclusion.v1}) or as a table. */
public final class ExclusionReport {
    public static final String SCHEMA = "netwatch.exclusion.v1";

    /**
     * One line of it.
     *
     * @param addedAt empty where the configuration file names it
     */
    public record Entry(String process, Optional<Instant> addedAt) {
        public static Entry of(Exclusion stored) {
            return new Entry(stored.process(), Optional.of(stored.addedAt()));
        }
    }

    private ExclusionReport() {}

    public static List<String> json(List<Entry> entries) {
        return entries.stream()
                .map(entry -> JsonLine.of(json -> json.text("schema", SCHEMA)
                        .text("process", entry.process())
                        .time("addedAt", entry.addedAt())
                        .text("origin", entry.addedAt().isPresent() ? "user" : "configuration")))
                .toList();
    }

    public static List<String> table(List<Entry> entries, int width) {
        TextTable table = new TextTable(List.of(TextColumn.elastic("PROCESS", 10, 0), TextColumn.left("SINCE", 1)));
        entries.forEach(entry -> table.row(
                List.of(entry.process(), entry.addedAt().map(JsonLine::time).orElse("(configuration file)"))));
        return table.lines(width);
    }
}
