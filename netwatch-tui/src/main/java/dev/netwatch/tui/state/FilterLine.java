package dev.netwatch.tui.state;

import dev.netwatch.domain.query.FilterCompletion;
import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.query.FilterSyntaxException;
import dev.netwatch.domain.query.Filterable;
import dev.netwatch.tui.edit.LineEditor;
import dev.netwatch.tui.edit.Recall;
import dev.netwatch.tui.input.KeyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The line a filter is typed into. Every key that changes it filters at once; while what is typed is wrong, the last
 * filter that was right stays.
 *
 * @param mistake why the text is no filter
 * @param offer how the word at the cursor can go on, once asked for
 */
public record FilterLine(LineEditor line, Recall recall, Optional<FilterSyntaxException> mistake, Optional<Offer> offer)
        implements Overlay {
    private static final FilterExpression EVERYTHING = FilterExpression.parse("");

    /**
     * With the filter there is, to be changed.
     *
     * @param past filters used before, the latest first
     */
    public static FilterLine on(FilterExpression filter, List<String> past) {
        return new FilterLine(LineEditor.at(filter.toString()), Recall.of(past), Optional.empty(), Optional.empty());
    }

    @Override
    public Pressed press(String key, Frame frame) {
        return switch (KeyName.of(key).orElse("")) {
            case KeyName.ESC -> Pressed.closed(new Effect.Show(frame.options().filtered(EVERYTHING)));
            case KeyName.ENTER -> keep();
            case "F1" -> Pressed.stays(this, new Effect.Open(HelpOverlay.OPENED));
            case "Tab" -> complete(1, frame);
            case "Shift-Tab" -> complete(-1, frame);
            case "Up", "Ctrl-P" -> recalled(recall.older(line.text()), frame);
            case "Down", "Ctrl-N" -> recalled(recall.newer(), frame);
            case "PgUp", "PgDn" -> Pressed.passed(this);
            default -> line.press(key).map(edited -> edited(edited, frame)).orElse(Pressed.stays(this));
        };
    }

    /** A line that is wrong stays: it says why. */
    private Pressed keep() {
        if (mistake.isPresent()) {
            return Pressed.stays(this);
        }
        return line.text().isBlank()
                ? Pressed.closed()
                : Pressed.closed(new Effect.RememberFilter(line.text().strip()));
    }

    private Pressed edited(LineEditor edited, Frame frame) {
        boolean same = edited.text().equals(line.text());
        return shown(edited, same ? recall : recall.edited(), Optional.empty(), frame);
    }

    private Pressed recalled(Recall other, Frame frame) {
        return other.equals(recall)
                ? Pressed.stays(this)
                : shown(LineEditor.at(other.line()), other, Optional.empty(), frame);
    }

    private Pressed complete(int by, Frame frame) {
        if (offer.isPresent()) {
            return chosen(offer.get().step(by), frame);
        }
        FilterCompletion completion = FilterCompletion.suggest(line.text(), line.cursor(), seen(frame));
        if (completion.words().isEmpty()) {
            return Pressed.stays(this);
        }
        Offer fresh = Offer.of(completion);
        String common = fresh.common(line);
        if (fresh.words().size() == 1) {
            LineEditor whole = line.replace(fresh.from(), fresh.words().get(0));
            return shown(whole, recall.edited(), Optional.empty(), frame);
        }
        return common.isEmpty()
                ? chosen(fresh.step(by), frame)
                : shown(line.replace(fresh.from(), common), recall.edited(), Optional.of(fresh), frame);
    }

    private Pressed chosen(Offer stepped, Frame frame) {
        return shown(stepped.putInto(line), recall.edited(), Optional.of(stepped), frame);
    }

    private static List<Filterable> seen(Frame frame) {
        List<Filterable> seen = new ArrayList<>();
        frame.rows()
                .forEach(row -> Stream.concat(Stream.of(row.speaker()), row.open().stream())
                        .map(Filterable::of)
                        .forEach(seen::add));
        return seen;
    }

    private static Pressed shown(LineEditor line, Recall recall, Optional<Offer> offer, Frame frame) {
        try {
            FilterExpression filter = FilterExpression.parse(line.text());
            return Pressed.stays(
                    new FilterLine(line, recall, Optional.empty(), offer),
                    new Effect.Show(frame.options().filtered(filter)));
        } catch (FilterSyntaxException e) {
            return Pressed.stays(new FilterLine(line, recall, Optional.of(e), offer));
        }
    }
}
