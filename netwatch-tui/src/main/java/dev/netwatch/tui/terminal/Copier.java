package dev.netwatch.tui.terminal;

import dev.netwatch.tui.clipboard.CopyTool;
import dev.netwatch.tui.clipboard.Programs;
import dev.netwatch.tui.state.Effect;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/* Copies with a program where there is one, on a thread that no key waits for; else the terminal is asked. */
final class Copier {
    private final DashboardModel model;
    private final Map<String, String> environment;
    private final Consumer<Effect> later;

    /** @param later takes, from any thread, what is to happen next */
    Copier(DashboardModel model, Map<String, String> environment, Consumer<Effect> later) {
        this.model = model;
        this.environment = environment;
        this.later = later;
    }

    void copy(Effect.Copy copied) {
        model.later(() -> later.accept(attempt(copied)));
    }

    /* Looking for the program asks the disk, so this is for another thread too. */
    private Effect attempt(Effect.Copy copied) {
        String path = environment.getOrDefault("PATH", "");
        Optional<CopyTool> tool =
                CopyTool.choose(environment, System.getProperty("os.name", ""), name -> Programs.isOn(path, name));
        return tool.isPresent() && Programs.copy(tool.get(), copied.text())
                ? new Effect.Say(
                        "copied the " + copied.what() + " (" + tool.get().name() + ")")
                : new Effect.CopyByTerminal(copied.what(), copied.text());
    }
}
