package dev.netwatch.tui.config;

import dev.netwatch.domain.notice.NearestWord;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.input.KeyBindings;
import dev.netwatch.tui.input.KeyConflict;
import dev.netwatch.tui.input.KeyName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/* Reads {@code keys:}, which names for an action its keys. */
final class KeyChoices {
    private KeyChoices() {}

    static KeyBindings read(ConfigValue value) {
        Map<Action, List<String>> chosen = new EnumMap<>(Action.class);
        Map<Action, ConfigValue> places = new EnumMap<>(Action.class);
        for (ConfigValue entry : value.mapping()) {
            Action action = action(entry);
            if (places.put(action, entry) != null) {
                throw entry.wrong("given twice");
            }
            chosen.put(action, entry.oneOrMore(KeyChoices::key));
        }
        try {
            return KeyBindings.with(chosen);
        } catch (KeyConflict e) {
            throw told(e, places);
        }
    }

    /** At one of the two that the file names; the other may be the default. */
    private static UsageException told(KeyConflict conflict, Map<Action, ConfigValue> places) {
        Map.Entry<Action, ConfigValue> place = places.entrySet().stream()
                .filter(entry -> conflict.concerns(entry.getKey()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> conflict);
        String other = conflict.besides(place.getKey()).word();
        return place.getValue()
                .wrong("'" + conflict.key() + "' already means " + other + "; choose another, or another for " + other);
    }

    private static Action action(ConfigValue entry) {
        List<String> words = Action.bindable().stream().map(Action::word).toList();
        return Action.bindable().stream()
                .filter(action -> action.word().equals(entry.name()))
                .findFirst()
                .orElseThrow(() -> entry.wrong("there is no action '" + entry.name() + "'; known are "
                        + String.join(", ", words) + NearestWord.hint(entry.name(), words)));
    }

    private static String key(String text) {
        return KeyName.parse(text)
                .orElseThrow(() -> new UsageException(
                        "'" + text + "' is no key; write a character, or a name as Up, PgDn, F5, Ctrl-A, Alt-x"));
    }
}
