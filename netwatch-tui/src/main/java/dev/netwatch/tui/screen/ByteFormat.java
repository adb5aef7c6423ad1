package dev.netwatch.tui.screen;

import dev.netwatch.tui.state.Units;

/** Amounts for people: three or four digits and a unit, never wider than {@link #WIDTH}. */
public record ByteFormat(Units units) {
    /** Bytes, in units of 1024. */
    public static final ByteFormat USUAL = new ByteFormat(Units.DEFAULT);

    /** Columns of the widest figure, {@code 1023 MB}. */
    static final int WIDTH = 7;

    private static final String PREFIXES = "KMGTPE";
    private static final int BITS = 8;

    /** @param bytes not negative */
    public String bytes(long bytes) {
        return bytes < units.base() ? bytes + " B" : scaled(bytes, "B");
    }

    /** @param perSecond bytes, not negative; what is not quite nothing is told from nothing */
    String rate(double perSecond) {
        double amount = units.bits() ? perSecond * BITS : perSecond;
        String unit = units.bits() ? "b" : "B";
        if (amount > 0 && amount < 0.5) {
            return "<1 " + unit;
        }
        return Math.round(amount) < units.base() ? Math.round(amount) + " " + unit : scaled(amount, unit);
    }

    /** One decimal up to 99.9, none above; rounded before the unit is chosen, so there is no 1024 KB. */
    private String scaled(double amount, String unit) {
        double value = amount / units.base();
        int prefix = 0;
        while (Math.round(value) >= units.base() && prefix < PREFIXES.length() - 1) {
            value /= units.base();
            prefix++;
        }
        long tenths = Math.round(value * 10);
        String figure = tenths < 1000 ? tenths / 10 + "." + tenths % 10 : Long.toString(Math.round(value));
        return figure + " " + prefix(prefix) + unit;
    }

    /** By the rules of the metre a thousand is a small k. */
    private String prefix(int index) {
        return index == 0 && units.base() == 1000 ? "k" : PREFIXES.substring(index, index + 1);
    }
}
