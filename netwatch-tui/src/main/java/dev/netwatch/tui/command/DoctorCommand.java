package dev.netwatch.tui.command;

import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.notice.NetwatchException;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.sample.Coverage;
import dev.netwatch.domain.track.SourceSelector;
import dev.netwatch.tui.output.DoctorReport;
import dev.netwatch.tui.output.DoctorReport.Check;
import dev.netwatch.tui.output.DoctorReport.SourceCheck;
import dev.netwatch.tui.output.Output;
import dev.netwatch.tui.runtime.Backend;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/* Says what works here, what does not, and what would mend it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says which sources work here, what each promises, which right is missing, and where files are.")
final class DoctorCommand implements Callable<Integer> {
    private static final HistoryQuery ONE_PEER =
            new HistoryQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1);

    private final NetwatchCommand netwatch;

    @Option(names = "--json", description = "One JSON object, schema netwatch.doctor.v1.")
    private boolean json;

    DoctorCommand(NetwatchCommand netwatch) {
        this.netwatch = netwatch;
    }

    @Override
    public Integer call() {
        Invocation invocation = netwatch.invocation();
        Backend backend = invocation.backend();
        try {
            DoctorReport report = new DoctorReport(
                    Version.number(),
                    System.getProperty("java.version"),
                    System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                            + System.getProperty("os.arch"),
                    System.getProperty("user.name"),
                    sources(backend),
                    checks(invocation, backend));
            print(invocation, report);
        } finally {
            backend.memory().ifPresent(memory -> memory.close().run());
            backend.names().close();
        }
        return ExitCode.DONE;
    }

    private void print(Invocation invocation, DoctorReport report) {
        Output output = invocation.output(json);
        if (json) {
            output.line(report.json());
        } else {
            report.text().forEach(output::line);
        }
        output.flush();
    }

    private static List<SourceCheck> sources(Backend backend) {
        SourceSelector selector = new SourceSelector(backend.sources());
        Trial trial = Trial.of(selector);
        List<SourceCheck> checks = new ArrayList<>();
        for (ConnectionSource source : selector.all()) {
            boolean isChosen = trial.chosen().equals(Optional.of(source.id()));
            Coverage coverage = isChosen ? trial.coverage() : Coverage.FULL;
            checks.add(new SourceCheck(
                    source.id(),
                    source.rank(),
                    isChosen,
                    source.capabilities(),
                    source.refusal().map(Notice::sentence),
                    coverage.reasons().stream().map(Notice::sentence).toList(),
                    coverage.networkNamespaces()));
            source.close();
        }
        return checks;
    }

    /*
     * Which right is missing, and whether a source that does not refuse works at all, only a sample can tell. One that
     * fails refuses from then on.
     */
    private record Trial(Optional<String> chosen, Coverage coverage) {

        static Trial of(SourceSelector selector) {
            try {
                return of(selector, selector.best());
            } catch (SourceException none) {
                return new Trial(Optional.empty(), Coverage.FULL);
            }
        }

        private static Trial of(SourceSelector selector, SourceSelector.Choice choice) {
            try {
                ConnectionSource source = choice.source();
                return new Trial(Optional.of(source.id()), source.sample().coverage());
            } catch (SourceException e) {
                return of(selector, selector.instead(choice, e.notice()));
            }
        }
    }

    private static List<Check> checks(Invocation invocation, Backend backend) {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("home", invocation.home().folder().toString(), problem(invocation.homeNotices())));
        checks.add(configuration(invocation));
        backend.memory().ifPresent(memory -> checks.add(database(invocation, memory)));
        checks.add(new Check("log", invocation.home().file("netwatch.log").toString(), Optional.empty()));
        checks.add(terminal(invocation));
        return checks;
    }

    private static Optional<String> problem(List<Notice> notices) {
        return notices.stream().map(Notice::sentence).findFirst();
    }

    /* It has been read by now, or we would not be here. */
    private static Check configuration(Invocation invocation) {
        boolean there = Files.exists(invocation.home().file("config.yaml"));
        return new Check(
                "config", invocation.home().file("config.yaml") + (there ? "" : " (none; defaults)"), Optional.empty());
    }

    private static Check database(Invocation invocation, Backend.Memory memory) {
        String file = invocation.home().file("netwatch.db").toString();
        try {
            boolean empty = memory.history().find(ONE_PEER).isEmpty(); // the whole could be large
            return new Check(
                    "database",
                    file + (empty ? ", no peers yet" : ""),
                    problem(memory.notices().get()));
        } catch (NetwatchException e) {
            return new Check("database", file, Optional.of(e.notice().sentence()));
        }
    }

    private static Check terminal(Invocation invocation) {
        Surroundings surroundings = invocation.surroundings();
        boolean isTerminal = surroundings.outputIsTerminal().getAsBoolean();
        String type = surroundings.environment().getOrDefault("TERM", "(TERM not set)");
        String charset = surroundings.charset().name();
        Optional<String> problem = charset.startsWith("UTF")
                ? Optional.empty()
                : Optional.of("text is " + charset
                        + ", so marks are ASCII; set LC_ALL=C.UTF-8 (on Windows: chcp 65001) for better ones");
        return new Check("terminal", (isTerminal ? type : "none") + ", text is " + charset, problem);
    }
}
