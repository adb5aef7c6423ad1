package dev.netwatch.adapters.resolve;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A whois server, by its host name in lower case. Only the standard port is ever asked, unless the user pinned another.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3912">RFC 3912</a>
 */
record WhoisServer(String host) {
    static final int PORT = 43;

    private static final Pattern HOST_NAME =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern REFERRAL =
            Pattern.compile("(?:(?<scheme>[a-z]+)://)?(?<host>[a-z0-9.-]+)(?::(?<port>\\d{1,5}))?/?");

    /**
     * Reads {@code whois.example.net}, or {@code whois://whois.example.net:43}.
     *
     * @return empty for addresses, other protocols (rwhois), other ports and whatever else a stranger may write
     */
    static Optional<WhoisServer> parse(String text) {
        Matcher referral = REFERRAL.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!referral.matches()) {
            return Optional.empty();
        }
        String scheme = referral.group("scheme");
        String port = referral.group("port");
        boolean whois = (scheme == null || scheme.equals("whois")) && (port == null || port.equals("43"));
        String host = referral.group("host");
        return whois && HOST_NAME.matcher(host).matches() ? Optional.of(new WhoisServer(host)) : Optional.empty();
    }
}
