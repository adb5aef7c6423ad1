package dev.netwatch.tui.state;

import dev.netwatch.tui.input.KeyName;

/**
 * The settings, to be looked at and changed. A change is seen at once; it is kept for later runs when the user says so.
 *
 * @param saved as the configuration has them
 * @param table what is shown now, to be made the start of later runs
 * @param index of the selected setting
 */
public record SettingsOverlay(Preferences chosen, Preferences saved, TableOptions table, int index) implements Overlay {
    @Override
    public Pressed press(String key, Frame frame) {
        return switch (KeyName.of(key).orElse("")) {
            case KeyName.ESC, "q", "," -> Pressed.closed();
            case "Up", "k" -> at(index - 1);
            case "Down", "j", "Tab" -> at(index + 1);
            case "Right", KeyName.ENTER, "Space" -> stepped(1);
            case "Left" -> stepped(-1);
            case "s", "S" -> Pressed.closed(new Effect.Save(chosen));
            default -> Pressed.stays(this);
        };
    }

    public Setting selected() {
        return Setting.values()[index];
    }

    private Pressed at(int wanted) {
        int there = Math.floorMod(wanted, Setting.values().length);
        return Pressed.stays(new SettingsOverlay(chosen, saved, table, there));
    }

    private Pressed stepped(int by) {
        Preferences next = selected().step(chosen, table, by);
        return Pressed.stays(new SettingsOverlay(next, saved, table, index), new Effect.Prefer(next));
    }
}
