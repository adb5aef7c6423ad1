package dev.netwatch.tui.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
                    dns: "                                  | line 1: no YAML
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
