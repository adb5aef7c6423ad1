package dev.netwatch.domain.query;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/* Bytes as a filter writes them: 1.5MB, 10k, 4Ki. */
final class ByteAmount {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,20}(?:\\.[0-9]{1,20})?)([kmg]i?)?b?");

    private static final Map<String, Long> UNITS =
            Map.of("k", 1_000L, "m", 1_000_000L, "g", 1_000_000_000L, "ki", 1L << 10, "mi", 1L << 20, "gi", 1L << 30);

    private ByteAmount() {}

    /** In bytes, what is less than one cut off; empty where it is no amount, or more than a {@code long} holds. */
    static OptionalLong parse(String text) {
        Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        long unit = written.group(2) == null ? 1 : UNITS.get(written.group(2));
        BigDecimal bytes = new BigDecimal(written.group(1)).multiply(BigDecimal.valueOf(unit));
        return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(bytes.longValue());
    }

    /** In the largest unit that leaves no fraction. */
    static String written(long bytes) {
        long left = bytes;
        String unit = "";
        for (String next : new String[] {"k", "M", "G"}) {
            if (left == 0 || left % 1000 != 0) {
                break;
            }
            left /= 1000;
            unit = next;
        }
        return left + unit;
    }
}
