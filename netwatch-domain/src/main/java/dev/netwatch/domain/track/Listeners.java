package dev.netwatch.domain.track;

import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.sample.SocketSample;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/*
 * Who opened a connection, where the source does not know: a connection whose local port somebody listens on came from
 * outside. Wrong only for a client bound to a listener's port, and for a listener that closed before we first looked.
 */
final class Listeners {
    private record Port(Protocol protocol, int number, Optional<String> namespace) {
        static Port of(SocketSample socket) {
            return new Port(
                    socket.tuple().protocol(),
                    socket.tuple().local().port(),
                    socket.scope().networkNamespace());
        }
    }

    private final Set<Port> ports = new HashSet<>();

    Listeners(List<SocketSample> open) {
        for (SocketSample socket : open) {
            if (listens(socket)) {
                ports.add(Port.of(socket));
            }
        }
    }

    Direction directionOf(SocketSample socket) {
        if (socket.direction().isPresent()) {
            return socket.direction().get();
        }
        if (listens(socket)) {
            return Direction.LISTENING;
        }
        if (socket.state() == SocketState.SYN_RECEIVED || ports.contains(Port.of(socket))) {
            return Direction.INBOUND;
        }
        // first seen when all was over, and the listener may have gone before it: nothing tells
        boolean tooLate = socket.state() == SocketState.TIME_WAIT;
        return socket.tuple().remote().isPresent() && !tooLate ? Direction.OUTBOUND : Direction.UNKNOWN;
    }

    private static boolean listens(SocketSample socket) {
        boolean udpForAnybody = socket.tuple().protocol() == Protocol.UDP
                && socket.tuple().remote().isEmpty();
        return socket.state() == SocketState.LISTEN || udpForAnybody;
    }
}
