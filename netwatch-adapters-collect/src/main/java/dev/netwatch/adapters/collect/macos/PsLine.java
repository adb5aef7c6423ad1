package dev.netwatch.adapters.collect.macos;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of {@code ps} that begins with numbers and names, then has a start time ({@code lstart}, in UTC), then one
 * text to the end of the line.
 *
 * @param before the words before the time; one of them may have blanks in it (a user of a Windows domain)
 * @param text as the process wrote it; foreign text
 */
record PsLine(List<String> before, Instant startedAt, String text) {
    /** {@code Sun Nov 22 16:04:33 2026}: always 24 characters in the C locale. */
    private static final int TIME_LENGTH = 24;

    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    /** A user's name and three numbers do not take more. */
    private static final int LAST_START = 512;

    /** Empty if no start time is in it. The first is taken: what the process wrote stands behind it. */
    static Optional<PsLine> parse(String line) {
        int last = Math.min(line.length() - TIME_LENGTH, LAST_START);
        for (int at = 0; at <= last; at++) {
            Optional<Instant> time = at == 0 || line.charAt(at - 1) == ' '
                    ? time(line.substring(at, at + TIME_LENGTH))
                    : Optional.empty();
            if (time.isPresent()) {
                String before = line.substring(0, at).strip();
                String text = line.substring(at + TIME_LENGTH).strip();
                return Optional.of(new PsLine(List.of(before.split(" +", -1)), time.get(), text));
            }
        }
        return Optional.empty();
    }

    /** The number at this place among the words. */
    OptionalLong number(int index) {
        return index < before.size() ? Numbers.parse(before.get(index)) : OptionalLong.empty();
    }

    private static Optional<Instant> time(String text) {
        int month = MONTHS.indexOf(text.substring(4, 7));
        if (!DAYS.contains(text.substring(0, 3)) || month < 0 || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return Optional.empty();
        }
        OptionalLong day = Numbers.parse(text.substring(8, 10).strip());
        OptionalLong hour = Numbers.parse(text.substring(11, 13));
        OptionalLong minute = Numbers.parse(text.substring(14, 16));
        OptionalLong second = Numbers.parse(text.substring(17, 19));
        OptionalLong year = Numbers.parse(text.substring(20));
        if (day.isEmpty() || hour.isEmpty() || minute.isEmpty() || second.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            (int) year.getAsLong(),
                            Month.of(month + 1),
                            (int) day.getAsLong(),
                            (int) hour.getAsLong(),
                            (int) minute.getAsLong(),
                            (int) second.getAsLong())
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
