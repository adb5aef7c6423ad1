package dev.netwatch.domain.connection;

import java.util.ArrayList;
import java.util.List;

/**
 * Addresses as text, both ways, without the JDK's resolver.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5952#section-4">RFC 5952, section 4</a>
 */
final class IpLiteral {
    private static final int GROUPS = 8;

    private IpLiteral() {}

    static IpAddress parse(String literal) {
        int percent = literal.indexOf('%');
        String zone = percent < 0 ? "" : literal.substring(percent + 1);
        String address = percent < 0 ? literal : literal.substring(0, percent);
        if (percent >= 0 && (zone.isEmpty() || address.indexOf(':') < 0)) {
            throw notAnAddress(literal);
        }
        if (address.indexOf(':') < 0) {
            return IpAddress.v4(dotted(address, literal));
        }
        long[] halves = halves(address, literal);
        return IpAddress.v6(halves[0], halves[1], zone);
    }

    private static int dotted(String text, String literal) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw notAnAddress(literal);
        }
        int bits = 0;
        for (String part : parts) {
            bits = bits << 8 | number(part, 10, 3, 255, literal);
        }
        return bits;
    }

    private static long[] halves(String address, String literal) {
        int gap = address.indexOf("::");
        if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
            throw notAnAddress(literal);
        }
        List<Integer> groups = groups(gap < 0 ? address : address.substring(0, gap), gap < 0, literal);
        List<Integer> tail = gap < 0 ? List.of() : groups(address.substring(gap + 2), true, literal);
        int missing = GROUPS - groups.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            throw notAnAddress(literal);
        }
        for (int i = 0; i < missing; i++) {
            groups.add(0);
        }
        groups.addAll(tail);
        return new long[] {half(groups, 0), half(groups, 4)};
    }

    /** @param last whether the address ends here, where its last four bytes may be written in dotted form */
    private static List<Integer> groups(String text, boolean last, String literal) {
        List<Integer> groups = new ArrayList<>(GROUPS);
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                int bits = dotted(parts[i], literal);
                groups.add(bits >>> 16);
                groups.add(bits & 0xffff);
            } else {
                groups.add(number(parts[i], 16, 4, 0xffff, literal));
            }
        }
        return groups;
    }

    private static long half(List<Integer> groups, int from) {
        long value = 0;
        for (int i = from; i < from + 4; i++) {
            value = value << 16 | groups.get(i);
        }
        return value;
    }

    private static int number(String digits, int radix, int longest, int highest, String literal) {
        int value = 0;
        if (digits.isEmpty() || digits.length() > longest) {
            throw notAnAddress(literal);
        }
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                throw notAnAddress(literal);
            }
            value = value * radix + digit;
        }
        if (value > highest) {
            throw notAnAddress(literal);
        }
        return value;
    }

    private static IllegalArgumentException notAnAddress(String literal) {
        return new IllegalArgumentException("not an IP address: " + literal);
    }

    static String format(IpAddress address) {
        StringBuilder text = new StringBuilder(40);
        if (address.isV4()) {
            long bits = address.low();
            return text.append(bits >>> 24)
                    .append('.')
                    .append(bits >>> 16 & 0xff)
                    .append('.')
                    .append(bits >>> 8 & 0xff)
                    .append('.')
                    .append(bits & 0xff)
                    .toString();
        }
        formatGroups(address, text);
        return address.zone().isEmpty()
                ? text.toString()
                : text.append('%').append(address.zone()).toString();
    }

    private static void formatGroups(IpAddress address, StringBuilder text) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? address.high() : address.low()) >>> 48 - 16 * (i % 4)) & 0xffff;
        }
        int gap = longestZeroRun(groups);
        int gapEnd = gap < 0 ? -1 : gap + zeroRun(groups, gap);
        for (int i = 0; i < GROUPS; i++) {
            if (i == gap) {
                text.append("::");
                i = gapEnd - 1;
            } else {
                text.append(i == 0 || i == gapEnd ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
    }

    /** The first of the longest runs of two zero groups or more, or -1. */
    private static int longestZeroRun(int[] groups) {
        int best = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = zeroRun(groups, i);
            if (run > length) {
                best = i;
                length = run;
            }
        }
        return best;
    }

    private static int zeroRun(int[] groups, int from) {
        int end = from;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - from;
    }
}
