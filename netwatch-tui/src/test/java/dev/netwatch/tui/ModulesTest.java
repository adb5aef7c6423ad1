package dev.netwatch.tui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import dev.netwatch.adapters.collect.CollectConfig;
import dev.netwatch.adapters.collect.CollectModule;
import dev.netwatch.adapters.persistence.PersistenceConfig;
import dev.netwatch.adapters.persistence.PersistenceModule;
import dev.netwatch.adapters.resolve.ResolveConfig;
import dev.netwatch.adapters.resolve.ResolveModule;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.tui.config.FileOwner;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.NetwatchConfig;
import dev.netwatch.tui.runtime.Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {
    @TempDir
    Path folder = Path.of("");

    private final FakeClock clock = new FakeClock();

    private static Backend backend(AbstractModule... modules) {
        AbstractModule strict = new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                binder().requireAtInjectOnConstructors();
                for (AbstractModule module : modules) {
                    install(module);
                }
            }
        };
        return Guice.createInjector(Stage.PRODUCTION, strict).getInstance(Backend.class);
    }

    private Home home() {
        return new Home(folder.resolve("home"), Optional.empty());
    }

    @Test
    void everythingIsWiredAndNothingIsTouched() {
        Backend backend = backend(
                new CollectModule(CollectConfig.DEFAULT),
                new PersistenceModule(),
                new ResolveModule(),
                new TuiModule(NetwatchConfig.DEFAULT, home(), clock));
        assertTrue(backend.sources().size() >= 3);
        assertTrue(backend.memory().isPresent());
        assertSame(clock, backend.clock());
        assertTrue(Files.notExists(home().folder()));
        backend.memory().orElseThrow().close().run();
        backend.names().close();
    }

    @Test
    void aReplayHasNoMemoryAndAsksNobody() {
        FakeConnectionSource source = new FakeConnectionSource(clock);
        AbstractModule fakes = new AbstractModule() {
            @Override
            protected void configure() {
                bind(new TypeLiteral<Set<ConnectionSource>>() {}).toInstance(Set.of(source));
                bind(NetworkInterfaces.class).toInstance(List::of);
            }
        };
        Backend backend = backend(fakes, new ReplayModule(clock));
        assertTrue(backend.memory().isEmpty());
        assertEquals(
                new Answer.NotAsked("replay"),
                backend.names().nameOf(IpAddress.parse("203.0.113.1")).host());
    }

    @Test
    void choicesReachTheAdapters() {
        NetwatchConfig config = NetwatchConfig.DEFAULT
                .change()
                .history(false)
                .retention(Duration.ofDays(3))
                .dns(false)
                .whois(false)
                .build();
        PersistenceConfig files =
                TuiModule.persistence(config, new Home(folder, Optional.of(new FileOwner(1000, 1001))));
        assertFalse(files.writesHistory());
        assertEquals(Duration.ofDays(3), files.retention());
        assertEquals(Optional.of(new PersistenceConfig.Owner(1000, 1001)), files.owner());
        ResolveConfig names = TuiModule.resolve(config);
        assertFalse(names.dns().enabled() || names.whois().enabled());
        ResolveConfig usual = TuiModule.resolve(NetwatchConfig.DEFAULT);
        assertTrue(usual.dns().enabled() && usual.whois().enabled());
    }
}
