package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.SocketState;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** TCP's states in the spellings of macOS: nettop's {@code FinWait1}, lsof's {@code FIN_WAIT_1}, {@code SYN_RCVD}. */
final class TcpStates {
    private static final int LONGEST = 16;
    private static final Map<String, SocketState> BY_LETTERS = new HashMap<>();

    static {
        for (SocketState state : SocketState.values()) {
            if (state != SocketState.OPEN) {
                BY_LETTERS.put(letters(state.name()), state);
            }
        }
        BY_LETTERS.put("SYNRCVD", SocketState.SYN_RECEIVED);
        BY_LETTERS.put("SYNRECV", SocketState.SYN_RECEIVED);
    }

    private TcpStates() {}

    static Optional<SocketState> parse(String word) {
        return word.length() > LONGEST ? Optional.empty() : Optional.ofNullable(BY_LETTERS.get(letters(word)));
    }

    private static String letters(String word) {
        return word.toUpperCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
