package dev.netwatch.adapters.collect.macos;

import static dev.netwatch.adapters.collect.macos.RecordedOutput.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.support.command.CommandResult;
import dev.netwatch.adapters.collect.support.command.CommandResult.Ending;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when a program fails, hangs, prints garbage or is missing: the loss is told, what is known stays. */
class MacLossTest {
    private static final FiveTuple CHROME = tcp("192.168.3.37", 49565, "140.82.121.3", 443);
    private static final FiveTuple PUSH = tcp("192.168.3.37", 56241, "17.57.145.55", 5223);

    private final MacBench mac = new MacBench();

    private static String sentence(Coverage coverage, String code) {
        return coverage.reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .map(Notice::sentence)
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + MacBench.codes(coverage)));
    }

    private static Set<FiveTuple> tuples(Sample sample) {
        return new HashSet<>(MacBench.tuples(sample));
    }

    @Test
    void withoutNettopTheSocketsStayAndTheirBytesAreUnknown() {
        Sample before = mac.session(1).sample();
        mac.session(1).commands.hangs("nettop");
        Sample after = mac.sample();
        assertEquals(Coverage.Level.PARTIAL, after.coverage().level());
        assertTrue(sentence(after.coverage(), "nettop-failed").contains("longer than 5 s"));
        assertEquals(tuples(before), tuples(after));
        assertTrue(after.open().stream().allMatch(socket -> socket.counters().isEmpty()));
        assertEquals(
                before.find(PUSH).orElseThrow().id(),
                after.find(PUSH).orElseThrow().id());
        Sample recovered = mac.session(2).sample();
        assertEquals(Coverage.Level.SAMPLED, recovered.coverage().level());
        assertEquals(
                before.find(CHROME).orElseThrow().id(),
                recovered.find(CHROME).orElseThrow().id());
        assertEquals(
                9_653_000,
                recovered.find(CHROME).orElseThrow().counters().orElseThrow().received());
    }

    @Test
    void whatOnlyNettopKnewIsKeptForAMinute() {
        mac.session(1).sample();
        mac.commands.hangs("nettop");
        for (int i = 0; i < 5; i++) {
            assertTrue(tuples(mac.sample()).contains(PUSH));
        }
        mac.clock.advance(Duration.ofMinutes(1));
        Sample late = mac.sample();
        assertTrue(late.find(PUSH).isEmpty());
        assertTrue(late.find(CHROME).isPresent(), "lsof still answers for this one");
    }

    @Test
    void withoutLsofWhatItKnewStaysUnlessNettopSawItGo() {
        Sample before = mac.session(1).sample();
        mac.session(2).commands.answers("lsof", CommandResult.exited(137, "", "Killed: 9\nand more\u001b[2J"));
        for (int i = 0; i < 3; i++) {
            Sample after = mac.sample();
            assertEquals(Coverage.Level.PARTIAL, after.coverage().level());
            String why = sentence(after.coverage(), "lsof-failed");
            assertTrue(why.contains("exit code 137: Killed: 9 and more[2J"), why);
            Set<FiveTuple> expected = tuples(before);
            expected.remove(tcp("192.168.3.37", 50500, "198.51.100.9", 443));
            assertEquals(expected, tuples(after));
            assertEquals(
                    before.find(CHROME).orElseThrow().id(),
                    after.find(CHROME).orElseThrow().id());
        }
    }

    @Test
    void whenNobodyAnswersTheSampleFailsAndTheNextIsWhole() {
        Sample before = mac.session(1).sample();
        mac.commands.isMissing("nettop").prints("lsof", "lsof: illegal option\n");
        SourceException failed = assertThrows(SourceException.class, mac::sample);
        assertEquals("macos-silent", failed.notice().code());
        assertTrue(
                failed.notice().sentence().contains("nettop"), failed.notice().sentence());
        assertTrue(failed.notice().sentence().contains("lsof"), failed.notice().sentence());
        Sample after = mac.session(1).sample();
        assertEquals(
                before.find(CHROME).orElseThrow().id(),
                after.find(CHROME).orElseThrow().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nettop", "lsof"})
    void outputThatHadToBeCutIsNotUsed(String program) {
        Sample before = mac.session(1).sample();
        mac.commands.answers(program, new CommandResult(Ending.TOO_LONG, -1, "p1\nclaunchd\n", ""));
        Sample after = mac.sample();
        assertTrue(sentence(after.coverage(), program + "-failed").contains("16 MiB"));
        assertEquals(tuples(before), tuples(after));
    }

    @Test
    void anEmptyAnswerWithAComplaintIsAFailureOfLsof() {
        mac.session(1).sample();
        mac.commands.answers("lsof", CommandResult.exited(1, "", "lsof: can't get process table"));
        assertTrue(sentence(mac.sample().coverage(), "lsof-failed").contains("process table"));
        mac.commands.answers("lsof", CommandResult.exited(1, "", ""));
        assertEquals(Coverage.Level.SAMPLED, mac.sample().coverage().level(), "nobody has a socket");
    }

    @Test
    void withoutPsProcessesStayWhoTheyWere() {
        ProcessRef before = process(mac.session(1).sample(), CHROME);
        mac.session(2).commands.hangs("ps");
        Sample after = mac.sample();
        assertEquals(before, process(after, CHROME));
        assertEquals(Coverage.Level.PARTIAL, after.coverage().level());
        assertTrue(MacBench.codes(after.coverage()).contains("ps-failed"));
    }

    @Test
    void withoutPsAnotherNameIsAnotherProcess() {
        mac.session(1).sample();
        String reused = RecordedOutput.read("session/lsof-1.txt").replace("cGoogle Chrome Helper", "cother");
        String flows = RecordedOutput.read("session/nettop-1.csv").replace("Google Chrome H.772", "other.772");
        mac.commands.prints("lsof", reused).prints("nettop", flows).hangs("ps");
        assertEquals(ProcessRef.of(772, "other"), process(mac.sample(), CHROME));
    }

    @Test
    void aProcessThatStartedAfterTheSocketsWereListedIsNotTheirs() {
        mac.session(1).commands.prints("ps", "  772 700 501 ada Fri Jan  2 03:04:06 2026 /bin/other\n");
        assertEquals(ProcessRef.of(772, "Google Chrome Helper"), process(mac.sample(), CHROME));
    }

    @Test
    void aProcessListedTwiceIsNotBelieved() {
        String listed =
                RecordedOutput.read("session/ps-1.txt") + "evil\n  772 1 0 root Thu Jan  1 08:00:01 2026 /bin/forged\n";
        mac.session(1).commands.prints("ps", listed);
        Sample sample = mac.sample();
        assertEquals(ProcessRef.of(772, "Google Chrome Helper"), process(sample, CHROME));
        assertTrue(MacBench.codes(sample.coverage()).contains("ps-unreadable"));
    }

    @Test
    void argumentsAreTakenOnlyForThoseAskedFor() {
        mac.session(1)
                .commands
                .prints(
                        ScriptedCommands.ARGUMENTS,
                        "  700 Thu Jan  1 08:02:00 2026 nobody asked\n"
                                + "  842 Thu Jan  1 08:05:31 2026 /one\n  842 Thu Jan  1 08:05:31 2026 /two\n"
                                + "  772 Thu Jan  1 08:09:09 2026 another start\n");
        Sample sample = mac.sample();
        assertTrue(sample.open().stream()
                .flatMap(socket -> socket.owner().process().stream())
                .allMatch(process -> process.arguments().isEmpty()));
        mac.session(2);
        assertEquals(2, process(mac.sample(), CHROME).arguments().size(), "it is asked again");
    }

    @Test
    void linesThatCouldNotBeReadAreTold() {
        String flows = RecordedOutput.read("session/nettop-1.csv").replace("sshd.4431", "sshd");
        mac.session(1).commands.prints("nettop", flows);
        Sample sample = mac.sample();
        assertEquals(Coverage.Level.PARTIAL, sample.coverage().level());
        assertTrue(sentence(sample.coverage(), "nettop-unreadable").startsWith("2 lines of nettop"));
        Optional<SocketSample> ssh = sample.find(tcp("192.168.3.37", 22, "192.168.3.20", 51544));
        assertEquals(Optional.empty(), ssh.orElseThrow().counters(), "lsof knows it, nobody counted it");
    }

    private static ProcessRef process(Sample sample, FiveTuple tuple) {
        return sample.find(tuple).orElseThrow().owner().process().orElseThrow();
    }
}
