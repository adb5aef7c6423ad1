package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.testkit.Connections;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.MadeUpSocket;
import dev.netwatch.domain.track.Connection;
import dev.netwatch.domain.track.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhyMissingTest {
    private final Connections traffic = new Connections(new FakeClock());

    private interface Question {
        Optional<String> ask(WhyMissing why, Connection connection);
    }

    private static void assertWhy(String part, Snapshot snapshot, Question question) {
        Connection only = snapshot.tracking().open().get(0);
        String why = question.ask(new WhyMissing(snapshot), only).orElseThrow();
        assertTrue(why.contains(part), why);
    }

    @Test
    void nothingIsMissingWhereAllIsMeasured() {
        traffic.tcp("a", 1).to("192.0.2.1", 443).bytes(1, 1).rtt(900);
        traffic.tick();
        Snapshot snapshot = traffic.tick();
        Connection whole = snapshot.tracking().open().get(0);
        WhyMissing why = new WhyMissing(snapshot);
        for (Optional<String> reason : List.of(
                why.bytes(whole), why.rate(whole), why.roundTrip(whole), why.retransmits(whole), why.owner(whole))) {
            assertEquals(Optional.empty(), reason);
        }
    }

    @Test
    void aSourceThatDoesNotCountIsNamed() {
        traffic.udp("a", 1).to("192.0.2.1", 53);
        Snapshot udp = traffic.tick();
        assertWhy("inet-diag counts no bytes of UDP", udp, WhyMissing::bytes);
        assertWhy("inet-diag counts no bytes of UDP", udp, WhyMissing::rate);
        assertWhy("UDP measures none", udp, WhyMissing::roundTrip);
        assertWhy("UDP sends nothing again", udp, WhyMissing::retransmits);
        Connections poor = new Connections(new FakeClock(), "procfs", Set.of(), List.of());
        poor.tcp(Owner.NOBODY).to("192.0.2.1", 443);
        Snapshot tcp = poor.tick();
        assertWhy("procfs counts no bytes of TCP", tcp, WhyMissing::bytes);
        assertWhy("procfs does not tell it", tcp, WhyMissing::roundTrip);
        assertWhy("procfs does not tell owners", tcp, WhyMissing::owner);
    }

    @Test
    void aRateNeedsTwoSamplesAndAnOpenConnection() {
        MadeUpSocket socket = traffic.tcp("a", 1).to("192.0.2.1", 443).bytes(1, 1);
        assertWhy("two samples", traffic.tick(), WhyMissing::rate);
        socket.close();
        Snapshot closed = traffic.tick();
        assertEquals(
                Optional.of("it is closed"),
                new WhyMissing(closed).rate(closed.tracking().closed().get(0)));
    }

    @Test
    void whatClosedUnmeasuredAndWhatOnlyWaitsIsTold() {
        MadeUpSocket brief = traffic.tcp("a", 1).to("192.0.2.1", 443);
        brief.close();
        Snapshot closed = traffic.tick();
        WhyMissing why = new WhyMissing(closed);
        Connection ended = closed.tracking().closed().get(0);
        assertEquals(Optional.of("it closed before it was measured"), why.bytes(ended));
        assertEquals(Optional.of("it ended before it was measured"), why.roundTrip(ended));
        traffic.tcp("b", 2).from("0.0.0.0", 443).state(SocketState.LISTEN).direction(Direction.LISTENING);
        assertWhy("what it accepts has rows of its own", traffic.tick(), WhyMissing::bytes);
    }

    @Test
    void anAttemptHasNoRoundTripYet() {
        traffic.tcp("a", 1).to("192.0.2.1", 443).state(SocketState.SYN_SENT);
        assertWhy("has not answered yet", traffic.tick(), WhyMissing::roundTrip);
        assertWhy("has not counted this socket yet", traffic.tick(), WhyMissing::bytes);
    }

    @Test
    void aProcessIsHiddenOrGone() {
        Owner hidden =
                new Owner(Attribution.NO_PERMISSION, Optional.empty(), OptionalLong.of(26), Optional.of("postgres"));
        traffic.tcp(hidden).to("192.0.2.1", 443);
        assertWhy("the user postgres; only root", traffic.tick(), WhyMissing::owner);
        Connections other =
                new Connections(new FakeClock(), "x", Set.of(Capability.OWNERS, Capability.TCP_BYTES), List.of());
        other.tcp(Owner.NOBODY).to("192.0.2.1", 443).state(SocketState.TIME_WAIT);
        assertWhy("its process has closed it", other.tick(), WhyMissing::owner);
        assertWhy("ended before netwatch looked", other.tick(), WhyMissing::bytes);
        Connections third = new Connections(new FakeClock());
        third.tcp(Owner.NOBODY).to("192.0.2.1", 443);
        assertWhy("no process holds it", third.tick(), WhyMissing::owner);
    }
}
