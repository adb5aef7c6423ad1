package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.testkit.FakeClock;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** The way through the registries, with stubs that bear their names. */
class WhoisLookupTest {
    private static final String IANA = "whois.iana.org";
    private static final String ARIN = "whois.arin.net";
    private static final String RIPE = "whois.ripe.net";
    /** Nothing listens there, so nothing leaves the machine for a name that is not pinned. */
    private static final Endpoint NO_DNS = new Endpoint(IpAddress.parse("127.0.0.1"), 1);

    private final FakeClock clock = new FakeClock();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Map<String, Endpoint> pinned = new HashMap<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private StubWhois server(String host, UnaryOperator<String> answers) throws IOException {
        return server(host, StandardCharsets.UTF_8, answers);
    }

    private StubWhois server(String host, Charset charset, UnaryOperator<String> answers) throws IOException {
        return pin(host, StubWhois.answering(charset, answers));
    }

    private StubWhois pin(String host, StubWhois stub) {
        opened.add(stub);
        pinned.put(host, stub.endpoint());
        return stub;
    }

    private StubWhois iana(String referral) throws IOException {
        return server(IANA, question -> "refer: " + referral + "\n\n" + network(question, 8, "Administered by ARIN"));
    }

    /** The network of so many bits around the address at the end of the question. */
    private static String network(String question, int bits, String organisation) {
        IpAddress address = IpAddress.parse(question.substring(question.lastIndexOf(' ') + 1));
        IpRange range = IpRange.around(address, bits);
        return "inetnum: " + range.first() + " - " + range.last() + "\norganisation: " + organisation + "\n";
    }

    private WhoisConfig config() {
        return ResolveFixture.whois(IANA, pinned);
    }

    private WhoisLookup lookup() {
        return lookup(config(), clock);
    }

    private static WhoisLookup lookup(WhoisConfig config, Clock time) {
        return lookup(config, time, NO_DNS);
    }

    private static WhoisLookup lookup(WhoisConfig config, Clock time, Endpoint dnsServer) {
        DnsConfig dns = ResolveFixture.dns(dnsServer);
        DnsExchange exchange = new DnsExchange(new DnsServers(dns, time), dns.attempts());
        return new WhoisLookup(config, new WhoisHosts(exchange, config.pinned(), time), time);
    }

    private static Answer ask(WhoisLookup lookup, String address) {
        return lookup.ask(IpAddress.parse(address)).answer();
    }

    @Test
    void theReferralIsFollowedToTheRegistryThatHoldsTheNetwork() throws IOException {
        StubWhois iana = server(IANA, question -> WhoisFixtures.text("iana-8"));
        StubWhois arin = server(ARIN, question -> WhoisFixtures.text("arin-8.8.8.8"));
        assertEquals(new Answer.Found("Google LLC", "whois", clock.now()), ask(lookup(), "8.8.8.8"));
        assertEquals(List.of("8.8.8.8"), iana.asked());
        assertEquals(List.of("n + 8.8.8.8"), arin.asked());
    }

    @Test
    void fromIanaByArinToRipe() throws IOException {
        iana(ARIN);
        server(ARIN, question -> WhoisFixtures.text("arin-ripe"));
        StubWhois ripe = server(
                RIPE,
                question ->
                        WhoisFixtures.text(question.contains("organisation") ? "ripe-organisation" : "ripe-assigned"));
        assertEquals(
                Optional.of("Example Press Holding GmbH"),
                ask(lookup(), "193.99.144.80").name());
        assertEquals(List.of("-r -T inetnum 193.99.144.80", "-r -T organisation ORG-EP1-RIPE"), ripe.asked());
    }

    @Test
    void apnicsPointerToANationalRegistryIsFollowed() throws IOException {
        iana("whois.apnic.net");
        server("whois.apnic.net", question -> WhoisFixtures.text("apnic-krnic"));
        server("whois.kisa.or.kr", question -> WhoisFixtures.text("krnic"));
        assertEquals(Optional.of("Example Noodles"), ask(lookup(), "1.209.1.1").name());
    }

