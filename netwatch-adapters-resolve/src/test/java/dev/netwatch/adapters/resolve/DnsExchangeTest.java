package dev.netwatch.adapters.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.name.Answer;
import dev.netwatch.domain.testkit.FakeClock;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** One question, several servers. */
class DnsExchangeTest {
    private static final IpAddress ADDRESS = IpAddress.parse("192.0.2.1");
    private static final Duration SHORT = Duration.ofMillis(200);

    private final FakeClock clock = new FakeClock();

    private Answer ask(Endpoint... servers) throws Exception {
        DnsConfig config = ResolveFixture.dns(servers).withTimeout(SHORT, 2);
        DnsExchange exchange = new DnsExchange(new DnsServers(config, clock), config.attempts());
        return new PtrLookup(exchange, config, clock)
                .ask(ADDRESS)
                .toCompletableFuture()
                .get()
                .answer();
    }

    private static StubDns good() throws Exception {
        return StubDns.answering(question -> StubDns.reply(question, Rcode.NOERROR, ptr(question)));
    }

    private static Record ptr(Message question) {
        Name name = question.getQuestion().getName();
        return new PTRRecord(name, DClass.IN, 300, Name.fromConstantString("good.example."));
    }

    @Test
    void aServerThatFailsIsPassedOver() throws Exception {
        for (int code : new int[] {Rcode.SERVFAIL, Rcode.REFUSED, Rcode.NOTIMP}) {
            try (StubDns bad = StubDns.saying(code);
                    StubDns good = good()) {
                assertEquals(
                        Optional.of("good.example"),
                        ask(bad.endpoint(), good.endpoint()).name());
                assertEquals(1, bad.asked().size());
            }
        }
    }

    @Test
    void aServerThatSaysNothingIsPassedOver() throws Exception {
        try (StubDns silent = StubDns.silent();
                StubDns good = good()) {
            assertEquals(
                    Optional.of("good.example"),
                    ask(silent.endpoint(), good.endpoint()).name());
        }
    }

    @Test
    void aServerThatDoesNotRunIsPassedOver() throws Exception {
        try (StubDns good = good()) {
            assertEquals(
                    Optional.of("good.example"), ask(nobody(), good.endpoint()).name());
        }
    }

    @Test
    void noSuchNameIsAnAnswerAndNobodyElseIsAsked() throws Exception {
        try (StubDns first = StubDns.saying(Rcode.NXDOMAIN);
                StubDns second = good()) {
            assertInstanceOf(Answer.Absent.class, ask(first.endpoint(), second.endpoint()));
            assertEquals(0, second.asked().size());
        }
    }

    @Test
    void whereNobodyAnswersTheReasonIsTold() throws Exception {
        try (StubDns silent = StubDns.silent()) {
            assertEquals(new Answer.Failed("DNS server does not answer"), ask(silent.endpoint()));
            assertEquals(2, silent.asked().size(), "asked again before giving up");
        }
        try (StubDns bad = StubDns.saying(Rcode.SERVFAIL)) {
            assertEquals(new Answer.Failed("DNS says SERVFAIL"), ask(bad.endpoint()));
        }
        assertEquals(new Answer.Failed("DNS server does not run"), ask(nobody()));
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() throws Exception {
        Name other = Name.fromConstantString("2.2.0.192.in-addr.arpa.");
        try (StubDns liar = StubDns.answering(question -> {
            Message reply = StubDns.reply(question, Rcode.NOERROR, ptr(question));
            reply.removeAllRecords(Section.QUESTION);
            reply.addRecord(Record.newRecord(other, question.getQuestion().getType(), DClass.IN), Section.QUESTION);
            return reply;
        })) {
            assertInstanceOf(Answer.Failed.class, ask(liar.endpoint()));
        }
    }

    @Test
    void aliasesThatNeverEndAreGivenUp() throws Exception {
        try (StubDns endless = StubDns.answering(question -> {
            Name name = question.getQuestion().getName();
            Name longer = Name.fromConstantString("x" + name);
            return StubDns.reply(question, Rcode.NOERROR, new CNAMERecord(name, DClass.IN, 300, longer));
        })) {
            assertInstanceOf(Answer.Absent.class, ask(endless.endpoint()));
            assertEquals(5, endless.asked().size());
        }
    }

    @Test
    void rubbishInADatagramIsAFailure() throws Exception {
        try (StubDns rubbish = StubDns.answering(question -> {
            Message reply = StubDns.reply(question, Rcode.NOERROR);
            reply.getHeader().setOpcode(15);
            return reply;
        })) {
            Answer answer = ask(rubbish.endpoint());
            assertEquals(Optional.empty(), answer.name());
        }
    }

    /** A loopback port on which nothing listens any more. */
    private static Endpoint nobody() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return new Endpoint(IpAddress.parse("127.0.0.1"), socket.getLocalPort());
        }
    }
}
