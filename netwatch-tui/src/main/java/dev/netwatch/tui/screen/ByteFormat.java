package dev.netwatch.tui.screen;

/** Bytes for people: three or four digits and a unit of 1024, never wider than {@link #WIDTH}. */
public final class ByteFormat {
    /** Columns of the widest figure, {@code 1023 MB}. */
    static final int WIDTH = 7;

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};

    private ByteFormat() {}

    /** @param bytes not negative */
    public static String bytes(long bytes) {
        return bytes < 1024 ? bytes + " B" : scaled(bytes);
    }

    /** @param perSecond not negative; what is not quite nothing is told from nothing */
    static String rate(double perSecond) {
        if (perSecond > 0 && perSecond < 0.5) {
            return "<1 B";
        }
        return perSecond < 1023.5 ? Math.round(perSecond) + " B" : scaled(perSecond);
    }

    /** One decimal up to 99.9, none above; rounded before the unit is chosen, so there is no 1024 KB. */
    private static String scaled(double bytes) {
        double value = bytes / 1024;
        int unit = 1;
        while (Math.round(value) >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        long tenths = Math.round(value * 10);
        String figure = tenths < 1000 ? tenths / 10 + "." + tenths % 10 : Long.toString(Math.round(value));
        return figure + " " + UNITS[unit];
    }
}
