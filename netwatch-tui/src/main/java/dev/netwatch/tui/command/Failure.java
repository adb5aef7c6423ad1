package dev.netwatch.tui.command;

import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.domain.notice.NetwatchException;
import dev.netwatch.domain.query.FilterSyntaxException;
import dev.netwatch.tui.config.UsageException;
import dev.netwatch.tui.output.ClosedPipeException;
import dev.netwatch.tui.runtime.LogSetup;

/* What to say of an exception, and which exit code it is. */
final class Failure {
    private static final System.Logger LOG = System.getLogger(Failure.class.getName());

    private final Surroundings surroundings;

    Failure(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int tell(Throwable e) {
        if (e instanceof ClosedPipeException) {
            return ExitCode.DONE; // whoever read has seen enough
        }
        if (e instanceof FilterSyntaxException wrong) {
            say(wrong.sentence());
            FilterMistake.lines(wrong).forEach(surroundings.err()::println);
            surroundings.err().flush();
            return ExitCode.USAGE;
        }
        if (e instanceof UsageException wrong) {
            say(wrong.notice().sentence());
            return ExitCode.USAGE;
        }
        if (e instanceof NetwatchException failed) {
            LOG.log(System.Logger.Level.WARNING, failed.notice().sentence(), failed);
            say(failed.notice().sentence());
            return ExitCode.FAILED;
        }
        LOG.log(System.Logger.Level.ERROR, "an error in netwatch", e);
        say("an error in netwatch (" + e + "); please report it" + LogSetup.whereTheTraceIs());
        return ExitCode.FAILED;
    }

    private void say(String sentence) {
        surroundings.err().println("netwatch: " + ForeignText.printable(sentence));
        surroundings.err().flush();
    }
}
