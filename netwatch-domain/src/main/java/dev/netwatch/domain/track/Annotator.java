package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.history.Fingerprint;
import dev.netwatch.domain.name.RemoteName;
import dev.netwatch.domain.port.NameResolver;
import dev.netwatch.domain.port.PeerMemory;
import java.util.Optional;
import java.util.OptionalInt;

/** Adds to a connection what its peer is called and whether it was seen before, as far as that is known by now. */
public final class Annotator {
    private static final RemoteName NO_PEER = RemoteName.notAsked("no peer");

    private final NameResolver resolver;
    private final PeerMemory memory;

    public Annotator(NameResolver resolver, PeerMemory memory) {
        this.resolver = resolver;
        this.memory = memory;
    }

    /** @return the same instance where nothing new is known */
    Connection annotate(Connection connection) {
        Optional<IpAddress> remote = connection.remote().map(peer -> peer.address());
        RemoteName name = remote.map(resolver::nameOf).orElse(NO_PEER);
        OptionalInt runs = connection.otherRuns();
        boolean marked = connection.marked();
        boolean perhapsNew = runs.isEmpty() || runs.getAsInt() == 0;
        Optional<Fingerprint> peer = perhapsNew ? connection.fingerprint() : Optional.empty();
        if (peer.isPresent()) {
            runs = runs.isEmpty() ? memory.otherRuns(peer.get()) : runs;
            marked = memory.isMarked(peer.get());
        }
        boolean known =
                name.equals(connection.name()) && runs.equals(connection.otherRuns()) && marked == connection.marked();
        return known ? connection : connection.annotated(name, runs, marked);
    }
}
