package dev.netwatch.adapters.collect.macos;

import java.nio.charset.StandardCharsets;

/** nettop keeps 15 bytes of a process's name; what it cut is completed from the program's path. */
final class ShortName {
    private static final int LIMIT = 15;
    private static final char CUT_CHARACTER = '\ufffd';

    private ShortName() {}

    /** The longer of two names of one process, one of which may be the other's beginning. */
    static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    /** @return a name that begins with {@code kept}; {@code kept} itself where it is whole or nothing completes it */
    static String complete(String kept, PsProcess process) {
        if (kept.isBlank()) {
            return process.executable().isPresent() ? process.baseName() : process.command();
        }
        boolean cut = kept.getBytes(StandardCharsets.UTF_8).length >= LIMIT;
        return cut && process.baseName().startsWith(withoutCutCharacter(kept)) ? process.baseName() : kept;
    }

    /** The cut may go through the middle of a character. */
    private static String withoutCutCharacter(String kept) {
        int end = kept.length();
        while (end > 0 && kept.charAt(end - 1) == CUT_CHARACTER) {
            end--;
        }
        return kept.substring(0, end);
    }
}
