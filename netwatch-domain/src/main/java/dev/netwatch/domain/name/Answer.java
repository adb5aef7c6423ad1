package dev.netwatch.domain.name;

import java.time.Instant;
import java.util.Optional;

/** What one question about an address has brought so far. */
public sealed interface Answer {

    /** Asked, or about to be. */
    record Pending() implements Answer {}

    /**
     * The name.
     *
     * @param text without control characters; a host name without its final dot
     * @param evidence how it is known, in a word: {@code ptr}, {@code whois}
     * @param at when it was learned
     */
    record Found(String text, String evidence, Instant at) implements Answer {}

    /** Asked, and there is none. */
    record Absent() implements Answer {}

    /**
     * Asked in vain; it will be asked again.
     *
     * @param reason in a few words
     */
    record Failed(String reason) implements Answer {}

    /**
     * Never asked.
     *
     * @param reason in a few words, such as {@code private address} or {@code switched off}
     */
    record NotAsked(String reason) implements Answer {}

    /** The name, where there is one. */
    default Optional<String> name() {
        return this instanceof Found found ? Optional.of(found.text()) : Optional.empty();
    }
}
