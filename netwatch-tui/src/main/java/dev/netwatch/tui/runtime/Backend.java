package dev.netwatch.tui.runtime;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.ExclusionRepository;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.port.SampleRecorder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The adapters, as the injector built them. Nothing has been opened yet, and whoever uses a part closes it.
 *
 * @param memory what is remembered; empty for a replay, which touches none of it
 * @param recorders makes a recorder into a file, of samples of a source
 */
public record Backend(
        Set<ConnectionSource> sources,
        NetworkInterfaces interfaces,
        NameResolver names,
        Optional<Memory> memory,
        BiFunction<Path, ConnectionSource, SampleRecorder> recorders,
        Clock clock) {

    /**
     * What is remembered across runs.
     *
     * @param notices what happened to the store so far
     * @param close ends the run and closes the store; may wait for a disk
     * @param clock on which the disk's patience is measured: a disk's time is real, even where the samples' is not
     */
    public record Memory(
            HistoryRepository history,
            ExclusionRepository exclusions,
            Supplier<List<Notice>> notices,
            Runnable close,
            Clock clock) {}

    /** The same, but each sample of the source that is used is kept in a file. */
    public Backend recordedInto(Path file) {
        Set<ConnectionSource> recorded = sources.stream()
                .map(source -> new RecordedSource(source, recorders.apply(file, source)))
                .collect(Collectors.toSet());
        return new Backend(recorded, interfaces, names, memory, recorders, clock);
    }
}
