package dev.netwatch.domain.name;

import java.time.Instant;
import java.util.Optional;

/**
 * A name kept from an earlier question.
 *
 * @param text empty where the answer was that there is none, or where asking failed
 * @param failed whether asking failed; such an entry only says not to ask again too soon
 * @param learnedAt when the answer came
 * @param expiresAt when it must be asked anew
 */
public record CachedName(Optional<String> text, boolean failed, Instant learnedAt, Instant expiresAt) {
    public CachedName {
        if (failed && text.isPresent()) {
            throw new IllegalArgumentException("a failed question has no answer");
        }
    }
}
