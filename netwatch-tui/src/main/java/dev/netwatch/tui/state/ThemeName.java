package dev.netwatch.tui.state;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The looks one can choose from. */
public enum ThemeName {
    TERMINAL("your terminal's own colours"),
    DARK("soft colours on a dark background"),
    LIGHT("dark inks on a light background"),
    SOLARIZED("Ethan Schoonover's palette, on dark and on light"),
    HIGH_CONTRAST("white, yellow and reverse on black"),
    MONO("no colour at all: bold, faint, reverse");

    private final String meaning;

    ThemeName(String meaning) {
        this.meaning = meaning;
    }

    /** As a configuration names it: {@code high-contrast}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it looks like, in a few words. */
    public String meaning() {
        return meaning;
    }

    public static Optional<ThemeName> of(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ThemeName::word).toList();
    }
}
