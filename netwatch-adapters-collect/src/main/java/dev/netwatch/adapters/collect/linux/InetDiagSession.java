package dev.netwatch.adapters.collect.linux;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.sample.Sample;
import dev.netwatch.domain.sample.SocketSample;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What {@link InetDiagSource} holds between its first sample and its end. Not thread-safe. */
final class InetDiagSession implements AutoCloseable {
    private final WatchedNamespaces namespaces;
    private final SocketOwners owners;
    private final SocketPlaces places;
    private final ProcSocketOwners processes;

    /** @throws NativeException if the kernel refuses */
    InetDiagSession(LinuxSystem system, Clock clock) {
        Namespace here = Namespace.read(system.proc());
        NativeDescriptors descriptors = new NativeDescriptors(system.proc().toString(), system.architecture());
        NamespaceFinder finder = new NamespaceFinder(system.proc(), descriptors);
        ProcessPlaces processPlaces = new ProcessPlaces(system.proc(), new ContainerNames(Path.of("/")));
        OwnerBook book = new OwnerBook(new Users(system.passwd()), here);
        places = new SocketPlaces(processPlaces, new CgroupTree(system), finder, clock);
        namespaces = new WatchedNamespaces(here, finder, book, places::of);
        processes = new ProcSocketOwners(descriptors, new ProcessReader(system.proc()), processPlaces);
        owners = new SocketOwners(book, processes, clock);
    }

    Sample sample(Instant takenAt, long nanos) {
        DumpCoverage coverage = new DumpCoverage();
        namespaces.update(coverage);
        List<WatchedNamespace> all = namespaces.all();
        all.forEach(namespace -> read(namespace, coverage));
        owners.update(all.stream().map(WatchedNamespace::table).toList());
        coverage.withoutPermission(owners.withoutPermission());
        all.forEach(namespace -> places.update(namespace, namespace == namespaces.home()));
        settle(all, nanos, coverage);
        List<SocketSample> open = new ArrayList<>();
        List<SocketSample> closed = new ArrayList<>();
        all.forEach(namespace -> namespace.tell(open, closed));
        namespaces.leave();
        return new Sample(takenAt, nanos, open, closed, coverage.told());
    }

    /** What is wrong with another namespace is no reason to tell nothing of this one. */
    private void read(WatchedNamespace namespace, DumpCoverage coverage) {
        try {
            namespace.read(coverage);
        } catch (NativeException e) {
            if (namespace == namespaces.home()) {
                throw e;
            }
            coverage.unreadableNamespace(e.getMessage());
        }
    }

    private void settle(List<WatchedNamespace> all, long nanos, DumpCoverage coverage) {
        List<Ended> machine = new ArrayList<>();
        all.forEach(namespace -> machine.addAll(namespace.drain(coverage)));
        FinalCounters counters = new FinalCounters(machine);
        all.forEach(namespace -> namespace.settle(counters, nanos, coverage));
        namespaces.leaving().forEach(WatchedNamespace::end);
    }

    WatchedNamespaces namespaces() {
        return namespaces;
    }

    SocketPlaces places() {
        return places;
    }

    void forgetOwners() {
        processes.forget();
    }

    @Override
    public void close() {
        namespaces.close();
    }
}
