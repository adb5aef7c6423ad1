package dev.netwatch.tui.config;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.terminal.ColorMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Choices being made; what is not chosen stays as it was. */
public final class NetwatchConfigBuilder {
    private List<String> excludedProcesses;
    private String source;
    private Optional<Duration> interval;
    private boolean dns;
    private boolean whois;
    private List<Endpoint> dnsServers;
    private boolean history;
    private Duration retention;
    private Duration staleFor;
    private boolean loopback;
    private boolean listening;
    private ColorMode color;
    private boolean ascii;
    private Preferences preferences;

    NetwatchConfigBuilder(NetwatchConfig from) {
        excludedProcesses = from.excludedProcesses();
        source = from.source();
        interval = from.interval();
        dns = from.dns();
        whois = from.whois();
        dnsServers = from.dnsServers();
        history = from.history();
        retention = from.retention();
        staleFor = from.staleFor();
        loopback = from.loopback();
        listening = from.listening();
        color = from.color();
        ascii = from.ascii();
        preferences = from.preferences();
    }

    public NetwatchConfigBuilder excludedProcesses(List<String> names) {
        excludedProcesses = names;
        return this;
    }

    public NetwatchConfigBuilder source(String chosen) {
        source = chosen;
        return this;
    }

    public NetwatchConfigBuilder interval(Duration chosen) {
        interval = Optional.of(chosen);
        return this;
    }

    public NetwatchConfigBuilder dns(boolean asked) {
        dns = asked;
        return this;
    }

    public NetwatchConfigBuilder whois(boolean asked) {
        whois = asked;
        return this;
    }

    public NetwatchConfigBuilder dnsServers(List<Endpoint> servers) {
        dnsServers = servers;
        return this;
    }

    public NetwatchConfigBuilder history(boolean kept) {
        history = kept;
        return this;
    }

    public NetwatchConfigBuilder retention(Duration chosen) {
        retention = chosen;
        return this;
    }

    public NetwatchConfigBuilder staleFor(Duration chosen) {
        staleFor = chosen;
        return this;
    }

    public NetwatchConfigBuilder loopback(boolean shown) {
        loopback = shown;
        return this;
    }

    public NetwatchConfigBuilder listening(boolean shown) {
        listening = shown;
        return this;
    }

    public NetwatchConfigBuilder color(ColorMode chosen) {
        color = chosen;
        return this;
    }

    public NetwatchConfigBuilder ascii(boolean only) {
        ascii = only;
        return this;
    }

    public NetwatchConfigBuilder preferences(Preferences chosen) {
        preferences = chosen;
        return this;
    }

    /** As they are chosen so far. */
    Preferences preferences() {
        return preferences;
    }

    public NetwatchConfig build() {
        return new NetwatchConfig(
                excludedProcesses,
                source,
                interval,
                dns,
                whois,
                dnsServers,
                history,
                retention,
                staleFor,
                loopback,
                listening,
                color,
                ascii,
                preferences);
    }
}
