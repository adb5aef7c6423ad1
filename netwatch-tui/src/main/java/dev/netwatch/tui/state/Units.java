package dev.netwatch.tui.state;

/**
 * How amounts are written.
 *
 * @param base 1024 or 1000
 * @param bits whether what flows in a second is told in bits; what has flowed is in bytes always
 */
public record Units(int base, boolean bits) {
    public static final Units DEFAULT = new Units(1024, false);

    public Units {
        if (base != 1024 && base != 1000) {
            throw new IllegalArgumentException("a unit is 1024 or 1000 of the one below");
        }
    }
}
