package dev.netwatch.tui;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Stage;
import dev.netwatch.adapters.collect.CollectConfig;
import dev.netwatch.adapters.collect.CollectModule;
import dev.netwatch.adapters.collect.ConnectionSources;
import dev.netwatch.adapters.persistence.PersistenceModule;
import dev.netwatch.adapters.resolve.ResolveModule;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.tui.command.Program;
import dev.netwatch.tui.command.Surroundings;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.NetwatchConfig;
import dev.netwatch.tui.runtime.Backend;
import dev.netwatch.tui.runtime.LogSetup;
import dev.netwatch.tui.runtime.Trace;
import dev.netwatch.tui.terminal.Dashboard;
import java.nio.file.Path;
import java.time.ZoneId;

/** Starts here: gives the program its surroundings, and the system its exit code. */
public final class NetwatchMain {
    private NetwatchMain() {}

    public static void main(String[] arguments) {
        LogSetup.prepare();
        Trace.mark("main");
        Thread.setDefaultUncaughtExceptionHandler(NetwatchMain::logged);
        System.exit(new Program(surroundings()).run(arguments));
    }

    /* A thread that ends by mistake must not write onto the screen. */
    private static void logged(Thread thread, Throwable e) {
        System.getLogger(NetwatchMain.class.getName())
                .log(System.Logger.Level.ERROR, "thread " + thread.getName() + " ended", e);
    }

    private static Surroundings surroundings() {
        return new Surroundings(
                StandardStreams.out(),
                System.err,
                StandardStreams.charset(),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                ZoneId::systemDefault,
                Clock.system(),
                StandardStreams::outputIsTerminal,
                StandardStreams::columns,
                ConnectionSources::interfaces,
                NetwatchMain::backend,
                (settings, model) -> Dashboard.run(settings, model),
                StandardStreams::stop);
    }

    private static Backend backend(NetwatchConfig config, Home home) {
        return Guice.createInjector(Stage.PRODUCTION, new Wiring(config, home, Clock.system()))
                .getInstance(Backend.class);
    }

    /* All modules a run needs. */
    private static final class Wiring extends AbstractModule {
        private final NetwatchConfig config;
        private final Home home;
        private final Clock clock;

        Wiring(NetwatchConfig config, Home home, Clock clock) {
            this.config = config;
            this.home = home;
            this.clock = clock;
        }

        @Override
        protected void configure() {
            binder().requireExplicitBindings();
            binder().requireAtInjectOnConstructors();
            if (config.replay().isPresent()) {
                install(new CollectModule(
                        CollectConfig.replaying(Path.of(config.replay().get()))));
                install(new ReplayModule(clock));
            } else {
                install(new CollectModule(CollectConfig.DEFAULT));
                install(new PersistenceModule());
                install(new ResolveModule());
                install(new TuiModule(config, home, clock));
            }
        }
    }
}
