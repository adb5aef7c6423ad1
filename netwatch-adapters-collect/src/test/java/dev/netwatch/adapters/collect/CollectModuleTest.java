package dev.netwatch.adapters.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.testkit.FakeClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CollectModuleTest {
    private static final Key<Set<ConnectionSource>> SOURCES = Key.get(new TypeLiteral<Set<ConnectionSource>>() {});

    private static Injector injector(CollectConfig config) {
        return Guice.createInjector(Stage.PRODUCTION, new CollectModule(config), new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                binder().requireAtInjectOnConstructors();
                bind(Clock.class).toInstance(new FakeClock());
            }
        });
    }

    private static Set<String> ids(Set<ConnectionSource> sources) {
        return sources.stream().map(ConnectionSource::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void bindsEverySourceOfEverySystem() {
        Injector injector = injector(CollectConfig.DEFAULT);
        assertEquals(
                Set.of("ebpf", "inet-diag", "procfs", "iphlpapi", "nettop", "lsof", "oshi"),
                ids(injector.getInstance(SOURCES)));
        assertNotNull(injector.getInstance(NetworkInterfaces.class));
    }

    @Test
    void bindsEachSourceOnce() {
        Injector injector = injector(CollectConfig.DEFAULT);
        ConnectionSource first = injector.getInstance(SOURCES).iterator().next();
        assertSame(first, injector.getInstance(SOURCES).iterator().next());
    }

    @Test
    void bindsAReplayOnlyWhenItIsAskedFor() {
        Injector injector = injector(CollectConfig.replaying(Path.of("no-such-file")));
        ConnectionSource replay = injector.getInstance(SOURCES).stream()
                .filter(source -> source.id().equals("replay"))
                .findFirst()
                .orElseThrow();
        assertTrue(replay.rank() < 0);
        assertTrue(replay.refusal().isPresent());
    }

    @Test
    void theFactoryOffersTheSameBestFirst() {
        List<ConnectionSource> sources = ConnectionSources.forThisSystem(new FakeClock());
        assertEquals(
                List.of("ebpf", "inet-diag", "iphlpapi", "nettop", "procfs", "lsof", "oshi"),
                sources.stream().map(ConnectionSource::id).toList());
        for (int i = 1; i < sources.size(); i++) {
            assertTrue(sources.get(i - 1).rank() > sources.get(i).rank());
        }
    }

    @Test
    void nothingIsReplayedByDefault() {
        assertEquals(Optional.empty(), CollectConfig.DEFAULT.replay());
        assertFalse(CollectConfig.DEFAULT.loop());
    }
}
