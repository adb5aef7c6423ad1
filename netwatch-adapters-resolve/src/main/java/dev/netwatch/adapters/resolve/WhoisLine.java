package dev.netwatch.adapters.resolve;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a whois answer that gives something a value: {@code OrgName:  Example}, or JPNIC's
 * {@code g. [Organization]  Example}.
 *
 * @param key in lower case
 */
record WhoisLine(String key, String value) {
    private static final Pattern COLON = Pattern.compile("([^:%#\\[\\]]{1,40}):(.*)");
    private static final Pattern BRACKETS = Pattern.compile("(?:[a-z]\\.\\s*)?\\[([^\\]]{1,40})\\](.*)");

    static Optional<WhoisLine> parse(String line) {
        Matcher brackets = BRACKETS.matcher(line);
        Matcher matcher = brackets.matches() ? brackets : COLON.matcher(line);
        return matcher.matches()
                ? Optional.of(new WhoisLine(
                        matcher.group(1).strip().toLowerCase(Locale.ROOT),
                        matcher.group(2).strip()))
                : Optional.empty();
    }
}
