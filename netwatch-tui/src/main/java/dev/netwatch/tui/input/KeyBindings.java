package dev.netwatch.tui.input;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which key does what. Keys go by their {@link KeyName}. Immutable. */
public final class KeyBindings {
    /** As they are where nobody chose others. */
    public static final KeyBindings DEFAULT = new KeyBindings(Map.of());

    private final Map<String, Action> actions = new HashMap<>();
    private final Map<Action, List<String>> keys = new EnumMap<>(Action.class);

    private KeyBindings(Map<Action, List<String>> chosen) {
        Set<String> taken = new HashSet<>();
        chosen.values().forEach(taken::addAll);
        chosen.forEach(this::bind);
        DefaultKeys.ALL.forEach((action, usual) -> {
            if (action == Action.INTERRUPT) {
                bind(action, usual);
            } else if (!chosen.containsKey(action)) {
                bind(action, usual.stream().filter(key -> !taken.contains(key)).toList());
            }
        });
    }

    private void bind(Action action, List<String> names) {
        keys.put(action, List.copyOf(names));
        for (String name : names) {
            Action other = actions.put(name, action);
            if (other != null && other != action) {
                throw new KeyConflict(name, action, other);
            }
        }
    }

    /**
     * The default keys, but for these actions others. A chosen key is taken from the action that has it by default.
     *
     * @param chosen for an action all its keys, by name; none takes its keys away
     * @throws KeyConflict if one key would mean two things; nothing else is wrong
     */
    public static KeyBindings with(Map<Action, List<String>> chosen) {
        return new KeyBindings(chosen);
    }

    /** What a whole key asks for; empty for sequences that mean nothing here. */
    public Optional<Action> actionOf(String key) {
        Optional<String> name = KeyName.of(key);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Action bound = actions.get(name.get());
        if (bound != null) {
            return Optional.of(bound);
        }
        boolean plain = KeyName.isText(name.get()) || name.get().equals(KeyName.ENTER);
        return plain ? Optional.of(Action.OTHER) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyBindings bindings && keys.equals(bindings.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    /** The keys for it, the usual one first; none where the user took them away. */
    public List<String> keysOf(Action action) {
        return keys.getOrDefault(action, List.of());
    }
}
