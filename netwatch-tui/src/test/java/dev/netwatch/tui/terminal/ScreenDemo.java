package dev.netwatch.tui.terminal;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.screen.SampleTraffic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

/** The dashboard on made-up traffic, to look at: {@code ScreenDemo [measuring|empty|failed|many]}. */
public final class ScreenDemo implements DashboardModel {
    private static final long TICK_MILLIS = 2000;

    private final Set<Exclusion> exclusions = new CopyOnWriteArraySet<>();
    private final String kind;
    private volatile Snapshot latest = Snapshot.MEASURING;

    private ScreenDemo(String kind) {
        this.kind = kind;
    }

    /** Shows it until the user quits. */
    public static void main(String[] arguments) {
        ScreenDemo model = new ScreenDemo(arguments.length > 0 ? arguments[0] : "");
        DashboardSettings settings = new DashboardSettings(
                "eth0",
                Optional.of(IpAddress.parse("10.0.0.7")),
                Filter.ALL,
                false,
                Duration.ofMillis(TICK_MILLIS),
                false,
                ColorMode.AUTO,
                Clock.system());
        System.exit(Dashboard.run(settings, model));
    }

    @Override
    public void start(Runnable changed) {
        Thread sampler = new Thread(() -> sample(traffic(), changed), "demo");
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample(Supplier<Snapshot> traffic, Runnable changed) {
        try {
            while (!kind.equals("measuring")) {
                latest = traffic.get();
                changed.run();
                Thread.sleep(TICK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Supplier<Snapshot> traffic() {
        FakeClock clock = new FakeClock(Instant.now());
        if (kind.equals("empty")) {
            Connections table = new Connections(clock);
            for (int i = 0; i < 37; i++) {
                table.tcp("postgres", 10 + i)
                        .from("127.0.0.1", 5432)
                        .to("127.0.0.1", 40000 + i)
                        .bytes(1, 1);
            }
            return table::tick;
        }
        if (kind.equals("many")) {
            Connections table = new Connections(clock);
            for (int i = 0; i < 10_000; i++) {
                table.tcp("worker-" + i % 20, 100 + i % 20)
                        .to("192.0." + i / 250 + "." + i % 250, 443)
                        .bytes(i * 1000L, i * 10L)
                        .seen(1 + i % 40);
            }
            return table::tick;
        }
        SampleTraffic traffic = new SampleTraffic(clock);
        int[] ticks = {0};
        return () -> {
            if (kind.equals("failed") && ++ticks[0] > 3) {
                traffic.table().fail("inet-diag: the kernel answered EPERM; run with sudo, or use --source procfs");
            }
            return traffic.tick();
        };
    }

    @Override
    public Snapshot latest() {
        return latest;
    }

    @Override
    public Set<Exclusion> exclusions() {
        return new HashSet<>(exclusions);
    }

    @Override
    public void exclude(String process) {
        exclusions.add(new Exclusion(process, Instant.EPOCH));
    }

    @Override
    public void clearExclusions() {
        exclusions.clear();
    }

    @Override
    public List<Notice> notices() {
        return List.of();
    }
}
