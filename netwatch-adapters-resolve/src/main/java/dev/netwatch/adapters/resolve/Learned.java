package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.name.CachedName;
import java.time.Duration;
import java.time.Instant;

/** What a question brought, and how long that holds. */
record Learned(Answer answer, Instant at, Duration holds) {
    static Learned found(String text, String evidence, Instant at, Duration holds) {
        return new Learned(new Answer.Found(text, evidence, at), at, holds);
    }

    static Learned absent(Instant at, Duration holds) {
        return new Learned(new Answer.Absent(), at, holds);
    }

    static Learned failed(String reason, Instant at, Duration holds) {
        return new Learned(new Answer.Failed(reason), at, holds);
    }

    Instant expiresAt() {
        return at.plus(holds);
    }

    CachedName toCache() {
        return new CachedName(answer.name(), answer instanceof Answer.Failed, at, expiresAt());
    }
}
