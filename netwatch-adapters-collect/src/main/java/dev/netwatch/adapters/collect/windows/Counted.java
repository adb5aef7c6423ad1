package dev.netwatch.adapters.collect.windows;

/** Numbers in sentences. */
final class Counted {
    private Counted() {}

    /** {@code 1 socket}, {@code 2 sockets}. */
    static String of(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
