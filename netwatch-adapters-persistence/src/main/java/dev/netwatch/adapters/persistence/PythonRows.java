package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.notice.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a Python netwatch. Nothing in them is trusted, and no row is given up for one bad column. */
final class PythonRows {
    /** Imported names were often a registry's instead of the owner's, so they are soon asked for again. */
    private static final Duration NAME_LIFE = Duration.ofDays(7);

    private static final Duration NO_NAME_LIFE = Duration.ofDays(1);

    private static final int HIGHEST_PORT = 0xffff;

    private final Instant now;
    private final Instant newest;
    private int count;
    private int malformed;

    /** @param newest when the file was last written: what a row without a readable time is at least as old as */
    PythonRows(Instant now, Instant newest) {
        this.now = now;
        this.newest = newest;
    }

    /** How many rows came over. */
    int count() {
        return count;
    }

    /** Says how many of them were not quite readable, if any. */
    Optional<Notice> complaint() {
        return malformed == 0
                ? Optional.empty()
                : Optional.of(Notice.warning(
                        "history-import-malformed",
                        malformed + " of the imported rows had a port, time, count or protocol that could not be read;"
                                + " they are kept with what could."));
    }

    void connection(ResultSet row, ImportMapper mapper) throws SQLException {
        Faults faults = new Faults();
        ShownHost shown = ShownHost.of(text(row, "remote_host"));
        String portText = text(row, "remote_port");
        Integer port = port(portText);
        faults.note(port == null);
        Protocol protocol = protocol(text(row, "protocol"), faults);
        Optional<Instant> first = time(text(row, "first_seen"));
        Optional<Instant> last = time(text(row, "last_seen"));
        faults.note(first.isEmpty() || last.isEmpty());
        Instant firstSeen = first.or(() -> last).orElse(newest);
        Instant lastSeen = last.or(() -> first).orElse(newest);
        mapper.insertConnection(new ImportMapper.ImportedRow(
                text(row, "process"),
                shown.remote(),
                shown.address() == null ? null : shown.address().toString(),
                port,
                portText,
                protocol,
                Times.toMicros(firstSeen.isAfter(lastSeen) ? lastSeen : firstSeen),
                Times.toMicros(lastSeen),
                timesSeen(text(row, "times_seen"), faults),
                Times.toMicros(now)));
        if (shown.address() != null && shown.organisation() != null) {
            insertName(mapper, shown.address(), shown.organisation(), lastSeen);
        }
        done(faults);
    }

    void whois(ResultSet row, ImportMapper mapper) throws SQLException {
        Faults faults = new Faults();
        IpAddress address = ShownHost.addressIn(text(row, "ip_address"));
        Optional<Instant> learned = time(text(row, "cached_at"));
        faults.note(address == null || learned.isEmpty());
        if (address != null) {
            insertName(mapper, address, text(row, "org_name").strip(), learned.orElse(newest));
        }
        done(faults);
    }

    private void insertName(ImportMapper mapper, IpAddress address, String organisation, Instant learned) {
        String text = organisation.isEmpty() ? null : organisation;
        Duration life = text == null ? NO_NAME_LIFE : NAME_LIFE;
        mapper.insertName(
                address.toString(),
                NameKind.ORGANISATION,
                text,
                Times.toMicros(learned),
                Times.toMicros(now.plus(life)));
    }

    void excluded(ResultSet row, ImportMapper mapper) throws SQLException {
        Faults faults = new Faults();
        String process = text(row, "process_name");
        Optional<Instant> added = time(text(row, "added_at"));
        faults.note(process.isBlank() || added.isEmpty());
        if (!process.isBlank()) {
            mapper.insertExclusion(process, Times.toMicros(added.orElse(newest)));
        }
        done(faults);
    }

    private void done(Faults faults) {
        count++;
        malformed += faults.any ? 1 : 0;
    }

    /** Whether anything was wrong with a row. */
    private static final class Faults {
        private boolean any;

        void note(boolean fault) {
            any |= fault;
        }
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static @Nullable Integer port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            return port < 0 || port > HIGHEST_PORT ? null : port;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Protocol protocol(String text, Faults faults) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        faults.note(!upper.equals("TCP") && !upper.equals("UDP"));
        return upper.startsWith("UDP") ? Protocol.UDP : Protocol.TCP;
    }

    private static long timesSeen(String text, Faults faults) {
        try {
            long times = Long.parseLong(text);
            faults.note(times < 1);
            return Math.max(1, Math.min(times, Integer.MAX_VALUE));
        } catch (NumberFormatException e) {
            faults.note(true);
            return 1;
        }
    }

    /** ISO 8601 with an offset; without one, UTC. */
    private static Optional<Instant> time(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException e) {
            return localTime(iso);
        }
    }

    private static Optional<Instant> localTime(String iso) {
        try {
            return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
