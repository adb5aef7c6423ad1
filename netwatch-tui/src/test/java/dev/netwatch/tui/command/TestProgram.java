package dev.netwatch.tui.command;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeConnectionSource;
import dev.netwatch.domain.testkit.FakeExclusionRepository;
import dev.netwatch.domain.testkit.FakeHistoryRepository;
import dev.netwatch.domain.testkit.FakeNameResolver;
import dev.netwatch.domain.testkit.FakeSampleRecorder;
import dev.netwatch.tui.config.NetwatchConfig;
import dev.netwatch.tui.runtime.Backend;
import dev.netwatch.tui.runtime.Stop;
import dev.netwatch.tui.terminal.DashboardSettings;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/* The program with everything outside it faked: ports, streams, terminal, time. Waiting for a tick moves the clock. */
final class TestProgram {
    final FakeClock clock = new FakeClock();
    final FakeConnectionSource source = new FakeConnectionSource(clock);
    final FakeNameResolver names = new FakeNameResolver();
    FakeHistoryRepository.Store past = new FakeHistoryRepository.Store();
    final FakeExclusionRepository exclusions = new FakeExclusionRepository();
    final FakeSampleRecorder recorder = new FakeSampleRecorder();
    final Map<String, String> environment = new HashMap<>();
    final List<NetwatchConfig> configs = new CopyOnWriteArrayList<>();
    final List<DashboardSettings> screens = new ArrayList<>();
    final Path home;

    boolean terminal;
    int columns = 80;
    Charset charset = StandardCharsets.UTF_8;
    /** Why the history cannot be written. */
    Optional<Notice> fullDisk = Optional.empty();

    Runnable betweenTicks = () -> {};
    int ticksBeforeStop = Integer.MAX_VALUE;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
    OutputStream out = written;

    TestProgram(Path folder) {
        home = folder.resolve("home");
        environment.put("NETWATCH_HOME", home.toString());
    }

    int run(String... arguments) {
        written.reset();
        complained.reset();
        return new Program(surroundings()).run(arguments);
    }

    String out() {
        return written.toString(charset);
    }

    List<String> lines() {
        return out().lines().toList();
    }

    String err() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    private Surroundings surroundings() {
        return new Surroundings(
                out,
                new PrintStream(complained, true, StandardCharsets.UTF_8),
                charset,
                environment,
                home,
                () -> ZoneOffset.UTC,
                clock,
                () -> terminal,
                () -> columns,
                () -> () -> List.of(
                        new LocalInterface("lo", 1, true, true, List.of(IpAddress.parse("127.0.0.1"))),
                        new LocalInterface("eth0", 2, true, false, List.of(IpAddress.parse("192.0.2.7")))),
                (config, folder) -> backend(config),
                (settings, model) -> {
                    screens.add(settings);
                    return 0;
                },
                FastStop::new);
    }

    private Backend backend(NetwatchConfig config) {
        configs.add(config);
        FakeHistoryRepository history = new FakeHistoryRepository(past);
        // Real time for the disk: a scripted leap of the clock while a write is under way is not a slow disk.
        Backend.Memory memory = new Backend.Memory(
                fullDisk.map(why -> unwritable(history, why)).orElse(history),
                exclusions,
                List::of,
                history::close,
                Clock.system());
        return new Backend(
                Set.of(source),
                List::of,
                names,
                config.replay().isPresent() ? Optional.empty() : Optional.of(memory),
                (file, recorded) -> recorder,
                clock);
    }

    /* Every method but one is the real one's. */
    private static HistoryRepository unwritable(HistoryRepository readable, Notice why) {
        return (HistoryRepository) Proxy.newProxyInstance(
                TestProgram.class.getClassLoader(),
                new Class<?>[] {HistoryRepository.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("record")) {
                        throw new HistoryException(why);
                    }
                    return method.invoke(readable, given);
                });
    }

    /* Time passes at once. */
    private final class FastStop extends Stop {
        private int ticks;

        @Override
        public boolean await(long nanos) {
            clock.advance(Duration.ofNanos(nanos));
            betweenTicks.run();
            if (++ticks >= ticksBeforeStop) {
                ask();
            }
            return isAsked();
        }
    }
}
