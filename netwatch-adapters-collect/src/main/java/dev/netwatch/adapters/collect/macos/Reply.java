package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.notice.Notice;
import java.util.Optional;

/**
 * What a program answered.
 *
 * @param loss why there is no answer, or what is missing from it
 */
record Reply<T>(Optional<T> answer, Optional<Notice> loss) {
    static <T> Reply<T> of(T answer) {
        return new Reply<>(Optional.of(answer), Optional.empty());
    }

    static <T> Reply<T> failed(Notice why) {
        return new Reply<>(Optional.empty(), Optional.of(why));
    }
}
