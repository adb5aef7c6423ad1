package dev.netwatch.tui.config;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.notice.NearestWord;
import dev.netwatch.tui.terminal.ColorMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that options and keys of the configuration file share: each text is read in one place. */
public final class Words {
    /** Words for {@code --source}; not every one exists on every system. */
    public static final List<String> SOURCES =
            List.of("auto", "ebpf", "inet-diag", "procfs", "nettop", "lsof", "iphlpapi", "oshi", "replay:FILE");

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);
    private static final Pattern SERVER = Pattern.compile("\\[([^\\]]+)](?::(\\d{1,5}))?|([^:]+)(?::(\\d{1,5}))?|(.*)");
    private static final int DNS_PORT = 53;

    private Words() {}

    /** @throws UsageException if it is no time, or no sensible one, between two samples */
    public static Duration interval(String text) {
        return Durations.parse(text, SHORTEST_INTERVAL, LONGEST_INTERVAL);
    }

    /** @throws UsageException if it is no word for a source */
    public static String source(String text) {
        boolean replay = text.startsWith("replay:") && text.length() > "replay:".length();
        if (replay || SOURCES.contains(text) && !text.endsWith("FILE")) {
            return text;
        }
        throw new UsageException("there is no source '" + text + "'; choose one of " + String.join(", ", SOURCES)
                + NearestWord.hint(text, SOURCES));
    }

    /* YAML 1.2 has only these two: `no` is a word like any other, and taking it for true would be a bad surprise. */
    static boolean truth(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new UsageException("'" + text + "' is neither true nor false");
    }

    static UsageException unknown(String kind, String text, List<String> words) {
        return new UsageException("there is no " + kind + " '" + text + "'; choose " + String.join(", ", words)
                + NearestWord.hint(text, words));
    }

    /** @throws UsageException if it is none of the three */
    public static ColorMode color(String text) {
        List<String> words = Arrays.stream(ColorMode.values())
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(text)) {
            throw new UsageException("'" + text + "' is no way to use colour; choose " + String.join(", ", words)
                    + NearestWord.hint(text, words));
        }
        return ColorMode.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /**
     * A DNS server: {@code 192.0.2.53}, {@code 192.0.2.53:5353}, {@code 2001:db8::53}, {@code [2001:db8::53]:5353}.
     *
     * @throws UsageException if it is not
     */
    public static Endpoint dnsServer(String text) {
        Matcher matcher = SERVER.matcher(text);
        if (!matcher.matches()) {
            throw noServer(text);
        }
        String address = first(matcher.group(1), matcher.group(3), matcher.group(5));
        String port = first(matcher.group(2), matcher.group(4), String.valueOf(DNS_PORT));
        try {
            return new Endpoint(IpAddress.parse(address), Integer.parseInt(port));
        } catch (IllegalArgumentException e) {
            throw noServer(text);
        }
    }

    private static UsageException noServer(String text) {
        return new UsageException("'" + text + "' is no DNS server; write its address, as 192.0.2.53,"
                + " 192.0.2.53:5353 or [2001:db8::53]:5353");
    }

    private static String first(@org.jspecify.annotations.Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }
}
