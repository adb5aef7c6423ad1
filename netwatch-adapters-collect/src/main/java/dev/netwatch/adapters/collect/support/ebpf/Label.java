package dev.netwatch.adapters.collect.support.ebpf;

/** A place in a program that jumps lead to; bound once, jumped to from before or behind. */
final class Label {
    private static final int UNBOUND = -1;

    private final String name;
    private int position = UNBOUND;

    Label(String name) {
        this.name = name;
    }

    void bind(int here) {
        if (position != UNBOUND) {
            throw new IllegalStateException("label " + name + " is bound twice");
        }
        position = here;
    }

    int position() {
        if (position == UNBOUND) {
            throw new IllegalStateException("label " + name + " is never bound");
        }
        return position;
    }

    @Override
    public String toString() {
        return name;
    }
}
