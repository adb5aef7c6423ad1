package dev.netwatch.tui.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.query.FilterExpression;
import dev.netwatch.domain.query.Order;
import dev.netwatch.domain.query.SortKey;
import dev.netwatch.tui.input.Action;
import dev.netwatch.tui.state.Preferences;
import dev.netwatch.tui.state.ThemeName;
import dev.netwatch.tui.state.Units;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigParserTest {
    private final ConfigParser parser = new ConfigParser("/home/ada/.netwatch/config.yaml");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "# only a remark\n",
                "---\n",
                "~\n",
                "excluded_processes:\n",
                "excluded_processes: []\n"
            })
    void nothingSaidMeansDefaults(String yaml) {
        assertEquals(NetwatchConfig.DEFAULT, parser.parse(yaml));
    }

    @Test
    void readsTheFileOfThePythonNetwatch() {
        NetwatchConfig config = parser.parse("excluded_processes:\n  - Google Chrome\n  - no\n  - 42\n");
        assertEquals(List.of("Google Chrome", "no", "42"), config.excludedProcesses());
    }

    @Test
    void readsWhatIsSaidOfTheScreen() {
        NetwatchConfig config = parser.parse("""
                theme: high-contrast
                units: 1000
                rates: bits
                filter: process:ssh or >1MB
                sort: rtt asc
                mouse: true
                keys:
                  sort: [o, F6]
                  exclude: []
                  pause: ctrl-p
                """);
        Preferences chosen = config.preferences();
        assertEquals(ThemeName.HIGH_CONTRAST, chosen.theme());
        assertEquals(new Units(1000, true), chosen.units());
        assertEquals(FilterExpression.parse("process:ssh or >1MB"), chosen.filter());
        assertEquals(new Order(SortKey.RTT, false, false), chosen.order());
        assertTrue(chosen.mouse());
        assertEquals(List.of("o", "F6"), chosen.keys().keysOf(Action.SORT));
        assertEquals(List.of(), chosen.keys().keysOf(Action.EXCLUDE));
        assertEquals(Optional.of(Action.PAUSE), chosen.keys().actionOf("\020"));
        assertEquals(NetwatchConfig.DEFAULT, parser.parse("keys:\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    excluded_processes: chrome              | line 1, excluded_processes: is a list; write '- chrome'
                    \\nexcluded_processes: {a: b}           | line 2, excluded_processes: is a list
                    excluded_processes: [a, [b]]            | line 1, excluded_processes: an item of the list is one value
                    excluded_processes:\\n- a\\n- ' '       | line 3, excluded_processes: a process has a name
                    # x\\nintervall: 2s                     | line 2: there is no key 'intervall'; known are ascii, color
                    # x\\nintervall: 2s                     | did you mean interval?
                    interval: fast                          | line 1, interval: 'fast' is no length of time; write 500ms
                    interval: 1ms                           | line 1, interval: '1ms' is out of bounds; choose from 100ms to 1h
                    interval: [1s]                          | line 1, interval: needs one value
                    interval:                               | line 1, interval: needs one value
                    dns: no                                 | line 1, dns: 'no' is neither true nor false
                    color: allways                          | line 1, color: 'allways' is no way to use colour; choose auto, always, never; did you mean always?
                    source: netdiag                         | line 1, source: there is no source 'netdiag'; choose one of auto, ebpf
                    source: 'replay:'                       | line 1, source: there is no source 'replay:'
                    dns_servers: [dns.example]              | line 1, dns_servers: 'dns.example' is no DNS server; write its address
                    dns_servers: ['192.0.2.1:99999']        | line 1, dns_servers: '192.0.2.1:99999' is no DNS server
                    dns: true\\nwhois: true\\ndns: false    | line 3, dns: given twice
                    just words                              | line 1: a configuration is lines of the form 'key: value'
                    - a\\n- b                               | line 1: a configuration is lines of the form 'key: value'
                    ? [a]\\n: b                             | line 1: a key is one word
                    dns: true\\n  whois: x                  | line 2: no YAML
                    dns: "                                  | line 1, dns: no YAML
                    interval: [1\\n                        | line 1, interval: no YAML
                    dns: true\\ninterval: [1\\n\\n       | line 2, interval: no YAML
                    dns: true\\n# x\\nwhois: a\007b   | line 3, whois: no YAML: the character U+0007 is not allowed; remove it
                    theme: lite                             | line 1, theme: there is no theme 'lite'; choose terminal, dark, light, solarized, high-contrast, mono
                    units: 1023                             | line 1, units: '1023' is no step between units; choose 1024 or 1000
                    rates: bit                              | line 1, rates: there is no measure 'bit'; choose bytes, bits; did you mean bits?
                    mouse: yes                              | line 1, mouse: 'yes' is neither true nor false
                    filter: 'foo:x'                         | line 1, filter: at character 1 of 'foo:x': there is no field 'foo'
                    sort: totl                              | line 1, sort: there is no order 'totl'; choose total, process
                    sort: total down                        | line 1, sort: 'total down' is no order; write total, total asc or total desc
                    keys: s                                 | line 1, keys: holds lines of the form 'name: value'
                    keys:\\n  sort: s\\n  srot: t          | line 3, keys.srot: there is no action 'srot'; known are sort,
                    keys:\\n  sort: Ctrl-7                  | line 2, keys.sort: 'Ctrl-7' is no key; write a character
                    keys:\\n  sort: [s, [x]]                | line 2, keys.sort: an item of the list is one value
                    keys:\\n  exclude: F9\\n  sort: F9      | line 2, keys.exclude: 'F9' already means sort; choose another, or another for sort
                    keys:\\n  pause: [F2, Ctrl-C]           | line 2, keys.pause: 'Ctrl-C' already means interrupt
                    keys:\\n  interrupt: F2                 | line 2, keys.interrupt: there is no action 'interrupt'
                    keys: {sort: o, sort: i}                | line 1
                    dns: &a [*a]                            | line 1, dns: needs one value
                    """)
    void anErrorNamesFileLineAndKey(String yaml, String expected) {
        String text = yaml.replace("\\n", "\n");
        UsageException wrong = assertThrows(UsageException.class, () -> parser.parse(text));
        assertTrue(wrong.getMessage().startsWith("/home/ada/.netwatch/config.yaml, line "), wrong.getMessage());
        assertTrue(wrong.getMessage().contains(expected), wrong.getMessage());
        assertEquals(1, wrong.getMessage().lines().count(), "one sentence");
    }

    @Test
    void rubbishIsRefusedNeverThrownThrough() {
        Random random = new Random(2);
        String alphabet = "abins_dnsexcluded:- \n\t[]{}\"'&*!|>#%@`~\u0000\u001b\u0085\ufeff\ud800é0";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder yaml = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                yaml.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                parser.parse(yaml.toString());
            } catch (UsageException e) {
                assertTrue(e.getMessage().contains("config.yaml"), e.getMessage());
            }
        }
    }
}
