package dev.netwatch.tui.command;

import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.NetwatchConfig;
import dev.netwatch.tui.output.ConnectionText;
import dev.netwatch.tui.output.Output;
import dev.netwatch.tui.runtime.Backend;
import dev.netwatch.tui.runtime.LogSetup;
import dev.netwatch.tui.runtime.Session;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/* One call of one command: what was chosen, and where its words go. */
final class Invocation {
    private static final Pattern FIGURE = Pattern.compile("\\b\\d+\\b");

    private final Surroundings surroundings;
    private final Home home;
    private final NetwatchConfig config;
    private final Set<String> told = new HashSet<>();

    /** @throws dev.netwatch.tui.config.UsageException if the configuration file is wrong */
    Invocation(Surroundings surroundings, GlobalOptions options) {
        this.surroundings = surroundings;
        this.home = options.home(surroundings);
        LogSetup.keepIn(home);
        this.config = options.config(home);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Home home() {
        return home;
    }

    NetwatchConfig config() {
        return config;
    }

    /** What keeps the home folder from being used; nothing for a replay, which does not use it. */
    List<Notice> homeNotices() {
        return config.replay().isPresent()
                ? List.of()
                : home.prepare().map(List::of).orElse(List.of());
    }

    Backend backend() {
        return surroundings.backends().build(config, home);
    }

    /** Standard output for JSON, which is ASCII whatever the locale. */
    Output json() {
        return new Output(surroundings.out(), StandardCharsets.UTF_8, false);
    }

    /** Standard output for people. */
    Output text() {
        return new Output(surroundings.out(), surroundings.charset(), config.ascii());
    }

    Output output(boolean json) {
        return json ? json() : text();
    }

    /** How wide a line may be. */
    int width() {
        return surroundings.outputIsTerminal().getAsBoolean()
                ? Math.max(1, surroundings.columns().getAsInt())
                : ConnectionText.UNLIMITED;
    }

    /**
     * Does the work of a command in a session and closes that; then tells what became of the history, the last of which
     * is written only now.
     */
    void watch(Session session, Consumer<Session> work) {
        try {
            try (session) {
                work.accept(session);
            }
        } finally {
            tellOfMemory(session.notices());
        }
    }

    /** What the store has to tell, unless the home folder's own sentence has told it. */
    void tellOfMemory(List<Notice> notices) {
        if (homeNotices().isEmpty()) {
            tell(notices);
        }
    }

    /** A sentence on standard error. */
    void complain(String sentence) {
        surroundings.err().println("netwatch: " + ForeignText.printable(sentence));
        surroundings.err().flush();
    }

    /** Tells on standard error what is worth a warning, each once: not again because its figures have changed. */
    void tell(List<Notice> notices) {
        for (Notice notice : notices) {
            String condition = FIGURE.matcher(notice.sentence()).replaceAll("");
            if (notice.severity() != Notice.Severity.INFO && told.add(condition)) {
                complain(notice.sentence());
            }
        }
    }
}
