package dev.netwatch.tui.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.adapters.collect.macos.MacosModule;
import dev.netwatch.adapters.collect.support.command.Command;
import dev.netwatch.adapters.collect.support.command.CommandResult;
import dev.netwatch.adapters.collect.support.command.CommandRunner;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.testkit.FakeClock;
import dev.netwatch.domain.testkit.FakeNameResolver;
import dev.netwatch.domain.testkit.FakeNetworkInterfaces;
import dev.netwatch.domain.track.Annotator;
import dev.netwatch.domain.track.ConnectionTracker;
import dev.netwatch.domain.track.Sampler;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.TableOptions;
import dev.netwatch.tui.state.UiState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what the programs of a Mac print to the screen, all the way. */
class RecordedMacTest {
    private static final Path SESSION = Path.of("../netwatch-adapters-collect/src/test/resources/macos/session");
    private static final UiState START = UiState.initial(TableOptions.initial(false, false));

    private final FakeClock clock = new FakeClock(Instant.parse("2026-01-02T03:04:03Z"));

    /** The programs at one moment after another. */
    private static final class Session implements CommandRunner {
        private int moment;

        @Override
        public boolean has(Path program) {
            return true;
        }

        @Override
        public CommandResult run(Command command) {
            String file = command.arguments().contains("-p")
                    ? "args-1.txt"
                    : command.name() + "-" + moment + (command.name().equals("nettop") ? ".csv" : ".txt");
            try {
                return CommandResult.exited(0, Files.readString(SESSION.resolve(file)), "");
            } catch (IOException e) {
                return CommandResult.notStarted("not recorded: " + file);
            }
        }
    }

    private Snapshot sampled(boolean root, int moments) {
        Session session = new Session();
        ConnectionSource source = MacosModule.over(session, root, new FakeNetworkInterfaces(), clock);
        Annotator annotator = new Annotator(new FakeNameResolver(), peer -> OptionalInt.of(0));
        Sampler sampler = new Sampler(source, new ConnectionTracker(annotator), List.of());
        Snapshot latest = Snapshot.MEASURING;
        for (session.moment = 1; session.moment <= moments; session.moment++) {
            clock.advance(Duration.ofSeconds(2));
            latest = sampler.tick();
        }
        return latest;
    }

    @ParameterizedTest
    @CsvSource({"80,24", "120,30"})
    void looksAsItDidAt(int columns, int rows) {
        Scene scene = Scenes.scene(sampled(false, 3), START, clock);
        Size size = new Size(columns, rows);
        Golden.check("macos-" + size, Scenes.draw(Scenes.COLOR, scene, START, size));
    }

    @Test
    void whenTheProgramsStopAnsweringWhatIsKnownStays() {
        Snapshot before = sampled(true, 3);
        Snapshot after = sampled(true, 4);
        assertEquals(before.tracking().open().size(), after.tracking().open().size());
        assertEquals("macos-silent", after.failure().orElseThrow().code());
        String text =
                Golden.text(Scenes.draw(Scenes.COLOR, Scenes.scene(after, START, clock), START, new Size(120, 30)));
        assertTrue(text.contains("Google Chrome"), text);
    }
}
