package dev.netwatch.tui.input;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/*
 * A terminal writes one key in several ways (cursor keys in application mode or not, Home as xterm, rxvt or the Linux
 * console has it); everything behind this class knows one name for it, the one that people write in a configuration.
 */
/**
 * What a key is called: {@code a}, {@code Space}, {@code Enter}, {@code Esc}, {@code Up}, {@code PgDn}, {@code F5},
 * {@code Ctrl-A}, {@code Alt-b}, {@code Ctrl-Left}, {@code Shift-Tab}.
 *
 * @see <a href="https://invisible-island.net/xterm/ctlseqs/ctlseqs.html">XTerm Control Sequences, PC-Style Function
 *     Keys</a>
 */
public final class KeyName {
    public static final String ESC = "Esc";
    public static final String ENTER = "Enter";
    public static final String INTERRUPT = "Ctrl-C";

    private static final Pattern CSI = Pattern.compile("\033?\033\\[(\\d{0,2})(?:;(\\d{1,2}))?([A-HP-SZ~])");
    private static final Pattern SS3 = Pattern.compile("\033?\033O([A-DFHMP-Sa-d])");
    private static final Map<String, String> BY_LETTER = Map.ofEntries(
            Map.entry("A", "Up"),
            Map.entry("B", "Down"),
            Map.entry("C", "Right"),
            Map.entry("D", "Left"),
            Map.entry("H", "Home"),
            Map.entry("F", "End"),
            Map.entry("M", ENTER),
            Map.entry("P", "F1"),
            Map.entry("Q", "F2"),
            Map.entry("R", "F3"),
            Map.entry("S", "F4"),
            Map.entry("Z", "Shift-Tab"),
            Map.entry("a", "Ctrl-Up"),
            Map.entry("b", "Ctrl-Down"),
            Map.entry("c", "Ctrl-Right"),
            Map.entry("d", "Ctrl-Left"));
    private static final Map<String, String> BY_NUMBER = Map.ofEntries(
            Map.entry("1", "Home"),
            Map.entry("2", "Insert"),
            Map.entry("3", "Delete"),
            Map.entry("4", "End"),
            Map.entry("5", "PgUp"),
            Map.entry("6", "PgDn"),
            Map.entry("7", "Home"),
            Map.entry("8", "End"),
            Map.entry("11", "F1"),
            Map.entry("12", "F2"),
            Map.entry("13", "F3"),
            Map.entry("14", "F4"),
            Map.entry("15", "F5"),
            Map.entry("17", "F6"),
            Map.entry("18", "F7"),
            Map.entry("19", "F8"),
            Map.entry("20", "F9"),
            Map.entry("21", "F10"),
            Map.entry("23", "F11"),
            Map.entry("24", "F12"));
    private static final List<String> WORDS = List.of("Space", "Tab", "Backspace", ESC);

    private KeyName() {}

    /** @param key one whole key as {@link KeyReader} cuts it out; empty where it is none, or none that has a name */
    public static Optional<String> of(String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (key.codePointCount(0, key.length()) == 1) {
            return single(key.codePointAt(0));
        }
        if (key.length() == 5 && key.startsWith("\033[[")) {
            return Optional.empty();
        }
        return key.charAt(0) == '\033' ? sequence(key) : Optional.empty();
    }

    private static Optional<String> single(int point) {
        return switch (point) {
            case '\r', '\n' -> Optional.of(ENTER);
            case '\t' -> Optional.of("Tab");
            case '\b', 0x7f -> Optional.of("Backspace");
            case 0x1b -> Optional.of(ESC);
            case 0 -> Optional.of("Ctrl-Space");
            case ' ' -> Optional.of("Space");
            default -> character(point);
        };
    }

    private static Optional<String> character(int point) {
        if (point > 0 && point < 0x1b) {
            return Optional.of("Ctrl-" + (char) (point + '@'));
        }
        boolean text = point > ' ' && (point < 0x80 || point >= 0xa0) && !isSurrogate(point);
        return text ? Optional.of(Character.toString(point)) : Optional.empty();
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static Optional<String> sequence(String key) {
        Matcher csi = CSI.matcher(key);
        if (csi.matches()) {
            int parameter = csi.group(2) == null ? 1 : Math.max(1, Integer.parseInt(csi.group(2)));
            return controlSequence(csi.group(1), csi.group(3), parameter).map(name -> modifiers(key, parameter) + name);
        }
        Matcher ss3 = SS3.matcher(key);
        if (ss3.matches()) {
            return Optional.of(modifiers(key, 1) + BY_LETTER.get(ss3.group(1)));
        }
        if (key.startsWith("\033[[") && key.length() == 4 && key.charAt(3) >= 'A' && key.charAt(3) <= 'E') {
            return Optional.of("F" + (key.charAt(3) - 'A' + 1)); // the Linux console
        }
        return key.codePointCount(1, key.length()) == 1 && key.charAt(1) != '\033'
                ? single(key.codePointAt(1)).map(name -> "Alt-" + name)
                : Optional.empty();
    }

    /** F1 to F4 come so with a modifier only; without, the same letters end reports. */
    private static Optional<String> controlSequence(String number, String end, int parameter) {
        if (end.equals("~")) {
            return Optional.ofNullable(BY_NUMBER.get(number));
        }
        boolean function = end.charAt(0) >= 'P' && end.charAt(0) <= 'S';
        boolean wellFormed = number.isEmpty() || number.equals("1");
        return wellFormed && (!function || parameter > 1) ? Optional.ofNullable(BY_LETTER.get(end)) : Optional.empty();
    }

    /** @param parameter one more than a sum of 1 for Shift, 2 for Alt and 4 for Ctrl */
    private static String modifiers(String key, int parameter) {
        int bits = parameter - 1;
        boolean alt = (bits & 2) != 0 || key.startsWith("\033\033");
        return ((bits & 4) != 0 ? "Ctrl-" : "") + (alt ? "Alt-" : "") + ((bits & 1) != 0 ? "Shift-" : "");
    }

    /** Whether it is a character that can stand in a text. */
    public static boolean isText(String name) {
        return name.equals("Space") || name.codePointCount(0, name.length()) == 1;
    }

    /** The name as this class writes it, of one that a person wrote ({@code ctrl-a}, {@code pageup}); empty if none. */
    public static Optional<String> parse(String written) {
        return KeyNameParser.parse(written);
    }

    /** Names of keys that are no characters, modifiers apart. */
    static List<String> words() {
        return Stream.of(BY_LETTER.values().stream(), BY_NUMBER.values().stream(), WORDS.stream())
                .flatMap(names -> names)
                .filter(name -> !name.contains("-"))
                .distinct()
                .sorted()
                .toList();
    }
}
