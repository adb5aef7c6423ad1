package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.testkit.FakeClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

class WhoisHostsTest {
    private static final WhoisServer SERVER = new WhoisServer("whois.example.net");

    private final FakeClock clock = new FakeClock();

    private WhoisHosts hosts(Map<String, Endpoint> pinned, Endpoint... servers) {
        return new WhoisHosts(new DnsExchange(new DnsServers(ResolveFixture.dns(servers), clock), 1), pinned, clock);
    }

    private static Message answer(Message question, String... addresses) {
        Name name = question.getQuestion().getName();
        int type = question.getQuestion().getType();
        Message reply = StubDns.reply(question, Rcode.NOERROR);
        for (String text : addresses) {
            IpAddress address = IpAddress.parse(text);
            if (type == (address.isV4() ? Type.A : Type.AAAA)) {
                reply.addRecord(record(name, address), org.xbill.DNS.Section.ANSWER);
            }
        }
        return reply;
    }

    private static Record record(Name name, IpAddress address) {
        try {
            InetAddress bytes = InetAddress.getByAddress(address.bytes());
            return address.isV4()
                    ? new ARecord(name, DClass.IN, 60, bytes)
                    : new AAAARecord(name, DClass.IN, 60, bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Endpoint at(String address) {
        return new Endpoint(IpAddress.parse(address), 43);
    }

    @Test
    void publicAddressesAreTakenIpv4First() throws Exception {
        try (StubDns dns = StubDns.answering(
                question -> answer(question, "2600::1", "127.0.0.1", "10.0.0.1", "9.9.9.9", "fd00::1", "::1"))) {
            WhoisHosts hosts = hosts(Map.of(), dns.endpoint());
            assertEquals(List.of(at("9.9.9.9"), at("2600::1")), hosts.endpointsOf(SERVER));
            hosts.endpointsOf(SERVER);
            assertEquals(2, dns.asked().size(), "remembered");
            clock.advance(Duration.ofHours(1));
            hosts.endpointsOf(SERVER);
            assertEquals(4, dns.asked().size());
        }
    }

    @Test
    void privateAddressesAlonePermitNothing() throws Exception {
        try (StubDns dns = StubDns.answering(
                question -> answer(question, "127.0.0.1", "192.168.0.1", "169.254.169.254", "fe80::1", "fd00::1"))) {
            IOException refusal = assertThrows(
                    IOException.class, () -> hosts(Map.of(), dns.endpoint()).endpointsOf(SERVER));
            assertEquals("whois.example.net has no public address", refusal.getMessage());
        }
    }

    @Test
    void onlyThePinnedMayBeAnywhere() throws Exception {
        Endpoint loopback = new Endpoint(IpAddress.parse("127.0.0.1"), 4343);
        assertEquals(
                List.of(loopback), hosts(Map.of("whois.example.net", loopback)).endpointsOf(SERVER));
    }

    @Test
    void withoutDnsThereIsNoAddress() throws Exception {
        try (StubDns dns = StubDns.saying(Rcode.SERVFAIL)) {
            IOException failure = assertThrows(
                    IOException.class, () -> hosts(Map.of(), dns.endpoint()).endpointsOf(SERVER));
            assertEquals("cannot resolve whois.example.net", failure.getMessage());
        }
    }
}
