package dev.netwatch.tui.config;

import dev.netwatch.tui.state.Preferences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Writes choices into {@code config.yaml} without touching what else stands there. What is not sure to come out right is
 * not written.
 */
public final class ConfigStore {
    private final Home home;
    private final ConfigFile file;

    public ConfigStore(Home home) {
        this.home = home;
        this.file = new ConfigFile(home);
    }

    public Path path() {
        return file.path();
    }

    /**
     * Keeps what was chosen about the screen; keys that say so already are not touched.
     *
     * @return what was done, in a sentence
     * @throws UsageException if it could not be done; one sentence
     */
    public String keep(Preferences wanted) {
        Map<String, String> changes = ScreenChoices.changes(file.read().preferences(), wanted);
        if (changes.isEmpty()) {
            return path() + " says so already";
        }
        return set(changes)
                .map(kept -> "saved in " + path() + "; the file as it was, with remarks that are gone, is " + kept)
                .orElse("saved in " + path());
    }

    /**
     * Sets these keys, each to a value in YAML; others stay as they are.
     *
     * @return where the file is kept as it was, if remarks inside a value were lost
     * @throws UsageException if the file is wrong as it is, or cannot be written; one sentence
     */
    public Optional<Path> set(Map<String, String> values) {
        home.prepare().ifPresent(notice -> {
            throw new UsageException(notice.sentence());
        });
        NetwatchConfig before = file.read(); // throws if it is wrong
        String old = file.text();
        String text = old;
        boolean lost = false;
        for (Map.Entry<String, String> value : values.entrySet()) {
            ConfigEdit edit = ConfigEdit.set(text, value.getKey(), value.getValue());
            text = edit.text();
            lost |= edit.lost();
        }
        check(before, text, values);
        return write(old, text, lost);
    }

    /** What was not to be changed reads as before, and what was to be changed as it would in a file of its own. */
    private void check(NetwatchConfig before, String text, Map<String, String> values) {
        ConfigParser parser = new ConfigParser(path().toString());
        NetwatchConfig after = parser.parse(text);
        StringBuilder alone = new StringBuilder();
        values.forEach((key, value) -> alone.append(key)
                .append(value.startsWith("\n") ? ":" : ": ")
                .append(value)
                .append('\n'));
        NetwatchConfig wanted = parser.parseOnto(before, alone.toString());
        if (!after.equals(wanted)) {
            throw new UsageException(
                    path() + " is written in a way that netwatch does not change safely; change it by hand");
        }
    }

    private Optional<Path> write(String old, String text, boolean lost) {
        Path target = target();
        try {
            Optional<Path> kept = Optional.empty();
            if (lost) {
                kept = Optional.of(target.resolveSibling(target.getFileName() + ".before"));
                PrivateFile.replace(home, kept.get(), old.getBytes(StandardCharsets.UTF_8));
            }
            PrivateFile.replace(home, target, text.getBytes(StandardCharsets.UTF_8));
            return kept;
        } catch (IOException e) {
            throw new UsageException(target + " cannot be written: " + Failures.reason(e));
        }
    }

    /** Who keeps the file elsewhere and a link to it here wants to have it changed there; under sudo no link is followed. */
    private Path target() {
        if (!Files.isSymbolicLink(path())) {
            return path();
        }
        if (home.owner().isPresent()) {
            throw new UsageException(path() + " is a link, which is not followed under sudo; change it by hand");
        }
        try {
            return path().toRealPath();
        } catch (IOException e) {
            throw new UsageException(path() + " is a link that leads nowhere: " + Failures.reason(e));
        }
    }
}
