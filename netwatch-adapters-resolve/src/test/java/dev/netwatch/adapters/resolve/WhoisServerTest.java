package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoisServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "whois.example.net",
                " WHOIS.Example.NET ",
                "whois://whois.example.net",
                "whois://whois.example.net:43",
                "whois://whois.example.net/"
            })
    void hostNamesAreFollowed(String text) {
        assertEquals(Optional.of(new WhoisServer("whois.example.net")), WhoisServer.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "127.0.0.1",
                "10.0.0.1",
                "[::1]",
                "::1",
                "whois://127.0.0.1",
                "2130706433",
                "0x7f.1",
                "rwhois://rwhois.example.net:4321",
                "http://whois.example.net",
                "whois://whois.example.net:25",
                "whois.example.net:22",
                "whois.example.net/path",
                "user@whois.example.net",
                "-bad.example.net",
                "bad-.example.net",
                "a..example",
                "whois.example.net\r\nQUIT",
                "whois example net",
                "whois.example.1"
            })
    void nothingElseIs(String text) {
        assertEquals(Optional.empty(), WhoisServer.parse(text));
    }
}
