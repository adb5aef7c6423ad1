package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name as the database has it. */
record NameRow(String address, NameKind kind, @Nullable String text, boolean failed, long learnedAt, long expiresAt) {

    static NameRow of(IpAddress address, NameKind kind, CachedName name) {
        return new NameRow(
                address.toString(),
                kind,
                name.text().orElse(null),
                name.failed(),
                Times.toMicros(name.learnedAt()),
                Times.toMicros(name.expiresAt()));
    }

    CachedName toCachedName() {
        return new CachedName(
                Optional.ofNullable(text), failed, Times.fromMicros(learnedAt), Times.fromMicros(expiresAt));
    }
}
