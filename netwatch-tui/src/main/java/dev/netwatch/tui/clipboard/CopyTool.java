package dev.netwatch.tui.clipboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A program that puts its standard input on the system's clipboard.
 *
 * @param command with its arguments
 */
public record CopyTool(List<String> command) {
    public CopyTool {
        command = List.copyOf(command);
    }

    public String name() {
        return command.get(0);
    }

    /**
     * The one that fits this session. Over SSH only tmux does, which knows the user's terminal; the others would copy where
     * netwatch runs, not where the user sits.
     *
     * @param isThere whether a program of this name can be run
     */
    public static Optional<CopyTool> choose(Map<String, String> environment, String system, Predicate<String> isThere) {
        boolean remote = isSet(environment, "SSH_CONNECTION") || isSet(environment, "SSH_TTY");
        List<CopyTool> candidates = new ArrayList<>(remote ? List.of() : candidates(environment, system));
        if (isSet(environment, "TMUX")) {
            candidates.add(of("tmux", "load-buffer", "-w", "-"));
        }
        return candidates.stream().filter(tool -> isThere.test(tool.name())).findFirst();
    }

    private static List<CopyTool> candidates(Map<String, String> environment, String system) {
        if (system.startsWith("Mac")) {
            return List.of(of("pbcopy"));
        }
        if (system.startsWith("Windows") || isSet(environment, "WSL_DISTRO_NAME")) {
            return List.of(of("clip.exe"));
        }
        if (isSet(environment, "WAYLAND_DISPLAY")) {
            return List.of(of("wl-copy"), of("xclip", "-selection", "clipboard"), of("xsel", "-b", "-i"));
        }
        return isSet(environment, "DISPLAY")
                ? List.of(of("xclip", "-selection", "clipboard"), of("xsel", "-b", "-i"))
                : List.of();
    }

    private static CopyTool of(String... command) {
        return new CopyTool(List.of(command));
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isEmpty();
    }
}
