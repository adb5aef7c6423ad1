package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.CachedName;
import dev.netwatch.domain.name.NameKind;
import dev.netwatch.domain.port.NameCache;
import dev.netwatch.domain.testkit.NameCacheContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MybatisNameCacheTest extends NameCacheContract {
    @TempDir
    private Path directory;

    private Persistence persistence;

    @BeforeEach
    void open() {
        persistence = Persistence.lazy(PersistenceConfig.in(directory), clock);
    }

    @AfterEach
    void close() {
        persistence.close();
    }

    @Override
    protected NameCache cache() {
        return persistence.names();
    }

    @Test
    void outlivesTheProgram() {
        IpAddress address = IpAddress.parse("192.0.2.1");
        CachedName name = new CachedName(
                Optional.of("one.example"), false, clock.now(), clock.now().plusSeconds(60));
        cache().put(address, NameKind.HOST, name);
        persistence.close();
        open();
        assertEquals(Optional.of(name), cache().find(address, NameKind.HOST));
    }

    @Test
    void keepsOnlyTheNamesThatExpireLast() throws Exception {
        DatabaseOpener opener = new DatabaseOpener(PersistenceConfig.in(directory), clock, new NoticeBoard());
        try (SqliteDatabase database = new SqliteDatabase(opener, new NoticeBoard())) {
            NameCache small = new MybatisNameCache(database, clock, new Limits(Duration.ofDays(1), 1, 1, 10, 1_000));
            for (int i = 0; i <= 256; i++) {
                clock.advance(Duration.ofSeconds(1));
                small.put(
                        IpAddress.v4(i),
                        NameKind.HOST,
                        new CachedName(
                                Optional.empty(),
                                false,
                                clock.now(),
                                clock.now().plusSeconds(60)));
            }
        }
        assertEquals(List.of("10"), Store.ask(directory.resolve("netwatch.db"), "SELECT count(*) FROM name"));
    }
}
