package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NameCache;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNameCache;
import org.junit.jupiter.api.Test;

class ResolveModuleTest {
    private static final class Host extends AbstractModule {
        @Override
        protected void configure() {
            FakeClock clock = new FakeClock();
            binder().requireExplicitBindings();
            binder().requireAtInjectOnConstructors();
            bind(Clock.class).toInstance(clock);
            bind(NameCache.class).toInstance(new FakeNameCache(clock));
            bind(ResolveConfig.class).toInstance(ResolveConfig.DEFAULT.offline());
        }
    }

    @Test
    void oneResolverIsBound() {
        Injector injector = Guice.createInjector(Stage.PRODUCTION, new Host(), new ResolveModule());
        try (NameResolver resolver = injector.getInstance(NameResolver.class)) {
            assertSame(resolver, injector.getInstance(NameResolver.class));
            assertInstanceOf(
                    Answer.Pending.class,
                    resolver.nameOf(IpAddress.parse("192.0.2.1")).host());
        }
    }

    @Test
    void withoutGuiceThereIsAFactory() {
        FakeClock clock = new FakeClock();
        try (NameResolver resolver =
                NameResolvers.create(ResolveConfig.DEFAULT.offline(), new FakeNameCache(clock), clock)) {
            assertEquals(
                    new Answer.NotAsked("loopback address"),
                    resolver.nameOf(IpAddress.parse("::1")).host());
        }
    }
}
