package dev.netwatch.domain.connection;

import org.jspecify.annotations.Nullable;

/**
 * An IP address as bytes: it cannot look anything up. An IPv4-mapped IPv6 address ({@code ::ffff:192.0.2.1}) is made
 * into its IPv4 address, so that one peer is one value.
 *
 * @param version 4 or 6
 * @param high the first eight bytes of an IPv6 address, 0 for IPv4
 * @param low the last eight bytes of an IPv6 address, or the four bytes of an IPv4 address, in network order
 * @param zone the interface of a link-local address ({@code eth0} in {@code fe80::1%eth0}), or empty
 */
public record IpAddress(int version, long high, long low, String zone) implements Comparable<IpAddress> {
    private static final long MAPPED_PREFIX = 0xffffL << 32;
    private static final long UNSIGNED_INT = 0xffff_ffffL;

    public IpAddress {
        boolean valid = version == 6 || version == 4 && high == 0 && (low & ~UNSIGNED_INT) == 0 && zone.isEmpty();
        if (!valid) {
            throw new IllegalArgumentException("not an IP address: version " + version);
        }
    }

    /** @param bits the four bytes in network order */
    public static IpAddress v4(int bits) {
        return new IpAddress(4, 0, bits & UNSIGNED_INT, "");
    }

    /** An IPv6 address without zone; IPv4-mapped ones become IPv4. */
    public static IpAddress v6(long high, long low) {
        return v6(high, low, "");
    }

    /** An IPv6 address; IPv4-mapped ones become IPv4. The zone is kept only where it means something (link-local). */
    public static IpAddress v6(long high, long low, String zone) {
        if (high == 0 && (low & ~UNSIGNED_INT) == MAPPED_PREFIX) {
            return v4((int) low);
        }
        IpAddress address = new IpAddress(6, high, low, "");
        return zone.isEmpty() || !address.isLinkLocal() ? address : new IpAddress(6, high, low, zone);
    }

    /** @param bytes 4 or 16 bytes in network order */
    public static IpAddress of(byte[] bytes) {
        return switch (bytes.length) {
            case 4 -> v4((int) bigEndian(bytes, 0, 4));
            case 16 -> v6(bigEndian(bytes, 0, 8), bigEndian(bytes, 8, 8));
            default -> throw new IllegalArgumentException("an IP address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    /**
     * Reads a literal such as {@code 192.0.2.1}, {@code 2001:db8::1} or {@code fe80::1%eth0}.
     *
     * @throws IllegalArgumentException if it is none; names are not looked up
     */
    public static IpAddress parse(String literal) {
        return IpLiteral.parse(literal);
    }

    private static long bigEndian(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }

    /** 4 or 16 bytes in network order. */
    public byte[] bytes() {
        byte[] bytes = new byte[version == 4 ? 4 : 16];
        long rest = low;
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (i == 7 && version == 6) {
                rest = high;
            }
            bytes[i] = (byte) rest;
            rest >>>= 8;
        }
        return bytes;
    }

    public boolean isV4() {
        return version == 4;
    }

    /** {@code 127.0.0.0/8} or {@code ::1}. */
    public boolean isLoopback() {
        return isV4() ? low >>> 24 == 127 : high == 0 && low == 1;
    }

    /** The wildcard, {@code 0.0.0.0} or {@code ::}. */
    public boolean isAny() {
        return high == 0 && low == 0;
    }

    public boolean isLinkLocal() {
        return isV4() ? low >>> 16 == 0xa9fe : high >>> 54 == 0xfe80 >>> 6;
    }

    public boolean isMulticast() {
        return isV4() ? low >>> 28 == 0xe : high >>> 56 == 0xff;
    }

    /**
     * Whether a registry has given this address to somebody: not private, shared, link-local, documentation, multicast
     * or reserved.
     *
     * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA special-purpose registries</a>
     */
    public boolean isPublic() {
        return SpecialPurpose.isPublic(this);
    }

    /** Whether the first {@code bits} bits are those of {@code network}; false across versions. */
    public boolean isIn(IpAddress network, int bits) {
        if (version != network.version || bits < 0 || bits > (isV4() ? 32 : 128)) {
            return false;
        }
        if (isV4()) {
            return bits == 0 || (low ^ network.low) >>> 32 - bits == 0;
        }
        if (bits <= 64) {
            return bits == 0 || (high ^ network.high) >>> 64 - bits == 0;
        }
        return high == network.high && (low ^ network.low) >>> 128 - bits == 0;
    }

    /** IPv4 before IPv6, then by value, then by zone. */
    @Override
    public int compareTo(IpAddress other) {
        int byVersion = Integer.compare(version, other.version);
        int byHigh = byVersion != 0 ? byVersion : Long.compareUnsigned(high, other.high);
        int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        return byLow != 0 ? byLow : zone.compareTo(other.zone);
    }

    /* As a record's own, but without what those cost in a compiler that does not inline: rows are found by addresses. */
    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low) + version;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof IpAddress)) {
            return false;
        }
        IpAddress address = (IpAddress) other;
        return low == address.low && high == address.high && version == address.version && zone.equals(address.zone);
    }

    /** The canonical text of RFC 5952, with the zone where there is one. */
    @Override
    public String toString() {
        return IpLiteral.format(this);
    }
}
