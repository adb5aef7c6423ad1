package dev.netwatch.adapters.resolve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers of whois servers; see the README beside them. */
final class WhoisFixtures {
    static final List<String> ALL = List.of(
            "iana-8",
            "iana-v6",
            "arin-8.8.8.8",
            "arin-list",
            "arin-customer",
            "arin-ripe",
            "ripe-assigned",
            "ripe-organisation",
            "ripe-full",
            "ripe-foreign",
            "ripe-denied",
            "apnic-assigned",
            "apnic-jpnic",
            "apnic-krnic",
            "lacnic",
            "afrinic",
            "jpnic",
            "krnic");

    private WhoisFixtures() {}

    static String text(String name) {
        try (InputStream in = WhoisFixtures.class.getResourceAsStream("/whois/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("no such fixture: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
