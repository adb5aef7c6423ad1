package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolveConfigTest {
    @Test
    void theDefaultsArePinned() {
        DnsConfig dns = new DnsConfig(
                true,
                List.of(),
                Duration.ofSeconds(2),
                3,
                64,
                Duration.ofMinutes(1),
                Duration.ofDays(1),
                Duration.ofHours(1),
                Duration.ofMinutes(1));
        WhoisConfig whois = new WhoisConfig(
                true,
                "whois.iana.org",
                Map.of(),
                Duration.ofSeconds(5),
                5,
                262_144,
                Duration.ofSeconds(1),
                5,
                Duration.ofDays(30),
                Duration.ofDays(1),
                Duration.ofMinutes(15));
        assertEquals(new ResolveConfig(dns, whois, 50_000, 4_096), ResolveConfig.DEFAULT);
    }

    @Test
    void offlineIsNeither() {
        assertFalse(ResolveConfig.DEFAULT.offline().dns().enabled());
        assertFalse(ResolveConfig.DEFAULT.offline().whois().enabled());
        assertTrue(ResolveConfig.DEFAULT.withoutDns().whois().enabled());
        assertTrue(ResolveConfig.DEFAULT.withoutWhois().dns().enabled());
    }

    @Test
    void whatCannotWorkIsRefused() {
        DnsConfig dns = DnsConfig.DEFAULT;
        WhoisConfig whois = WhoisConfig.DEFAULT;
        assertThrows(IllegalArgumentException.class, () -> dns.withTimeout(Duration.ZERO, 1));
        assertThrows(IllegalArgumentException.class, () -> dns.withTimeout(Duration.ofSeconds(1), 0));
        assertThrows(IllegalArgumentException.class, () -> whois.withTimeout(Duration.ofSeconds(-1)));
        assertThrows(IllegalArgumentException.class, () -> whois.withRate(Duration.ZERO, 5));
        assertThrows(IllegalArgumentException.class, () -> whois.withRate(Duration.ofSeconds(1), 0));
        assertThrows(IllegalArgumentException.class, () -> new ResolveConfig(dns, whois, 0, 1));
    }
}
