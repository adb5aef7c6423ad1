package dev.netwatch.tui.output;

import dev.netwatch.domain.history.Sighting;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Remembered peers as a table for people. */
public final class SightingText {
    private static final List<TextColumn> COLUMNS = List.of(
            TextColumn.elastic("PROCESS", 10, 0),
            TextColumn.number("SEEN", 2),
            TextColumn.left("PROTO", 7),
            TextColumn.elastic("REMOTE", 15, 0),
            TextColumn.number("PORT", 1),
            TextColumn.elastic("NAME", 12, 5),
            TextColumn.elastic("ORGANISATION", 12, 6),
            TextColumn.left("FIRST SEEN", 8),
            TextColumn.left("LAST SEEN", 3),
            TextColumn.number("RECEIVED", 4),
            TextColumn.number("SENT", 4));

    private final DateTimeFormatter time;

    public SightingText(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /** The head and a line for each, in this order. */
    public List<String> table(Collection<Sighting> sightings, int width) {
        TextTable table = new TextTable(COLUMNS);
        for (Sighting sighting : sightings) {
            table.row(List.of(
                    sighting.processName().isEmpty() ? "(no owner)" : sighting.processName(),
                    sighting.runs() + "×",
                    JsonLine.word(sighting.protocol()),
                    sighting.remote(),
                    String.valueOf(sighting.port()),
                    sighting.hostName().orElse(""),
                    sighting.organisation().orElse(""),
                    time.format(sighting.firstSeen()),
                    time.format(sighting.lastSeen()),
                    Cells.bytes(sighting.received(), sighting.quality()),
                    Cells.bytes(sighting.sent(), sighting.quality())));
        }
        return table.lines(width);
    }
}
