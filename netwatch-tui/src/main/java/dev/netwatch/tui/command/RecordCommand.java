package dev.netwatch.tui.command;

import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.config.Failures;
import dev.netwatch.tui.config.UsageException;
import dev.netwatch.tui.runtime.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/* Keeps samples for a replay. Ctrl-C and SIGTERM end it; what was sampled until then is in the file. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Records samples into a file, which --source replay:FILE shows again.")
final class RecordCommand implements Callable<Integer> {
    private final NetwatchCommand netwatch;

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    private Path file = Path.of("");

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Converters.Length.class,
            description = "End after so long, as 10s or 5m.")
    @Nullable
    private Duration duration;

    private boolean given;

    RecordCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() {
        Invocation invocation = netwatch.invocation();
        if (invocation.config().replay().isPresent()) {
            throw new UsageException("a replay is not recorded; copy the file instead");
        }
        invocation.tell(invocation.homeNotices());
        Session opened = Session.open(invocation.backend().recordedInto(file), invocation.config());
        invocation.watch(opened, session -> {
            Watching.run(invocation, duration, () -> {
                Snapshot snapshot = session.tick();
                snapshot.failure().ifPresent(failure -> {
                    throw new SourceException(failure);
                });
                give(invocation);
                invocation.tell(snapshot.notices());
                invocation.tellOfMemory(session.notices());
                return true;
            });
        });
        return ExitCode.DONE;
    }

    /* Under sudo the recording is the user's who called it. It is given once it is there, and so certainly is ours. */
    private void give(Invocation invocation) {
        try {
            if (!given) {
                given = true;
                invocation.home().giveToOwner(file);
            }
        } catch (IOException e) {
            invocation.complain(file + " stays root's: " + Failures.reason(e));
        }
    }
}
