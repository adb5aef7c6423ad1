package dev.netwatch.tui.state;

import dev.netwatch.tui.edit.LineEditor;
import dev.netwatch.tui.input.KeyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list to pick from; typing narrows it.
 *
 * @param title what is picked
 * @param choices all of them
 * @param typed what narrows them
 * @param index of the selected one among those that match
 * @param preview whether each takes effect as soon as it is selected
 * @param back what Esc does, so that nothing has happened
 */
public record Picker(
        String title, List<Choice> choices, LineEditor typed, int index, boolean preview, Optional<Effect> back)
        implements Overlay {
    private static final int PAGE = 8;

    public Picker {
        choices = List.copyOf(choices);
    }

    /** @param index of the choice that is selected at first */
    public static Picker of(String title, List<Choice> choices, int index) {
        return new Picker(title, choices, LineEditor.EMPTY, Math.max(0, index), false, Optional.empty());
    }

    /** The same, each choice taking effect as soon as it is selected. */
    public Picker previewing(Effect whenLeft) {
        return new Picker(title, choices, typed, index, true, Optional.of(whenLeft));
    }

    /** Those that match what was typed, in their order. */
    public List<Choice> matching() {
        return choices.stream().filter(choice -> choice.matches(typed.text())).toList();
    }

    /** Empty where nothing matches. */
    public Optional<Choice> selected() {
        List<Choice> matching = matching();
        return index < matching.size() ? Optional.of(matching.get(index)) : Optional.empty();
    }

    @Override
    public Pressed press(String key, Frame frame) {
        return switch (KeyName.of(key).orElse("")) {
            case KeyName.ESC -> Pressed.closed(back.stream().toArray(Effect[]::new));
            case KeyName.ENTER -> pick();
            case "Space" -> isSwitch() ? pick() : narrowed(key);
            case "Up", "Ctrl-P", "Shift-Tab" -> at(index - 1);
            case "Down", "Ctrl-N", "Tab" -> at(index + 1);
            case "F1" -> Pressed.stays(this, new Effect.Open(HelpOverlay.OPENED));
            case "PgUp" -> at(Math.max(0, index - PAGE));
            case "PgDn" -> at(Math.min(matching().size() - 1, index + PAGE));
            case "Home" -> at(0);
            case "End" -> at(matching().size() - 1);
            default -> narrowed(key);
        };
    }

    private boolean isSwitch() {
        return selected().flatMap(Choice::marked).isPresent();
    }

    private Pressed pick() {
        Optional<Choice> picked = selected();
        if (picked.isEmpty()) {
            return Pressed.stays(this);
        }
        return isSwitch()
                ? Pressed.stays(switched(picked.get()), picked.get().effect())
                : Pressed.closed(picked.get().effect());
    }

    private Picker switched(Choice picked) {
        List<Choice> after = new ArrayList<>(choices);
        after.set(choices.indexOf(picked), picked.switched());
        return new Picker(title, after, typed, index, preview, back);
    }

    /** From the last to the first and back. */
    private Pressed at(int wanted) {
        int count = matching().size();
        return shown(typed, count == 0 ? 0 : Math.floorMod(wanted, count));
    }

    private Pressed narrowed(String key) {
        return typed.press(key)
                .map(more -> shown(more, more.text().equals(typed.text()) ? index : 0))
                .orElse(Pressed.stays(this));
    }

    private Pressed shown(LineEditor other, int at) {
        Picker next = new Picker(title, choices, other, at, preview, back);
        Optional<Effect> effect = preview ? next.selected().map(Choice::effect) : Optional.empty();
        return Pressed.stays(next, effect.stream().toArray(Effect[]::new));
    }
}
