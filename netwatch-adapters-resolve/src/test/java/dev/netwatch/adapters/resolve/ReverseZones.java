package dev.netwatch.adapters.resolve;

import java.util.Map;
import java.util.TreeMap;

/** The zones the tests' DNS server serves: IPv4 and IPv6, aliases, crowds and malice. */
final class ReverseZones {
    static final int MANY = 2_000;

    private static final String SOA = """
            $TTL 3600
            @ SOA ns.example. admin.example. 1 3600 600 86400 %d
            @ NS ns.example.
            """;

    private ReverseZones() {}

    static Map<String, String> all() {
        Map<String, String> zones = new TreeMap<>();
        zones.put("113.0.203.in-addr.arpa.", SOA.formatted(120) + """
                1 PTR one.example.
                2 600 PTR short.example.
                3 5 PTR shorter.example.
                4 9999999 PTR longer.example.
                5 PTR b.example.
                5 PTR a.example.
                5 PTR c.example.
                6 TXT "here, but no name"
                7 300 CNAME 7.0-63.113.0.203.in-addr.arpa.
                0-63 NS ns.example.
                8 CNAME 8.elsewhere.example.
                9 CNAME 10
                10 CNAME 9
                20 PTR \\027\\09131mred.example.
                21 PTR www\\.bank\\.com.evil.example.
                22 PTR \\226\\128\\174moc.example.
                23 PTR .
                """);
        zones.put("0-63.113.0.203.in-addr.arpa.", SOA.formatted(60) + "7 PTR delegated.example.\n");
        zones.put("8.b.d.0.1.0.0.2.ip6.arpa.", SOA.formatted(60) + """
                1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR six.example.
                """);
        zones.put("10.in-addr.arpa.", SOA.formatted(60) + many() + crowd());
        return zones;
    }

    private static String many() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            text.append("%d.%d.0 PTR host-%d.example.\n".formatted(i % 256, i / 256, i));
        }
        return text.toString();
    }

    /** Two hundred names for one address: more than a datagram takes. */
    private static String crowd() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append("1.1.1 PTR a-rather-long-name-of-a-virtual-host-%03d.crowd.example.\n".formatted(i));
        }
        return text.toString();
    }
}
