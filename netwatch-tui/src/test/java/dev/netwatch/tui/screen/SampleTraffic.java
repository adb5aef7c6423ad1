package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.MadeUpSocket;
import dev.netwatch.domain.track.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A working day in one picture: everything that a row can look like. */
public final class SampleTraffic {
    /** Tenths: how busy it is at one tick after another. */
    private static final int[] WAVE = {10, 10, 10, 10, 8, 7, 9, 12, 14, 11, 6, 3, 1, 0, 0, 2, 5, 9};

    private final Connections table;
    private final List<MadeUpSocket> busy = new ArrayList<>();
    private final MadeUpSocket ended;
    private final long[] received = new long[8];
    private final long[] sent = new long[8];
    private int ticks;

    public SampleTraffic(FakeClock clock) {
        table = new Connections(clock);
        busy.add(table.tcp("curl", 48213)
                .to("151.101.2.132", 443)
                .seen(1)
                .named("mirror.example.org")
                .heldBy("Fastly, Inc.")
                .rtt(11_300));
        busy.add(table.tcp("java", 47110)
                .to("104.18.19.125", 443)
                .seen(12)
                .heldBy("Cloudflare, Inc.")
                .rtt(9_800));
        busy.add(table.tcp("java", 47110).to("104.18.19.125", 443));
        busy.add(table.tcp("firefox", 3120)
                .from("2001:db8:85a3::8a2e:370:7334", 50300)
                .to("2a00:1450:4001:82b::200e", 443)
                .seen(340)
                .named("ec2-100-51-238-69.compute-1.amazonaws.com")
                .rtt(31_000));
        table.udp("firefox", 3120).to("142.250.185.68", 443).seen(51).named("www.example.net");
        table.tcp("python3", 48390).to("185.199.108.133", 443).bytes(2_048, 1_023);
        table.tcp("sshd", 911)
                .from("10.0.0.7", 22)
                .to("10.0.0.21", 51544)
                .direction(Direction.INBOUND)
                .seen(88)
                .bytes(2_100_000, 91_234)
                .rtt(400);
        table.tcp(new Owner(Attribution.NO_PERMISSION, Optional.empty(), OptionalLong.of(113), Optional.of("postgres")))
                .to("10.0.0.9", 5432)
                .seen(4)
                .bytes(88_000, 440);
        table.tcp(new Owner(Attribution.NO_PERMISSION, Optional.empty(), OptionalLong.of(1000), Optional.empty()))
                .to("93.184.216.34", 80)
                .seen(1)
                .bytes(0, 0);
        table.tcp(Owner.NOBODY)
                .to("93.184.216.34", 443)
                .state(SocketState.FIN_WAIT_2)
                .seen(2);
        table.tcp("日本語プロセス名前", 5150).to("203.0.113.80", 8080).seen(1300).about(5_000_000_000L, 70_000);
        table.tcp("evil\033[2Jname\u202e\t!", 666)
                .to("198.51.100.66", 31337)
                .seen(1)
                .bytes(12, 1);
        table.tcp("postgres", 1207)
                .from("127.0.0.1", 5432)
                .to("127.0.0.1", 40100)
                .bytes(9_000, 9_000);
        table.tcp("psql", 1300).from("127.0.0.1", 40100).to("127.0.0.1", 5432).bytes(9_000, 9_000);
        table.tcp("postgres", 1207).from("0.0.0.0", 5432).state(SocketState.LISTEN);
        ended = table.tcp("apt-get", 47001)
                .to("151.101.86.132", 80)
                .seen(9)
                .named("deb.example.org")
                .bytes(69_000_000, 400_000);
    }

    /** The next sample, with more bytes than the last. */
    public Snapshot tick() {
        ticks++;
        for (int i = 0; i < busy.size(); i++) {
            received[i] += (8_400_000L >> 4 * i) * WAVE[(ticks + 5 * i) % WAVE.length] / 10;
            sent[i] += 900L * WAVE[(ticks * 3 + i) % WAVE.length] / 10;
            busy.get(i).bytes(41_000_000L / (i + 1) + received[i], 12_345L * (i + 1) + sent[i]);
        }
        if (ticks == 2) {
            ended.close();
        }
        return table.tick();
    }

    /** The table behind it, to make it fail. */
    public Connections table() {
        return table;
    }
}
