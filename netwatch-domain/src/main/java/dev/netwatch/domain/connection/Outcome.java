package dev.netwatch.domain.connection;

/** What became of the attempt to connect. */
public enum Outcome {
    ESTABLISHED,
    REFUSED,
    TIMED_OUT,
    UNREACHABLE,
    GIVEN_UP,
    RESET
}
