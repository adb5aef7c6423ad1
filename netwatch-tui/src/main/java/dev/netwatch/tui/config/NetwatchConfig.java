package dev.netwatch.tui.config;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.terminal.ColorMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be chosen, by the configuration file and, stronger, by the command line.
 *
 * @param excludedProcesses names of processes not to show
 * @param source which source of connections to use: its id, {@link #AUTO}, or {@code replay:FILE}
 * @param interval time between two samples; empty for what the command itself finds fit
 * @param dns whether host names are asked for
 * @param whois whether organisations are asked for
 * @param dnsServers whom to ask; empty for the system's resolvers
 * @param history whether what is seen is remembered
 * @param retention how long a peer is remembered after it was last seen
 * @param staleFor how long a row without connections stays on the screen
 * @param loopback whether what stays on this machine is shown at first
 * @param listening whether sockets that wait for peers are shown at first
 * @param ascii whether the screen keeps to ASCII
 * @param preferences what else was chosen about the screen
 */
public record NetwatchConfig(
        List<String> excludedProcesses,
        String source,
        Optional<Duration> interval,
        boolean dns,
        boolean whois,
        List<Endpoint> dnsServers,
        boolean history,
        Duration retention,
        Duration staleFor,
        boolean loopback,
        boolean listening,
        ColorMode color,
        boolean ascii,
        Preferences preferences) {
    /** The best source that works here. */
    public static final String AUTO = "auto";

    public static final NetwatchConfig DEFAULT = new NetwatchConfig(
            List.of(),
            AUTO,
            Optional.empty(),
            true,
            true,
            List.of(),
            true,
            Duration.ofDays(365),
            Duration.ofHours(24),
            false,
            false,
            ColorMode.AUTO,
            false,
            Preferences.DEFAULT);

    private static final String REPLAY = "replay:";

    public NetwatchConfig {
        excludedProcesses = List.copyOf(excludedProcesses);
        dnsServers = List.copyOf(dnsServers);
    }

    /** The recording to replay, where the source is one. A replay touches neither history nor DNS. */
    public Optional<String> replay() {
        return source.startsWith(REPLAY) ? Optional.of(source.substring(REPLAY.length())) : Optional.empty();
    }

    /** The same choices, open to change. */
    public NetwatchConfigBuilder change() {
        return new NetwatchConfigBuilder(this);
    }
}
