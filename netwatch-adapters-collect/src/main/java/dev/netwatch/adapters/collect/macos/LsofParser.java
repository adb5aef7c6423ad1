package dev.netwatch.adapters.collect.macos;

import dev.netwatch.adapters.collect.macos.LsofSocket.Holder;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads what {@code lsof -nP -i -F pcftdPnT} prints: a field a line, its first letter says which. A process ({@code p})
 * is followed by its descriptors ({@code f}).
 *
 * @see <a href="https://lsof.readthedocs.io/en/stable/manpage/#output-for-other-programs">lsof(8), output for other
 *     programs</a>
 */
final class LsofParser {
    private record Socket(String device, FiveTuple tuple) {}

    private record Draft(String device, Optional<SocketState> state, Set<Holder> holders) {}

    private final EndpointText endpoints;
    private final Map<Socket, Draft> sockets = new LinkedHashMap<>();
    private OptionalLong pid = OptionalLong.empty();
    private String command = "";
    private Map<String, String> descriptor = new LinkedHashMap<>();
    private boolean anyProcess;
    private int unreadable;

    private LsofParser(EndpointText endpoints) {
        this.endpoints = endpoints;
    }

    /** Empty if this is no output of lsof's; nothing printed is a list of nothing. */
    static Optional<Listing<LsofSocket>> parse(String output, EndpointText endpoints) {
        LsofParser parser = new LsofParser(endpoints);
        output.lines().forEach(parser::line);
        parser.endOfDescriptor();
        boolean garbage = parser.unreadable > 0 || !parser.anyProcess && !output.isBlank();
        return garbage && parser.sockets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Listing<>(parser.sockets(), parser.unreadable));
    }

    private List<LsofSocket> sockets() {
        List<LsofSocket> all = new ArrayList<>(sockets.size());
        sockets.forEach((key, draft) ->
                all.add(new LsofSocket(draft.device(), key.tuple(), draft.state(), List.copyOf(draft.holders()))));
        return all;
    }

    private void line(String line) {
        if (line.isEmpty()) {
            return;
        }
        String value = line.substring(1);
        switch (line.charAt(0)) {
            case 'p' -> process(value);
            case 'c' -> command = LsofText.decode(value);
            case 'f' -> {
                endOfDescriptor();
                descriptor.put("f", value);
            }
            case 'T' -> tcp(value);
            case 'd', 'n', 'P', 't' -> descriptor.put(line.substring(0, 1), value);
            default -> unreadable += descriptor.isEmpty() && pid.isEmpty() ? 1 : 0;
        }
    }

    private void process(String value) {
        endOfDescriptor();
        pid = Numbers.parse(value);
        anyProcess |= pid.isPresent();
        unreadable += pid.isPresent() ? 0 : 1;
        command = "";
    }

    private void tcp(String value) {
        if (value.startsWith("ST=")) {
            descriptor.put("T", value.substring(3));
        }
    }

    private void endOfDescriptor() {
        Map<String, String> ended = descriptor;
        descriptor = new LinkedHashMap<>();
        String transport = ended.getOrDefault("P", "");
        boolean ours = transport.equals("TCP") || transport.equals("UDP");
        if (ended.isEmpty() || !ours && ended.containsKey("f")) {
            return;
        }
        Optional<FiveTuple> tuple = tuple(transport, ended.getOrDefault("n", ""), ended.getOrDefault("t", ""));
        if (tuple.isEmpty() || pid.isEmpty()) {
            unreadable++;
        } else if (!isUnbound(tuple.get())) {
            add(tuple.get(), ended.getOrDefault("d", ""), TcpStates.parse(ended.getOrDefault("T", "")));
        }
    }

    private Optional<FiveTuple> tuple(String transport, String name, String type) {
        boolean v6 = type.equals("IPv6");
        int arrow = name.indexOf("->");
        Optional<Endpoint> local = endpoints.ofLsof(arrow < 0 ? name : name.substring(0, arrow), v6);
        Optional<Endpoint> remote = arrow < 0 ? Optional.empty() : endpoints.ofLsof(name.substring(arrow + 2), v6);
        if (local.isEmpty() || arrow >= 0 && remote.isEmpty()) {
            return Optional.empty();
        }
        Protocol protocol = transport.equals("TCP") ? Protocol.TCP : Protocol.UDP;
        return Optional.of(new FiveTuple(protocol, local.get(), remote.filter(FlowText::isSomebody)));
    }

    /** A socket without port and peer has nothing to tell yet. */
    private static boolean isUnbound(FiveTuple tuple) {
        return tuple.local().port() == 0 && tuple.remote().isEmpty();
    }

    /* Without the kernel's address, a process's descriptors of the same endpoints pass for one socket. */
    private void add(FiveTuple tuple, String device, Optional<SocketState> state) {
        Holder holder = new Holder(pid.getAsLong(), command);
        Socket key = new Socket(device.isEmpty() ? "pid " + holder.pid() : device, tuple);
        sockets.computeIfAbsent(key, unseen -> new Draft(device, state, new LinkedHashSet<>()))
                .holders()
                .add(holder);
    }
}
