package dev.netwatch.tui.runtime;

import dev.netwatch.domain.name.ForeignText;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.tui.config.Failures;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Filters that were used, in this and earlier runs: a line for each in the file {@code filters} of the home folder, the
 * latest last. In memory at once, on the disk when there is time. Where there is no home folder none is made.
 */
public final class FilterMemory {
    static final int MOST_KEPT = 100;
    private static final int LONGEST = 1000;
    private static final int LONGEST_FILE = MOST_KEPT * LONGEST * 4;

    private final Home home;
    private final Errands errands;
    /** Whether an errand is under way that will write all there is. */
    private final AtomicBoolean pending = new AtomicBoolean();
    /** The latest first. */
    private volatile List<String> filters = List.of();

    private volatile Optional<Notice> trouble = Optional.empty();

    public FilterMemory(Home home, Errands errands) {
        this.home = home;
        this.errands = errands;
    }

    /** Reads what earlier runs left, when there is time. */
    public void load() {
        errands.run(() -> {
            List<String> earlier = read();
            synchronized (this) {
                filters = together(filters, earlier);
            }
        });
    }

    /** The latest first. */
    public List<String> all() {
        return filters;
    }

    public synchronized void remember(String used) {
        String filter = ForeignText.printable(used, LONGEST);
        if (!filter.isEmpty()) {
            filters = together(List.of(filter), filters);
            if (pending.compareAndSet(false, true)) {
                errands.run(this::store);
            }
        }
    }

    /** What keeps filters from being kept. */
    public Optional<Notice> trouble() {
        return trouble;
    }

    /* Another netwatch may have written since: what it has kept stays. */
    private void store() {
        pending.set(false);
        if (!Files.isDirectory(home.folder())) {
            return;
        }
        List<String> lines = new ArrayList<>(together(filters, read()));
        Collections.reverse(lines);
        String text = String.join("\n", lines) + "\n";
        try {
            PrivateFile.replace(home, file(), text.getBytes(StandardCharsets.UTF_8));
            trouble = Optional.empty();
        } catch (IOException e) {
            trouble = Optional.of(Notice.warning(
                    "filters-unsaved", "Filters are not kept: " + file() + ": " + Failures.reason(e) + "."));
        }
    }

    private Path file() {
        return home.file("filters");
    }

    private List<String> read() {
        Path file = file();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (InputStream from = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(from.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
            List<String> latestFirst = new ArrayList<>();
            text.lines()
                    .map(line -> ForeignText.printable(line, LONGEST))
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> latestFirst.add(0, line));
            return bounded(latestFirst);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            trouble = Optional.of(Notice.warning(
                    "filters-unread", "Earlier filters are not known: " + file + ": " + Failures.reason(e) + "."));
            return List.of();
        }
    }

    /** Each once, the first ones first. */
    private static List<String> together(List<String> first, List<String> then) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(then);
        return bounded(new ArrayList<>(all));
    }

    private static List<String> bounded(List<String> filters) {
        return List.copyOf(filters.subList(0, Math.min(filters.size(), MOST_KEPT)));
    }
}
