package dev.netwatch.tui.command;

import dev.netwatch.tui.config.Words;
import dev.netwatch.tui.terminal.ColorMode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

/* What a shell offers for the value of an option, for picocli. */
final class Candidates {
    private Candidates() {}

    static final class Sources implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Words.SOURCES.iterator();
        }
    }

    static final class Colors implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ColorMode.values())
                    .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
