package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.FiveTuple;
import dev.netwatch.domain.connection.Protocol;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flow as nettop writes it: {@code tcp4 192.0.2.1:50000<->192.0.2.2:443}.
 *
 * @param quic whether it is QUIC, which is carried by UDP
 */
record FlowText(FiveTuple tuple, boolean quic) {
    private static final int LONGEST = 256;
    private static final Pattern FLOW = Pattern.compile("(tcp|udp|quic)(4|6|46) ([^ <]+)<->([^ <]+)");

    static Optional<FlowText> parse(String text, EndpointText endpoints) {
        Matcher flow = FLOW.matcher(text);
        if (text.length() > LONGEST || !flow.matches()) {
            return Optional.empty();
        }
        boolean v6 = !flow.group(2).equals("4");
        Optional<Endpoint> local = endpoints.ofNettop(flow.group(3), v6);
        Optional<Endpoint> remote = endpoints.ofNettop(flow.group(4), v6);
        if (local.isEmpty() || remote.isEmpty()) {
            return Optional.empty();
        }
        Protocol protocol = flow.group(1).equals("tcp") ? Protocol.TCP : Protocol.UDP;
        Optional<Endpoint> peer = remote.filter(FlowText::isSomebody);
        return Optional.of(new FlowText(
                new FiveTuple(protocol, local.get(), peer), flow.group(1).equals("quic")));
    }

    /** Whether it begins as a flow does, so that it names no process. */
    static boolean isLike(String text) {
        return text.startsWith("tcp") || text.startsWith("udp") || text.startsWith("quic");
    }

    static boolean isSomebody(Endpoint remote) {
        return remote.port() != 0 || !remote.address().isAny();
    }
}
