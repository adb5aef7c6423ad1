package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses from the first to the last, both belonging to it, of one version. */
record IpRange(IpAddress first, IpAddress last) {
    private static final Pattern FROM_TO = Pattern.compile("([0-9a-fA-F:.]+)\\s*-\\s*([0-9a-fA-F:.]+)");
    private static final Pattern PREFIX = Pattern.compile("([0-9a-fA-F:.]+)\\s*/\\s*(\\d{1,3})");
    private static final Pattern SHORTENED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){0,2}");

    IpRange {
        if (first.version() != last.version() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("not a range of addresses: " + first + " - " + last);
        }
    }

    static IpRange single(IpAddress address) {
        return new IpRange(address, address);
    }

    /** The network of so many leading bits that the address is in. */
    static IpRange around(IpAddress address, int bits) {
        byte[] low = address.bytes();
        byte[] high = address.bytes();
        for (int bit = bits; bit < low.length * 8; bit++) {
            low[bit / 8] &= (byte) ~(0x80 >> bit % 8);
            high[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return new IpRange(IpAddress.of(low), IpAddress.of(high));
    }

    /**
     * Reads {@code 192.0.2.0 - 192.0.2.255}, {@code 2001:db8::/32}, or {@code 200.160/13} as LACNIC shortens it; what
     * follows is not looked at.
     *
     * @return empty if it is none of these
     */
    static Optional<IpRange> parse(String text) {
        String range = text.strip();
        try {
            Matcher fromTo = FROM_TO.matcher(range);
            if (fromTo.lookingAt()) {
                return Optional.of(new IpRange(IpAddress.parse(fromTo.group(1)), IpAddress.parse(fromTo.group(2))));
            }
            Matcher prefix = PREFIX.matcher(range);
            return prefix.lookingAt() ? prefix(prefix.group(1), Integer.parseInt(prefix.group(2))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a stranger's text: not a range is an answer, not an accident
        }
    }

    private static Optional<IpRange> prefix(String network, int bits) {
        String whole = SHORTENED.matcher(network).matches()
                ? network
                        + ".0"
                                .repeat(3
                                        - (int) network.chars()
                                                .filter(c -> c == '.')
                                                .count())
                : network;
        IpAddress address = IpAddress.parse(whole);
        return bits > (address.isV4() ? 32 : 128) ? Optional.empty() : Optional.of(around(address, bits));
    }

    boolean contains(IpAddress address) {
        return address.version() == first.version() && first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
    }

    /** The addresses that both contain; empty if there are none. */
    Optional<IpRange> intersect(IpRange other) {
        if (first.version() != other.first.version()) {
            return Optional.empty();
        }
        IpAddress from = first.compareTo(other.first) >= 0 ? first : other.first;
        IpAddress to = last.compareTo(other.last) <= 0 ? last : other.last;
        return from.compareTo(to) <= 0 ? Optional.of(new IpRange(from, to)) : Optional.empty();
    }

    /** How many addresses it has, less one. */
    BigInteger width() {
        return new BigInteger(1, last.bytes()).subtract(new BigInteger(1, first.bytes()));
    }

    /** Whether it is the whole address space, as the root of a registry's tree is. */
    boolean isEverything() {
        return width().add(BigInteger.ONE).bitLength() > (first.isV4() ? 32 : 128);
    }
}
