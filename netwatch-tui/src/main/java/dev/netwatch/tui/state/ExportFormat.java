package dev.netwatch.tui.state;

import java.util.Locale;

/** What connections can be written into a file as. */
public enum ExportFormat {
    /** RFC 4180, with a header, for spreadsheets. */
    CSV,
    /** One array of {@code netwatch.connection.v1} objects. */
    JSON,
    /** One such object a line. */
    NDJSON;

    /** What the names of such files end with, without a dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
