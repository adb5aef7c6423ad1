package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NameCache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ibatis.session.ExecutorType;

/** The name cache on SQLite. An expired name is not answered any more but stays the last known name of its address. */
final class MybatisNameCache implements NameCache {
    /** Every so many writes the oldest names are looked through, from the first on. */
    private static final int SWEEP_EVERY = 256;

    private final SqliteDatabase database;
    private final Clock clock;
    private final Housekeeping housekeeping;
    private final AtomicInteger writes = new AtomicInteger();

    MybatisNameCache(SqliteDatabase database, Clock clock, Duration retention) {
        this(database, clock, Limits.of(retention));
    }

    MybatisNameCache(SqliteDatabase database, Clock clock, Limits limits) {
        this.database = database;
        this.clock = clock;
        housekeeping = new Housekeeping(clock, limits);
    }

    @Override
    public Optional<CachedName> find(IpAddress address, NameKind kind) {
        long now = Times.toMicros(clock.now());
        return database.read(session ->
                        Optional.ofNullable(session.getMapper(NameMapper.class).find(address.toString(), kind, now)))
                .map(NameRow::toCachedName);
    }

    @Override
    public void put(IpAddress address, NameKind kind, CachedName name) {
        NameRow row = NameRow.of(address, kind, name);
        database.write(ExecutorType.SIMPLE, session -> {
            session.getMapper(NameMapper.class).put(row);
            if (writes.getAndIncrement() % SWEEP_EVERY == 0) {
                housekeeping.sweepNames(session);
            }
            return row;
        });
    }
}