    @Test
    void aSubRegistryThatFailsLeavesWhatTheRegistryKnew() throws IOException {
        iana("whois.apnic.net");
        server("whois.apnic.net", question -> WhoisFixtures.text("apnic-krnic"));
        server("whois.kisa.or.kr", question -> "");
        Learned learned = lookup().ask(IpAddress.parse("1.209.1.1"));
        assertEquals(Optional.of("Example Telecom"), learned.answer().name());
        assertEquals(Duration.ofDays(1), learned.holds(), "asked again sooner than a whole answer");
    }

    @Test
    void latin1IsReadAsWell() throws IOException {
        iana("whois.lacnic.net");
        server("whois.lacnic.net", StandardCharsets.ISO_8859_1, question -> WhoisFixtures.text("lacnic"));
        assertEquals(
                Optional.of("Companhia de Saneamento Básico São Exemplo"),
                ask(lookup(), "200.160.2.3").name());
    }

    @Test
    void aRegistryThatKnowsOnlyItselfLeavesNoOwner() throws IOException {
        iana(RIPE);
        server(RIPE, question -> WhoisFixtures.text("ripe-foreign"));
        assertInstanceOf(Answer.Absent.class, ask(lookup(), "8.8.8.8"));
    }

    @Test
    void anAssignedNetworkIsAskedForOnce() throws IOException {
        iana(ARIN);
        StubWhois arin = server(ARIN, question -> WhoisFixtures.text("arin-customer"));
        WhoisLookup lookup = lookup();
        assertEquals(
                Optional.of("Example Bakery Inc"), ask(lookup, "12.34.56.70").name());
        assertEquals(
                Optional.of("Example Bakery Inc"), ask(lookup, "12.34.56.71").name());
        assertEquals(1, arin.asked().size());
        assertEquals(
                Optional.of("AT&T Enterprises, LLC"),
                ask(lookup, "12.34.56.200").name());
        assertEquals(2, arin.asked().size());
        clock.advance(Duration.ofDays(31));
        ask(lookup, "12.34.56.71");
        assertEquals(3, arin.asked().size());
    }

    @Test
    void anAllocationDoesNotSpeakForItsCustomers() throws IOException {
        iana(ARIN);
        server(ARIN, question -> WhoisFixtures.text("arin-8.8.8.8"));
        WhoisLookup lookup = lookup();
        assertEquals(Optional.of("Level 3 Parent, LLC"), ask(lookup, "8.9.9.9").name());
        assertEquals(Optional.of("Level 3 Parent, LLC"), ask(lookup, "8.9.9.10").name());
        assertEquals(Optional.of("Google LLC"), ask(lookup, "8.8.8.8").name());
    }

    @Test
    void theRootIsAskedOnceForABlock() throws IOException {
        StubWhois iana = iana(ARIN);
        StubWhois arin = server(ARIN, question -> network(question, 24, "Example LLC"));
        WhoisLookup lookup = lookup();
        ask(lookup, "8.1.1.1");
        ask(lookup, "8.2.2.2");
        assertEquals(1, iana.asked().size());
        assertEquals(2, arin.asked().size());
        ask(lookup, "9.1.1.1");
        assertEquals(2, iana.asked().size());
    }

    @Test
    void referralsInACircleEnd() throws IOException {
        StubWhois iana = iana("whois.one.example");
        server("whois.one.example", question -> "ReferralServer: whois://whois.two.example\n");
        StubWhois two = server("whois.two.example", question -> "ReferralServer: whois://whois.one.example\n");
        assertEquals(new Answer.Failed("whois servers refer to each other"), ask(lookup(), "8.8.8.8"));
        assertEquals(1, iana.asked().size());
        assertEquals(1, two.asked().size());
    }

    @Test
    void aChainOfReferralsEndsAfterSomeHops() throws IOException {
        iana("whois.n1.example");
        for (int i = 1; i < 20; i++) {
            int next = i + 1;
            server("whois.n" + i + ".example", question -> "refer: whois.n" + next + ".example\n");
        }
        ask(lookup(), "8.8.8.8");
        long asked = opened.stream()
                .mapToLong(stub -> ((StubWhois) stub).asked().size())
                .sum();
        assertEquals(config().hops(), asked);
    }

