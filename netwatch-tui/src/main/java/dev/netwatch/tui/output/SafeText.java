package dev.netwatch.tui.output;

import dev.netwatch.domain.name.ForeignText;
import java.util.Arrays;
import java.util.stream.Collectors;

/* Foreign text in lines that are aligned by blanks. */
final class SafeText {
    private SafeText() {}

    /** As {@link ForeignText#printable(String)}, but each blank stays. */
    static String keepingBlanks(String line) {
        return Arrays.stream(line.split(" ", -1)).map(ForeignText::printable).collect(Collectors.joining(" "));
    }
}
