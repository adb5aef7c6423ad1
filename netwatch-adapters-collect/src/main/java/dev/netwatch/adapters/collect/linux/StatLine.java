package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What /proc/PID/stat says. The name stands in parentheses and may itself hold parentheses, blanks and line ends: it
 * reaches to the last closing parenthesis.
 *
 * @param name at most 15 bytes, cut there
 * @param parent 0 if there is none
 * @param startTicks clock ticks between the start of the machine and that of the process
 */
record StatLine(String name, long parent, long startTicks) {
    private static final int PARENT = 1;
    private static final int START_TIME = 19;

    static Optional<StatLine> read(Path process) {
        try {
            return parse(new String(Files.readAllBytes(process.resolve("stat")), StandardCharsets.UTF_8));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    static Optional<StatLine> parse(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        if (open < 0 || close < open) {
            return Optional.empty();
        }
        String[] fields = text.substring(close + 1).trim().split("\\s+");
        if (fields.length <= START_TIME) {
            return Optional.empty();
        }
        try {
            long parent = Long.parseLong(fields[PARENT]);
            return Optional.of(
                    new StatLine(text.substring(open + 1, close), parent, Long.parseLong(fields[START_TIME])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
