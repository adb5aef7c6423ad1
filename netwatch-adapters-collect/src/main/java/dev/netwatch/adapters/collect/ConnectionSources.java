package dev.netwatch.adapters.collect;

import dev.netwatch.adapters.collect.linux.LinuxModule;
import dev.netwatch.adapters.collect.macos.MacosModule;
import dev.netwatch.adapters.collect.portable.PortableModule;
import dev.netwatch.adapters.collect.windows.WindowsModule;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.ConnectionSource;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.port.SampleRecorder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The collect adapters for those who wire by hand. Nothing is opened, and nothing native loaded, before the first sample. */
public final class ConnectionSources {
    private ConnectionSources() {}

    /**
     * All sources, best first. Those that cannot work on this system are among them and say so in
     * {@link ConnectionSource#refusal}.
     */
    public static List<ConnectionSource> forThisSystem(Clock clock) {
        return Stream.of(
                        LinuxModule.sources(clock),
                        MacosModule.sources(clock, PortableModule.interfaces()),
                        WindowsModule.sources(clock, PortableModule.interfaces()),
                        PortableModule.sources(clock))
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(ConnectionSource::rank).reversed())
                .toList();
    }

    /**
     * Plays a recording, one recorded sample for each {@link ConnectionSource#sample}, with the recorded times. When it
     * is over, the last state stays and the coverage names the reason {@code replay-over}.
     */
    public static ConnectionSource replay(Path file, Clock clock) {
        return PortableModule.replay(file, false, clock);
    }

    /** As {@link #replay}, but begins anew when it is over, with time and identities going on. */
    public static ConnectionSource replayForever(Path file, Clock clock) {
        return PortableModule.replay(file, true, clock);
    }

    /**
     * Records into a new file that only its owner may read; an existing file is refused. Leaves out the arguments of
     * processes, which may hold secrets.
     */
    public static SampleRecorder recorder(Path file) {
        return PortableModule.recorder(file, "", Set.of(), false);
    }

    /** As {@link #recorder(Path)}, and a replay will promise what {@code recorded} promises. */
    public static SampleRecorder recorder(Path file, ConnectionSource recorded) {
        return PortableModule.recorder(file, recorded.id(), recorded.capabilities(), false);
    }

    /** As {@link #recorder(Path, ConnectionSource)}, with the arguments of processes. */
    public static SampleRecorder recorderWithArguments(Path file, ConnectionSource recorded) {
        return PortableModule.recorder(file, recorded.id(), recorded.capabilities(), true);
    }

    /** This machine's network interfaces. */
    public static NetworkInterfaces interfaces() {
        return PortableModule.interfaces();
    }
}
