package dev.netwatch.domain.history;

/** Whether a peer was seen in an earlier run. */
public enum Familiarity {
    NEW,
    SEEN
}
