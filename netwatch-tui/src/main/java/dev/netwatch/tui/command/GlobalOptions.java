package dev.netwatch.tui.command;

import dev.netwatch.tui.config.ConfigFile;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.HomeFinder;
import dev.netwatch.tui.config.NetwatchConfig;
import dev.netwatch.tui.config.NetwatchConfigBuilder;
import dev.netwatch.tui.config.UsageException;
import dev.netwatch.tui.terminal.ColorMode;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/* The options every command takes, before or after its name. What is not given leaves the configuration file's word. */
final class GlobalOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Keep history, configuration and log here instead of in ~/.netwatch.")
    @Nullable
    Path home;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            scope = ScopeType.INHERIT,
            converter = Converters.Source.class,
            completionCandidates = Candidates.Sources.class,
            description = "Where connections come from: auto, ebpf, inet-diag, procfs, nettop, lsof, iphlpapi, oshi"
                    + " or replay:FILE.")
    @Nullable
    String source;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            converter = Converters.Interval.class,
            description = "Time between two samples, as 500ms, 2s or 1m (2s on the screen, 1s in a stream).")
    @Nullable
    Duration interval;

    @Option(names = "--no-dns", scope = ScopeType.INHERIT, description = "Ask nobody for host names.")
    boolean noDns;

    @Option(names = "--no-whois", scope = ScopeType.INHERIT, description = "Ask nobody for organisations.")
    boolean noWhois;

    @Option(names = "--offline", scope = ScopeType.INHERIT, description = "Same as --no-dns --no-whois.")
    boolean offline;

    @Option(names = "--no-history", scope = ScopeType.INHERIT, description = "Do not remember what is seen.")
    boolean noHistory;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            converter = Converters.Color.class,
            completionCandidates = Candidates.Colors.class,
            description = "Use colour: auto, always or never.")
    @Nullable
    ColorMode color;

    @Option(names = "--ascii", scope = ScopeType.INHERIT, description = "Use no character outside ASCII.")
    boolean ascii;

    Home home(Surroundings surroundings) {
        return new HomeFinder(surroundings.environment(), surroundings.userHome()).find(home);
    }

    /* Whoever gave no --source does not know where that name comes from. */
    private static void refuseUnreadable(ConfigFile file, String recording) {
        if (!new File(recording).canRead()) {
            throw new UsageException(file.path() + ", source: the recording " + recording
                    + " cannot be read; check its name and rights");
        }
    }

    /** The configuration file's choices, and over them those of the command line. */
    NetwatchConfig config(Home folder) {
        ConfigFile file = new ConfigFile(folder);
        NetwatchConfig written = file.read();
        if (source == null) {
            written.replay().ifPresent(recording -> refuseUnreadable(file, recording));
        }
        NetwatchConfigBuilder config = written.change();
        Optional.ofNullable(source).ifPresent(config::source);
        Optional.ofNullable(interval).ifPresent(config::interval);
        Optional.ofNullable(color).ifPresent(config::color);
        if (noDns || offline) {
            config.dns(false);
        }
        if (noWhois || offline) {
            config.whois(false);
        }
        if (noHistory) {
            config.history(false);
        }
        if (ascii) {
            config.ascii(true);
        }
        return config.build();
    }
}
