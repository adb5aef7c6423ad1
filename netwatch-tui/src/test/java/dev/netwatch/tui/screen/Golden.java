package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/**
 * A screen as a text file: its characters, below them one letter for the style of each, below them what the letters mean.
 * {@code -Dnetwatch.golden=update} writes the files anew.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@#$%&*+-/=?!";

    private Golden() {}

    static void check(String name, List<AttributedString> screen) {
        Path file = FOLDER.resolve(name + ".txt");
        String drawn = text(screen);
        try {
            if ("update".equals(System.getProperty("netwatch.golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, drawn);
            }
            String expected = Files.exists(file) ? Files.readString(file) : "(there is no such file)\n";
            if (!expected.equals(drawn)) {
                fail(file + " differs; -Dnetwatch.golden=update accepts what was drawn.\n--- expected\n" + expected
                        + "--- drawn\n" + drawn);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The characters and styles of a screen, as the file has them. */
    static String text(List<AttributedString> screen) {
        Map<AttributedStyle, Character> letters = new LinkedHashMap<>();
        letters.put(AttributedStyle.DEFAULT, '.');
        StringBuilder characters = new StringBuilder();
        StringBuilder styles = new StringBuilder();
        for (AttributedString line : screen) {
            characters.append(line.toString().stripTrailing()).append('\n');
            styles.append(styles(line, letters)).append('\n');
        }
        StringBuilder meaning = new StringBuilder();
        letters.forEach((style, letter) ->
                meaning.append(letter).append(' ').append(describe(style)).append('\n'));
        return characters + "=== styles\n" + styles + "=== meaning\n" + meaning;
    }

    private static String styles(AttributedString line, Map<AttributedStyle, Character> letters) {
        StringBuilder styles = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            AttributedStyle style = line.styleAt(i);
            letters.computeIfAbsent(style, unseen -> LETTERS.charAt(letters.size() - 1));
            styles.append(letters.get(style));
        }
        int end = styles.length();
        while (end > 0 && styles.charAt(end - 1) == '.') {
            end--;
        }
        return styles.substring(0, end);
    }

    private static String describe(AttributedStyle style) {
        return style.equals(AttributedStyle.DEFAULT) ? "plain" : "SGR " + style.toAnsi();
    }
}
