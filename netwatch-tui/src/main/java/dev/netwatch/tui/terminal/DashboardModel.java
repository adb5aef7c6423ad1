package dev.netwatch.tui.terminal;

import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.state.Preferences;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What lies behind the screen. Every method answers at once: the thread that calls it also answers the keys. */
public interface DashboardModel {
    /**
     * Sets everything going in the background. Called once, after the first frame.
     *
     * @param changed to be called, from any thread, whenever one of the other methods has a new answer
     */
    void start(Runnable changed);

    /** The latest picture, {@link Snapshot#MEASURING} until there is one. */
    Snapshot latest();

    /** The processes to hide. */
    Set<Exclusion> exclusions();

    /** Hides a process from now on; {@link #exclusions} has it when this returns, a disk may have it later. */
    void exclude(String process);

    /** Shows a process again that was hidden. */
    void include(String process);

    /** Shows all processes again, except those that a configuration file hides. */
    void clearExclusions();

    /** Filters used before, in this and earlier runs, the latest first. */
    List<String> pastFilters();

    /** Keeps a filter that was used; a disk may have it later. */
    void rememberFilter(String filter);

    /**
     * Keeps these choices for later runs, when there is time.
     *
     * @param told is given, from any thread, a sentence of how that went
     */
    void save(Preferences chosen, Consumer<String> told);

    /** Does on another thread what takes its time. */
    void later(Runnable errand);

    /** What the user should know beside what the snapshot tells, most serious first: disk, configuration, history. */
    List<Notice> notices();
}
