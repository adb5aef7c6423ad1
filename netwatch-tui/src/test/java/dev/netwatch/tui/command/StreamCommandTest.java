package dev.netwatch.tui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.sample.SocketSample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamCommandTest {
    @TempDir
    Path folder = Path.of("");

    private static String event(String line) {
        return line.replaceAll(".*\"event\":\"([a-z]+)\".*", "$1");
    }

    private static void script(TestProgram program, Runnable... steps) {
        Deque<Runnable> left = new ArrayDeque<>(List.of(steps));
        program.betweenTicks = () -> {
            if (!left.isEmpty()) {
                left.poll().run();
            }
        };
    }

    @Test
    void aDurationBeyondAnyLifeIsNoError() {
        TestProgram program = new TestProgram(folder);
        program.ticksBeforeStop = 2;
        assertEquals(0, program.run("stream", "--duration", "999999999d"), program.err());
    }

    @Test
    void aWarningIsToldOnceThoughItsFiguresChange() {
        TestProgram program = new TestProgram(folder);
        script(program, () -> program.source.cover(lost(7)), () -> program.source.cover(lost(12)));
        assertEquals(0, program.run("stream", "--duration", "4s"), program.err());
        assertEquals("netwatch: 7 notifications over IPv6 are lost\n", program.err());
    }

    @Test
    void aReplayThatIsOverEndsTheStream() {
        TestProgram program = new TestProgram(folder);
        program.ticksBeforeStop = 40;
        Coverage over =
                new Coverage(Coverage.Level.SAMPLED, List.of(Notice.info("replay-over", "The recording is over.")), 0);
        script(program, () -> {}, () -> program.source.cover(over));
        assertEquals(0, program.run("stream", "--json", "--interval", "1s"), program.err());
        assertTrue(program.lines().get(0).contains("\"duration\":2.000"), program.out());
    }

    private static Coverage lost(int count) {
        Notice reason = Notice.warning("closed-lost", count + " notifications over IPv6 are lost");
        return new Coverage(Coverage.Level.PARTIAL, List.of(reason), count);
    }

    @Test
    void tellsOfTheWholeLifeOfAConnectionAndSumsUp() {
        TestProgram program = new TestProgram(folder);
        SocketSample curl = Sockets.curl().withCounters(ByteCounters.exact(0, 10));
        script(
                program,
                () -> program.source.put(curl),
                () -> {},
                () -> program.source.put(curl.withCounters(ByteCounters.exact(50, 10))),
                () -> program.source.put(curl.withState(SocketState.CLOSED)).end(curl.id()));
        assertEquals(0, program.run("stream", "--json", "--duration", "5s", "--interval", "1s"), program.err());
        List<String> lines = program.lines();
        assertEquals(
                List.of("opened", "updated", "closed"),
                lines.subList(0, lines.size() - 1).stream()
                        .map(StreamCommandTest::event)
                        .toList());
        assertTrue(lines.get(0).contains("\"openedAt\":\"2026-01-02T03:04:06.000Z\""), lines.get(0));
        assertTrue(lines.get(0).contains("\"timesSeen\":1"), lines.get(0));
        assertTrue(lines.get(2).contains("\"closedAt\":\"2026-01-02T03:04:09.000Z\""), lines.get(2));
        assertEquals(
                "{\"schema\":\"netwatch.summary.v1\",\"seen\":1,\"closed\":1,\"lost\":0,\"coverage\":\"complete\","
                        + "\"reasons\":[],\"duration\":5.000}",
                lines.get(3));
    }

    @Test
    void aConnectionBetweenTwoSamplesOpensAndCloses() {
        TestProgram program = new TestProgram(folder);
        script(program, () -> program.source.endUnseen(Sockets.curl()));
        assertEquals(0, program.run("stream", "--json", "--duration", "1s"));
        assertEquals(
                List.of("opened", "closed"),
                program.lines().subList(0, 2).stream()
                        .map(StreamCommandTest::event)
                        .toList());
        assertTrue(program.lines().get(2).contains("\"seen\":1,\"closed\":1"), program.out());
    }

    @Test
    void theSummaryKeepsTheWorstCoverageAndAddsUpWhatWasLost() {
        TestProgram program = new TestProgram(folder);
        Notice lost = Notice.warning("lost", "The kernel dropped messages.");
        program.source.cover(new Coverage(Coverage.Level.PARTIAL, List.of(lost), 3));
        script(program, () -> {}, () -> program.source.cover(Coverage.FULL));
        program.run("stream", "--json", "--duration", "3s");
        assertEquals(
                "{\"schema\":\"netwatch.summary.v1\",\"seen\":0,\"closed\":0,\"lost\":6,\"coverage\":\"partial\","
                        + "\"reasons\":[{\"code\":\"lost\",\"sentence\":\"The kernel dropped messages.\"}],"
                        + "\"duration\":3.000}\n",
                program.out());
    }

    @Test
    void aRequestToStopEndsItWithTheSummary() {
        TestProgram program = new TestProgram(folder);
        program.ticksBeforeStop = 4;
        assertEquals(0, program.run("stream"));
        assertEquals("0 connections seen, 0 closed, in 4.000 s; coverage complete\n", program.out());
    }

    @Test
    void aSourceThatFailsInBetweenIsToldAndGoesOn() {
        TestProgram program = new TestProgram(folder);
        program.source.put(Sockets.curl());
        script(
                program,
                () -> program.source.fail(Notice.error("broken", "The table is gone.")),
                program.source::recover);
        assertEquals(0, program.run("stream", "--json", "--duration", "3s"));
        assertEquals("netwatch: The table is gone.\n", program.err());
        assertTrue(
                program.out().contains("\"seen\":1,\"closed\":0,\"lost\":0,\"coverage\":\"partial\""), program.out());
    }

    @Test
    void aClosedPipeEndsItQuietly() {
        TestProgram program = new TestProgram(folder);
        program.source.put(Sockets.curl());
        program.out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertEquals(0, program.run("stream", "--json"));
        assertEquals("", program.err());
    }

    @Test
    void aFullDiskDoesNot() {
        TestProgram program = new TestProgram(folder);
        program.source.put(Sockets.curl());
        program.out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertEquals(1, program.run("stream", "--json"));
        assertEquals("netwatch: standard output cannot be written: No space left on device\n", program.err());
    }

    @Test
    void aRecordingKeepsEverySample() {
        TestProgram program = new TestProgram(folder);
        program.source.put(Sockets.curl());
        assertEquals(0, program.run("record", "file", "--duration", "2s"), program.err());
        assertEquals(3, program.recorder.samples().size());
        assertEquals("", program.out());
    }

    @Test
    void aRecordingThatCannotBeWrittenIsOneSentence() {
        TestProgram program = new TestProgram(folder);
        program.recorder.fill();
        assertEquals(1, program.run("record", "file", "--duration", "2s"));
        assertEquals("netwatch: The disk is full; make room.\n", program.err());
        program = new TestProgram(folder);
        program.betweenTicks = program.recorder::fill;
        assertEquals(1, program.run("record", "file", "--duration", "2s"));
        assertEquals("netwatch: The disk is full; make room.\n", program.err());
    }
}
