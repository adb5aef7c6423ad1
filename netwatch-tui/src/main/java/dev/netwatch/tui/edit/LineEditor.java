package dev.netwatch.tui.edit;

import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.tui.input.KeyName;
import dev.netwatch.tui.input.Paste;
import java.util.Optional;

/**
 * One line of text and a cursor in it.
 *
 * @param cursor a {@code char} index from 0 to the text's length, never inside a character
 */
public record LineEditor(String text, int cursor) {
    public static final LineEditor EMPTY = new LineEditor("", 0);
    /** In {@code char}s; what is more is not taken. */
    static final int LONGEST = 1000;

    /** This text, with the cursor behind it. */
    public static LineEditor at(String text) {
        return new LineEditor(text, text.length());
    }

    /**
     * The same after a key, with the keys of readline(3).
     *
     * @param key a whole key; a paste puts in what can be shown of it, on one line
     * @return empty if the key means nothing here
     */
    public Optional<LineEditor> press(String key) {
        Optional<String> pasted = Paste.text(key);
        if (pasted.isPresent()) {
            return Optional.of(insert(ForeignText.printable(pasted.get(), LONGEST)));
        }
        return KeyName.of(key).flatMap(this::pressNamed);
    }

    private Optional<LineEditor> pressNamed(String name) {
        return switch (name) {
            case "Left", "Ctrl-B" -> Optional.of(to(TextBounds.before(text, cursor)));
            case "Right", "Ctrl-F" -> Optional.of(to(TextBounds.after(text, cursor)));
            case "Home", "Ctrl-A" -> Optional.of(to(0));
            case "End", "Ctrl-E" -> Optional.of(to(text.length()));
            case "Ctrl-Left", "Alt-Left", "Alt-b" -> Optional.of(to(TextBounds.wordBefore(text, cursor)));
            case "Ctrl-Right", "Alt-Right", "Alt-f" -> Optional.of(to(TextBounds.wordAfter(text, cursor)));
            case "Backspace" -> Optional.of(without(TextBounds.before(text, cursor), cursor));
            case "Delete", "Ctrl-D" -> Optional.of(without(cursor, TextBounds.after(text, cursor)));
            case "Ctrl-U" -> Optional.of(without(0, cursor));
            case "Ctrl-K" -> Optional.of(without(cursor, text.length()));
            case "Ctrl-W" -> Optional.of(without(TextBounds.blankBefore(text, cursor), cursor));
            case "Alt-Backspace" -> Optional.of(without(TextBounds.wordBefore(text, cursor), cursor));
            case "Alt-d", "Ctrl-Delete" -> Optional.of(without(cursor, TextBounds.wordAfter(text, cursor)));
            case "Space" -> Optional.of(insert(" "));
            default ->
                KeyName.isText(name) && !ForeignText.printable(name).isEmpty()
                        ? Optional.of(insert(name))
                        : Optional.empty();
        };
    }

    /** The text from here to the cursor replaced, and the cursor behind it. */
    public LineEditor replace(int from, String by) {
        String whole = text.substring(0, from) + by + text.substring(cursor);
        return whole.length() > LONGEST ? this : new LineEditor(whole, from + by.length());
    }

    private LineEditor insert(String more) {
        return replace(cursor, more);
    }

    private LineEditor without(int from, int to) {
        return new LineEditor(text.substring(0, from) + text.substring(to), from);
    }

    private LineEditor to(int index) {
        return new LineEditor(text, index);
    }
}
