package dev.netwatch.adapters.collect.macos;

import dev.netwatch.adapters.collect.support.command.Command;
import dev.netwatch.adapters.collect.support.command.CommandResult;
import dev.netwatch.adapters.collect.support.command.CommandResult.Ending;
import dev.netwatch.adapters.collect.support.command.CommandRunner;
import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.domain.notice.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/*
 * One nettop for each sample: told to go on and on (-l 0) it is known to spin, and its later blocks would be bound to
 * its own pace. -L is its CSV form; the form of -l has columns of fixed width, which cut what is wider. All columns are
 * asked for, since a release may not know one that is named.
 *
 * lsof and ps end with 1 when something they were asked for is not there; what they printed is no less true.
 */
/** Asks nettop, lsof and ps. */
final class MacCommands {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16 << 20;
    private static final int LONGEST_COMPLAINT = 120;
    private static final int NOTHING_FOUND = 1;
    /** Nothing of ours is inherited. Times are in UTC, words and numbers in nobody's language. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("LC_ALL", "C", "TZ", "UTC0", "PATH", "/usr/bin:/bin:/usr/sbin:/sbin");

    private final CommandRunner runner;
    private final MacSystem system;

    MacCommands(CommandRunner runner, MacSystem system) {
        this.runner = runner;
        this.system = system;
    }

    boolean has(Path program) {
        return runner.has(program);
    }

    Reply<Listing<NettopRow>> nettop(EndpointText endpoints) {
        CommandResult result = run(system.nettop(), List.of("-L", "1", "-n", "-x"));
        return reply("nettop", result, result.code() == 0, output -> NettopParser.parse(output, endpoints));
    }

    Reply<Listing<LsofSocket>> lsof(EndpointText endpoints) {
        CommandResult result = run(system.lsof(), List.of("-nP", "-i", "-F", "pcftdPnT"));
        boolean silent = result.output().isEmpty() && !result.complaint().isBlank();
        boolean fine = result.code() == 0 || result.code() == NOTHING_FOUND && !silent;
        return reply("lsof", result, fine, output -> LsofParser.parse(output, endpoints));
    }

    /** Every process; those listed twice are left out, since a process may write what looks like another's line. */
    Reply<Listing<PsProcess>> ps() {
        CommandResult result = run(system.ps(), columns("-axww", "pid", "ppid", "uid", "user", "lstart", "comm"));
        return reply("ps", result, result.code() == 0, MacCommands::processes);
    }

    private static Optional<Listing<PsProcess>> processes(String output) {
        Map<Long, List<PsProcess>> byPid = new HashMap<>();
        int unreadable = 0;
        for (String line : (Iterable<String>) output.lines()::iterator) {
            Optional<PsProcess> process = PsProcess.parse(line);
            unreadable += process.isPresent() || line.isBlank() ? 0 : 1;
            process.ifPresent(found -> byPid.computeIfAbsent(found.pid(), unseen -> new ArrayList<>(1))
                    .add(found));
        }
        List<PsProcess> once = byPid.values().stream()
                .filter(same -> same.size() == 1)
                .map(same -> same.get(0))
                .toList();
        return once.isEmpty() ? Optional.empty() : Optional.of(new Listing<>(once, unreadable));
    }

    /** The arguments of these processes, each at most once; those that have ended are not among them. */
    List<PsLine> arguments(Collection<Long> pids) {
        String list = pids.stream().map(Object::toString).collect(Collectors.joining(","));
        List<String> words = columns("-ww", "pid", "lstart", "args");
        words.addAll(List.of("-p", list));
        CommandResult result = run(system.ps(), words);
        if (result.ending() != Ending.EXITED) {
            return List.of();
        }
        Map<Long, List<PsLine>> byPid = result.output()
                .lines()
                .flatMap(line -> PsLine.parse(line).stream())
                .filter(line -> line.number(0).isPresent()
                        && pids.contains(line.number(0).getAsLong()))
                .collect(Collectors.groupingBy(line -> line.number(0).getAsLong()));
        return byPid.values().stream()
                .filter(same -> same.size() == 1)
                .map(same -> same.get(0))
                .toList();
    }

    /** A -o for each column: within one, an equals sign may begin a heading that goes on to the end (POSIX, BSD). */
    private static List<String> columns(String option, String... columns) {
        List<String> words = new ArrayList<>(List.of(option));
        for (String column : columns) {
            words.addAll(List.of("-o", column + "="));
        }
        return words;
    }

    private CommandResult run(Path program, List<String> arguments) {
        return runner.run(new Command(program, arguments, ENVIRONMENT, LIMIT, MOST_BYTES));
    }

    private static <T> Reply<Listing<T>> reply(
            String program, CommandResult result, boolean fine, Function<String, Optional<Listing<T>>> parser) {
        if (result.ending() != Ending.EXITED || !fine) {
            return Reply.failed(failure(program, reason(result)));
        }
        return parser.apply(result.output())
                .map(listing -> new Reply<>(Optional.of(listing), unreadable(program, listing.unreadable())))
                .orElseGet(() -> Reply.failed(failure(program, "what it printed is not understood")));
    }

    private static Notice failure(String program, String reason) {
        return Notice.warning(program + "-failed", program + " did not answer (" + reason + ")");
    }

    private static String reason(CommandResult result) {
        String complaint = ForeignText.printable(result.complaint(), LONGEST_COMPLAINT);
        String because = complaint.isEmpty() ? "" : ": " + complaint;
        return switch (result.ending()) {
            case EXITED -> "exit code " + result.code() + because;
            case TIMED_OUT -> "it took longer than " + LIMIT.toSeconds() + " s" + because;
            case TOO_LONG -> "it printed more than " + (MOST_BYTES >> 20) + " MiB";
            case NOT_STARTED -> "it could not be started" + because;
        };
    }

    private static Optional<Notice> unreadable(String program, int lines) {
        return lines == 0
                ? Optional.empty()
                : Optional.of(Notice.warning(
                        program + "-unreadable",
                        (lines == 1 ? "1 line" : lines + " lines") + " of " + program
                                + " could not be read; what belongs to them is missing, and nobody else's."));
    }
}
