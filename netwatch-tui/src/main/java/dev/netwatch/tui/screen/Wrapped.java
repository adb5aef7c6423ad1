package dev.netwatch.tui.screen;

import java.util.ArrayList;
import java.util.List;

/* Text of several lines. */
final class Wrapped {
    private Wrapped() {}

    /**
     * The words in lines of at most so many columns; a word that is wider is broken, behind
     * a slash where the line is half full there. At least one line.
     */
    static List<String> lines(String text, int columns) {
        int width = Math.max(1, columns);
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (Text.width(longer) <= width) {
                line = longer;
            } else {
                if (!line.isEmpty()) {
                    lines.add(line);
                }
                line = broken(word, width, lines);
            }
        }
        lines.add(line);
        return lines;
    }

    /** @return what is left of the word after the lines it fills */
    private static String broken(String word, int width, List<String> lines) {
        String rest = word;
        while (Text.width(rest) > width) {
            String part = Text.cut(rest, width, "");
            if (part.isEmpty()) {
                return "";
            }
            String path = part.substring(0, part.lastIndexOf('/') + 1);
            String line = Text.width(path) * 2 >= width ? path : part;
            lines.add(line);
            rest = rest.substring(line.length());
        }
        return rest;
    }
}
