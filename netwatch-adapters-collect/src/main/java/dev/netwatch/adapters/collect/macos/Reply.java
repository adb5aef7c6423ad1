package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.notice.Notice;
import java.util.Optional;

/**
 * What a program answered.
 *
 * @param loss why there is no answer, or what is missing from it
 */
record Reply<T>(Optional<T> answer, Optional<Notice> loss) {
    static <T> Reply<T> failed(Notice why) {
        return new Reply<>(Optional.empty(), Optional.of(why));
    }

    /** The loss, and where there is no answer at all what becomes of what it would have told. */
    Optional<Notice> lossWith(String consequence) {
        return answer.isPresent()
                ? loss
                : loss.map(why -> new Notice(why.code(), why.severity(), why.sentence() + "; " + consequence + "."));
    }
}
