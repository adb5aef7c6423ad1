package dev.netwatch.adapters.collect.macos;

import dev.netwatch.adapters.collect.macos.LsofSocket.Holder;
import dev.netwatch.adapters.collect.macos.NettopRow.Stack;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/*
 * Bytes go to a socket only if process and both endpoints are the same in both listings, and only if no other socket of
 * that process has them too (SO_REUSEPORT: multicast DNS in a browser). A flow that nettop lists in several rows, one
 * an interface, is summed; that the rows are one socket's is likely, not certain, so the sum is an estimate.
 */
/** Puts together what lsof and nettop say of the same sockets. */
final class SocketMerge {
    private record Key(long pid, FiveTuple tuple) {}

    private final Map<Key, List<NettopRow>> rows = new LinkedHashMap<>();
    private final Map<Key, List<LsofSocket>> files = new HashMap<>();
    private final Map<LsofSocket, List<Key>> matches = new HashMap<>();
    private final List<MacSocket> merged = new ArrayList<>();
    private int shared;

    private SocketMerge() {}

    /**
     * All sockets of both.
     *
     * @param shared rows with bytes that several sockets may have carried, so that none of them is given any
     */
    record Result(List<MacSocket> sockets, int shared) {}

    static Result of(List<LsofSocket> sockets, List<NettopRow> flows) {
        SocketMerge merge = new SocketMerge();
        flows.forEach(row -> merge.rows
                .computeIfAbsent(new Key(row.pid(), withoutZones(row.tuple())), unseen -> new ArrayList<>())
                .add(row));
        sockets.forEach(merge::index);
        sockets.forEach(merge::file);
        merge.rows.values().forEach(merge::flowsWithoutDescriptor);
        return new Result(List.copyOf(merge.merged), merge.shared);
    }

    /* nettop does not always write the zone of a link-local address, so it is left out of the comparison. */
    private static FiveTuple withoutZones(FiveTuple tuple) {
        boolean plain = tuple.local().address().zone().isEmpty()
                && tuple.remote()
                        .map(Endpoint::address)
                        .map(IpAddress::zone)
                        .orElse("")
                        .isEmpty();
        return plain
                ? tuple
                : new FiveTuple(
                        tuple.protocol(),
                        withoutZone(tuple.local()),
                        tuple.remote().map(SocketMerge::withoutZone));
    }

    private static Endpoint withoutZone(Endpoint end) {
        IpAddress address = end.address();
        return address.zone().isEmpty() ? end : new Endpoint(IpAddress.v6(address.high(), address.low()), end.port());
    }

    private void index(LsofSocket socket) {
        FiveTuple tuple = withoutZones(socket.tuple());
        for (Holder holder : socket.holders()) {
            Key key = new Key(holder.pid(), tuple);
            if (rows.containsKey(key)) {
                files.computeIfAbsent(key, unseen -> new ArrayList<>()).add(socket);
                matches.computeIfAbsent(socket, unseen -> new ArrayList<>()).add(key);
            }
        }
    }

    private void file(LsofSocket socket) {
        List<Key> keys = matches.getOrDefault(socket, List.of());
        boolean alone = keys.size() == 1 && files.get(keys.get(0)).size() == 1;
        if (alone) {
            join(socket, keys.get(0), taken(keys.get(0), socket.tuple()));
            return;
        }
        Holder owner = socket.owner();
        merged.add(new MacSocket(
                owner.pid(), owner.name(), socket.tuple(), socket.state(), socket.device(), Optional.empty()));
        for (Key key : keys) {
            List<NettopRow> nobodys = rows.put(key, List.of());
            shared += (int)
                    nobodys.stream().filter(row -> row.bytes().isPresent()).count();
        }
    }

    /** Takes the rows of this very tuple; where zones differ, and none is of this one, those of all zones. */
    private List<NettopRow> taken(Key key, FiveTuple tuple) {
        List<NettopRow> all = rows.get(key);
        List<NettopRow> exact =
                all.stream().filter(row -> row.tuple().equals(tuple)).toList();
        List<NettopRow> own = exact.isEmpty() ? all : exact;
        rows.put(key, all.stream().filter(row -> !own.contains(row)).toList());
        return own;
    }

    private void join(LsofSocket socket, Key key, List<NettopRow> own) {
        Holder owner = socket.holders().stream()
                .filter(holder -> holder.pid() == key.pid())
                .findFirst()
                .orElseThrow();
        merged.add(new MacSocket(
                key.pid(),
                ShortName.longer(owner.name(), own.get(0).process()),
                socket.tuple(),
                socket.state().or(own.get(0)::state),
                socket.device(),
                traffic(own, true)));
    }

    private void flowsWithoutDescriptor(List<NettopRow> left) {
        Map<FiveTuple, List<NettopRow>> byTuple = new LinkedHashMap<>();
        left.forEach(row -> byTuple.computeIfAbsent(row.tuple(), unseen -> new ArrayList<>())
                .add(row));
        byTuple.forEach((tuple, same) -> merged.add(new MacSocket(
                same.get(0).pid(), same.get(0).process(), tuple, same.get(0).state(), "", traffic(same, false))));
    }

    /** @param descriptor whether lsof sees a descriptor, which only the kernel's sockets have */
    private static Optional<MacSocket.Traffic> traffic(List<NettopRow> rows, boolean descriptor) {
        List<NettopRow> different =
                rows.stream().filter(row -> row.bytes().isPresent()).distinct().toList();
        return different.stream()
                .map(row -> row.bytes().get())
                .reduce(FlowBytes::plus)
                .map(sum -> new MacSocket.Traffic(
                        sum, different.size() == 1 && byKernel(different.get(0).stack(), descriptor)));
    }

    private static boolean byKernel(Stack stack, boolean descriptor) {
        return stack == Stack.KERNEL || stack == Stack.UNKNOWN && descriptor;
    }
}