    @Test
    void aServerThatHangsIsLeftAfterTheTimeOut() throws IOException {
        pin(IANA, StubWhois.hanging());
        WhoisConfig config = config().withTimeout(Duration.ofMillis(200));
        assertEquals(
                new Answer.Failed("whois.iana.org does not answer"), ask(lookup(config, Clock.system()), "8.8.8.8"));
    }

    @Test
    void aServerThatDripsIsLeftAfterTheSameTime() throws Exception {
        StubWhois dripping = pin(IANA, new StubWhois((question, out) -> {
            while (true) {
                out.write('x');
                out.flush();
                Thread.onSpinWait();
            }
        }));
        WhoisConfig config = new WhoisConfig(
                true,
                IANA,
                pinned,
                Duration.ofMillis(200),
                5,
                Integer.MAX_VALUE,
                Duration.ofMillis(1),
                1_000,
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofMinutes(15));
        assertEquals(
                new Answer.Failed("whois.iana.org does not answer"), ask(lookup(config, Clock.system()), "8.8.8.8"));
        dripping.awaitHangUp();
    }

    @Test
    void aFloodIsReadToTheLimitAndNoFurther() throws Exception {
        StubWhois flooding = pin(IANA, new StubWhois((question, out) -> {
            out.write("NetRange: 8.8.8.0 - 8.8.8.255\nOrgName: Example LLC\n".getBytes(StandardCharsets.US_ASCII));
            byte[] line = "Comment: more and more and more\n".getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(line);
            }
        }));
        assertEquals(Optional.of("Example LLC"), ask(lookup(), "8.8.8.8").name());
        flooding.awaitHangUp();
    }

    @Test
    void aServerThatFailsAgainAndAgainIsLeftAloneForAWhile() throws IOException {
        StubWhois iana = server(IANA, question -> "");
        WhoisLookup lookup = lookup();
        for (int i = 0; i < 10; i++) {
            assertInstanceOf(Answer.Failed.class, ask(lookup, "8.8.8." + i));
        }
        assertEquals(3, iana.asked().size());
        clock.advance(Duration.ofMinutes(1));
        ask(lookup, "8.8.8.8");
        assertEquals(4, iana.asked().size());
    }

    @Test
    void aRefusalIsHeeded() throws IOException {
        iana(RIPE);
        StubWhois ripe = server(RIPE, question -> WhoisFixtures.text("ripe-denied"));
        WhoisLookup lookup = lookup();
        assertEquals(new Answer.Failed("whois.ripe.net refuses questions for now"), ask(lookup, "193.99.144.80"));
        assertEquals(new Answer.Failed("whois.ripe.net refuses questions for now"), ask(lookup, "193.99.144.81"));
        assertEquals(1, ripe.asked().size());
    }

    @Test
    void aReferralToAnAddressThatIsNotPublicIsNotFollowed() throws Exception {
        StubWhois inside = StubWhois.answering(question -> "NetRange: 8.8.8.0 - 8.8.8.255\nOrgName: Inside\n");
        opened.add(inside);
        StubDns dns = StubDns.answering(WhoisLookupTest::loopbackForAll);
        opened.add(dns);
        iana("whois.inside.example");
        assertEquals(
                new Answer.Failed("whois.inside.example does not answer"),
                ask(lookup(config(), clock, dns.endpoint()), "8.8.8.8"));
        assertEquals(List.of(), inside.asked());
        assertTrue(dns.asked().stream().anyMatch(name -> name.toString().equals("whois.inside.example.")));
    }

    private static Message loopbackForAll(Message question) {
        return question.getQuestion().getType() == Type.A
                ? StubDns.reply(
                        question,
                        Rcode.NOERROR,
                        new ARecord(question.getQuestion().getName(), DClass.IN, 60, InetAddress.getLoopbackAddress()))
                : StubDns.reply(question, Rcode.NOERROR);
    }
}
