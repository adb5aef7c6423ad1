package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.port.NameCache;
import dev.netwatch.domain.testkit.FakeClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceModuleTest {
    @TempDir
    private Path directory;

    @Test
    void bindsThePortsAndTouchesNoFileUntilTheyAreUsed() {
        Path home = directory.resolve("home");
        AbstractModule host = new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                binder().requireAtInjectOnConstructors();
                bind(Clock.class).toInstance(new FakeClock());
                bind(PersistenceConfig.class).toInstance(PersistenceConfig.in(home));
            }
        };
        Injector injector = Guice.createInjector(Stage.PRODUCTION, host, new PersistenceModule());
        ExclusionRepository exclusions = injector.getInstance(ExclusionRepository.class);
        assertSame(injector.getInstance(HistoryRepository.class), injector.getInstance(HistoryRepository.class));
        assertSame(injector.getInstance(Persistence.class).names(), injector.getInstance(NameCache.class));
        assertFalse(Files.exists(home));
        try (Persistence persistence = injector.getInstance(Persistence.class)) {
            assertEquals(List.of(), exclusions.list());
            assertTrue(Files.exists(home.resolve("netwatch.db")));
            assertEquals(List.of(), persistence.notices());
        }
    }
}
