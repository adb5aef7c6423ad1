package dev.netwatch.tui.terminal;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.history.Exclusion;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.domain.track.Snapshot;
import dev.netwatch.tui.screen.PeerHistory;
import dev.netwatch.tui.state.ExportFormat;
import dev.netwatch.tui.state.Preferences;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** Shows all processes again, except those that a configuration file hides. */
    void clearExclusions();

    /** Shows a process again, unless a configuration file hides it; the opposite of {@link #exclude}. */
    void include(String process);

    /**
     * Marks a new peer as known, or takes that back; the snapshots from the next on have it, a disk may have it later.
     */
    void mark(Fingerprint peer, boolean known);

    /** What the history has of a peer: what is known now, while newer is asked for. */
    PeerHistory historyOf(Fingerprint peer);

    /**
     * What all connections but those that stay on this machine carried today, whoever of several netwatch processes saw
     * it; an estimate where some of it may be of another day. Empty where no history is written, and before it was read.
     */
    Optional<ByteCounters> today();

    /** Writes what is shown into a new file, in the background; {@link #news} tells how it went. */
    void export(ExportFormat format, QueryResult shown);

    /** What became of something done in the background; each is told once, in a sentence that may hold foreign text. */
    Optional<String> news();

    /** Filters used before, in this and earlier runs, the latest first. */
    List<String> pastFilters();

    /** Keeps a filter that was used; a disk may have it later. */
    void rememberFilter(String filter);

    /** Keeps these choices for later runs, in the background; {@link #news} tells how it went. */
    void save(Preferences chosen);

    /** Does on another thread what takes its time. */
    void later(Runnable errand);

    /** What the user should know beside what the snapshot tells, most serious first: disk, configuration, history. */
    List<Notice> notices();
}
