package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.IpAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/* Addresses and networks in a filter. */
final class FilterNetworks {
    /** Meant as a network, whatever is wrong with it: 10.0.0/8, 2001:db8/32, but not usr/bin. */
    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("[0-9.]*[0-9]\\.?/[0-9]*|[0-9A-Fa-f.]*:[^/]*/[0-9]*");

    private final String filter;

    FilterNetworks(String filter) {
        this.filter = filter;
    }

    /** Empty where the piece is neither, and no failed attempt at a network. */
    Optional<FilterExpression> read(FilterToken token) {
        String value = token.value();
        int slash = value.indexOf('/');
        String literal = slash < 0 ? value : value.substring(0, slash);
        if (!FilterText.isAddress(literal)) {
            if (LOOKS_LIKE_ONE.matcher(value).matches()) {
                throw wrong(token, 0, "this is no address; write a whole one before the /, as 10.0.0.0/8");
            }
            return Optional.empty();
        }
        IpAddress address = IpAddress.parse(literal);
        int longest = address.isV4() ? 32 : 128;
        // an IPv4 address written as an IPv6 one has 96 bits more
        int mapped = address.isV4() && literal.indexOf(':') >= 0 ? 96 : 0;
        int bits = slash < 0 ? longest : bits(value.substring(slash + 1)) - mapped;
        if (bits < 0 || bits > longest) {
            int to = longest + mapped;
            throw wrong(
                    token,
                    slash + 1,
                    "a number from " + mapped + " to " + to + " stands behind the /, as " + literal + "/"
                            + (mapped + longest / 2));
        }
        return Optional.of(new Network(address, bits));
    }

    private static int bits(String digits) {
        boolean number = !digits.isEmpty()
                && digits.length() <= 3
                && digits.chars().allMatch(unit -> unit >= '0' && unit <= '9');
        return number ? Integer.parseInt(digits) : -1;
    }

    private FilterSyntaxException wrong(FilterToken token, int offset, String sentence) {
        int from = token.valueColumn() + offset;
        return new FilterSyntaxException(filter, from, Math.max(1, token.end() - from), sentence);
    }
}
