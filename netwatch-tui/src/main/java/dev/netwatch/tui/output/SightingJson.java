package dev.netwatch.tui.output;

import dev.netwatch.domain.history.Sighting;

/** {@code netwatch.sighting.v1}: one remembered peer as one line of JSON. Every field is there, null where unknown. */
public final class SightingJson {
    public static final String SCHEMA = "netwatch.sighting.v1";

    private SightingJson() {}

    public static String line(Sighting sighting) {
        return JsonLine.of(json -> json.text("schema", SCHEMA)
                .text("process", sighting.process().isEmpty() ? null : sighting.process())
                .text("processName", sighting.processName().isEmpty() ? null : sighting.processName())
                .text("remote", sighting.remote())
                .text("address", sighting.address().map(Object::toString))
                .number("port", sighting.port())
                .word("protocol", sighting.protocol())
                .text("firstSeen", JsonLine.time(sighting.firstSeen()))
                .text("lastSeen", JsonLine.time(sighting.lastSeen()))
                .number("timesSeen", sighting.runs())
                .object(
                        "bytes",
                        bytes -> bytes.number("received", sighting.received())
                                .number("sent", sighting.sent())
                                .word("quality", sighting.quality()))
                .text("name", sighting.hostName())
                .text("organisation", sighting.organisation()));
    }
}
