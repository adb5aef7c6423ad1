package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.ForeignText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever a server sends: no crash, no registry as owner, no network without the address, nothing a terminal obeys. */
class WhoisParserFuzzTest {
    private static final IpAddress ADDRESS = IpAddress.parse("8.8.8.8");

    @Property
    void anyBytesAreRead(@ForAll byte[] bytes) {
        check(WhoisConnection.decode(bytes));
    }

    @Property
    void anyTextIsRead(@ForAll String text) {
        check(text);
        check("NetRange: 8.8.8.0 - 8.8.8.255\nOrgName: " + text + "\ndescr: " + text + "\nReferralServer: " + text);
        check("inetnum: " + text + "\nstatus: " + text + "\nremarks: whois server at " + text);
    }

    @Test
    void realAnswersMayBeDamagedAnyhow() {
        Random random = new Random(20260102);
        for (int round = 0; round < 400; round++) {
            for (String name : WhoisFixtures.ALL) {
                byte[] bytes = WhoisFixtures.text(name).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                check(WhoisConnection.decode(bytes).substring(random.nextInt(bytes.length / 2)));
            }
        }
    }

    @Test
    void longLinesAndManyNetworksTakeNoLongTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), WhoisParserFuzzTest::checkLong);
    }

    private static void checkLong() {
        check("a".repeat(200_000));
        String gap = " ".repeat(200_000);
        check("NetRange: 8.8.8.0 - 8.8.8.255\nOrgName: a" + gap + "b\n% refer: whois" + gap + "x\ninetnum: 8" + gap
                + "x");
        check(("NetRange: 8.8.8.0 - 8.8.8.255\nOrgName: a" + " ".repeat(900) + "b\n").repeat(270));
        check("x ".repeat(100_000) + "(NET-");
        check("OrgName: " + "ARIN ".repeat(50_000));
        check("NetRange: 8.8.8.0 - 8.8.8.255\n".repeat(8_000));
    }

    private static void check(String text) {
        WhoisReply reply = WhoisParser.parse(text, ADDRESS);
        for (WhoisNetwork network : reply.networks()) {
            assertTrue(network.range().contains(ADDRESS));
            network.owners().forEach(WhoisParserFuzzTest::checkOwner);
        }
        reply.next()
                .ifPresent(server ->
                        assertEquals(server, WhoisServer.parse(server.host()).orElseThrow()));
    }

    private static void checkOwner(String owner) {
        assertFalse(RegistryNames.includes(owner), owner);
        assertEquals(ForeignText.printable(owner), owner);
        assertFalse(owner.isEmpty());
    }
}
