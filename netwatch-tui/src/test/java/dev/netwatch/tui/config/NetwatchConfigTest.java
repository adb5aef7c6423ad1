package dev.netwatch.tui.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.state.ThemeName;
import dev.netwatch.tui.terminal.ColorMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetwatchConfigTest {
    @Test
    void defaults() {
        NetwatchConfig config = NetwatchConfig.DEFAULT;
        assertEquals(List.of(), config.excludedProcesses());
        assertEquals("auto", config.source());
        assertEquals(Optional.empty(), config.interval());
        assertEquals(true, config.dns());
        assertEquals(true, config.whois());
        assertEquals(List.of(), config.dnsServers());
        assertEquals(true, config.history());
        assertEquals(Duration.ofDays(365), config.retention());
        assertEquals(Duration.ofHours(24), config.staleFor());
        assertEquals(false, config.loopback());
        assertEquals(false, config.listening());
        assertEquals(ColorMode.AUTO, config.color());
        assertEquals(false, config.ascii());
        assertEquals(14, NetwatchConfig.class.getRecordComponents().length, "a new value needs its default here");
    }

    @Test
    void everyKeyOfTheFileArrives() {
        NetwatchConfig config = new ConfigParser("config.yaml").parse("""
                        excluded_processes: [chrome, "Web Content"]
                        source: procfs
                        interval: 500ms
                        dns: false
                        whois: false
                        dns_servers: [192.0.2.53, "[2001:db8::53]:5353"]
                        history: false
                        retention: 30d
                        stale_for: 1h
                        loopback: true
                        listening: true
                        color: never
                        ascii: true
                        theme: light
                        """);
        NetwatchConfig expected = new NetwatchConfig(
                List.of("chrome", "Web Content"),
                "procfs",
                Optional.of(Duration.ofMillis(500)),
                false,
                false,
                List.of(
                        new Endpoint(IpAddress.parse("192.0.2.53"), 53),
                        new Endpoint(IpAddress.parse("2001:db8::53"), 5353)),
                false,
                Duration.ofDays(30),
                Duration.ofHours(1),
                true,
                true,
                ColorMode.NEVER,
                true,
                Preferences.DEFAULT.withTheme(ThemeName.LIGHT));
        assertEquals(expected, config);
        assertEquals(expected, config.change().build());
    }

    @Test
    void aReplayIsASourceWithAFile() {
        assertEquals(
                Optional.of("a b.rec"),
                NetwatchConfig.DEFAULT.change().source("replay:a b.rec").build().replay());
        assertEquals(Optional.empty(), NetwatchConfig.DEFAULT.replay());
    }
}
