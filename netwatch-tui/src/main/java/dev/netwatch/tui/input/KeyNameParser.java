package dev.netwatch.tui.input;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/* Reads the name of a key as people write it: upper or lower case, C-a or Ctrl+A, pageup or PgUp. */
final class KeyNameParser {
    private static final Map<String, String> OTHER_WORDS = Map.ofEntries(
            Map.entry("escape", KeyName.ESC),
            Map.entry("return", KeyName.ENTER),
            Map.entry("pageup", "PgUp"),
            Map.entry("pagedown", "PgDn"),
            Map.entry("pgdown", "PgDn"),
            Map.entry("del", "Delete"),
            Map.entry("ins", "Insert"),
            Map.entry("blank", "Space"));
    private static final Map<String, String> MODIFIERS =
            Map.of("ctrl", "Ctrl-", "control", "Ctrl-", "c", "Ctrl-", "alt", "Alt-", "m", "Alt-", "shift", "Shift-");

    private KeyNameParser() {}

    static Optional<String> parse(String written) {
        if (written.isBlank()) {
            return written.equals(" ") ? Optional.of("Space") : Optional.empty();
        }
        if (written.codePointCount(0, written.length()) == 1) {
            return KeyName.of(written).filter(KeyName::isText);
        }
        int end = Math.max(written.indexOf('-'), written.indexOf('+'));
        String modifier = end > 0 && end < written.length() - 1
                ? MODIFIERS.get(written.substring(0, end).toLowerCase(Locale.ROOT))
                : null;
        return modifier == null ? word(written) : modified(modifier, written.substring(end + 1));
    }

    private static Optional<String> word(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return KeyName.words().stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).equals(lower))
                .findFirst()
                .or(() -> Optional.ofNullable(OTHER_WORDS.get(lower)));
    }

    /** A terminal has no Ctrl with a figure or a sign, and no Shift with a letter, which is another letter. */
    private static Optional<String> modified(String modifier, String rest) {
        boolean letter = rest.length() == 1
                && Character.toLowerCase(rest.charAt(0)) >= 'a'
                && Character.toLowerCase(rest.charAt(0)) <= 'z';
        if (modifier.equals("Ctrl-") && rest.codePointCount(0, rest.length()) == 1) {
            return letter
                    ? Optional.of(modifier + rest.toUpperCase(Locale.ROOT)).filter(KeyNameParser::isDistinct)
                    : Optional.empty();
        }
        if (modifier.equals("Shift-") && rest.codePointCount(0, rest.length()) == 1) {
            return Optional.empty();
        }
        return parse(rest).map(name -> modifier + name);
    }

    /** Ctrl-H, Ctrl-I, Ctrl-J and Ctrl-M are what Backspace, Tab and Enter send. */
    private static boolean isDistinct(String name) {
        return !name.equals("Ctrl-H") && !name.equals("Ctrl-I") && !name.equals("Ctrl-J") && !name.equals("Ctrl-M");
    }
}
