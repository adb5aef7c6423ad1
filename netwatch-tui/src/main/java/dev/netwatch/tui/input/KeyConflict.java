package dev.netwatch.tui.input;

/** One key was to mean two things. */
public final class KeyConflict extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final Action one;
    private final Action other;

    KeyConflict(String key, Action one, Action other) {
        super(key + " means " + one.word() + " and " + other.word());
        this.key = key;
        this.one = one;
        this.other = other;
    }

    public String key() {
        return key;
    }

    /** Whether the action is one of the two. */
    public boolean concerns(Action action) {
        return action == one || action == other;
    }

    /** The action that also has the key. */
    public Action besides(Action action) {
        return action == one ? other : one;
    }
}
