package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.SocketState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a filter can ask for by name, as {@code process:curl}. */
public enum FilterField {
    /** Part of the process's name or of its program's path. */
    PROCESS(Kind.TEXT, true, "curl"),
    /** The process's number, or a range. */
    PID(Kind.NUMBER, false, "4711"),
    /** Part of the user's name, or the whole number. */
    USER(Kind.TEXT, false, "root"),
    /** Part of the peer's host name, never of its address. */
    HOST(Kind.TEXT, true, "example.org"),
    /** Part of the peer's name or address, a whole address, or a network. */
    REMOTE(Kind.TEXT, true, "192.0.2.0/24"),
    /** A port of either end, or a range; the history keeps the port of the service. */
    PORT(Kind.NUMBER, true, "8000-8099"),
    /** The protocol's name or its beginning. */
    PROTO(Kind.CHOICE, true, "udp"),
    /** The state's name or its beginning. */
    STATE(Kind.CHOICE, false, "established"),
    /** Part of the organisation that holds the peer's network. */
    ORG(Kind.TEXT, true, "example"),
    /** Part of the container's name or id, of its pod's, or of the engine's name. */
    CONTAINER(Kind.TEXT, false, "web"),
    /** Part of the systemd unit's name. */
    UNIT(Kind.TEXT, false, "nginx.service"),
    /** Part of the number of the network namespace. */
    NETNS(Kind.TEXT, false, "4026531840"),
    /** Part of the name of an interface that the connection uses. */
    INTERFACE(Kind.TEXT, false, "eth0");

    enum Kind {
        TEXT,
        NUMBER,
        CHOICE
    }

    private final Kind kind;
    private final boolean kept;
    private final String example;

    FilterField(Kind kind, boolean kept, String example) {
        this.kind = kind;
        this.kept = kept;
        this.example = example;
    }

    /** As it is written before the colon. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Something to look for, such as {@code 8000-8099}. */
    public String example() {
        return example;
    }

    /** Whether the history keeps it. */
    public boolean isKept() {
        return kept;
    }

    /** All it can be, in lower case; empty where that is no list. */
    public List<String> choices() {
        return switch (this) {
            case PROTO ->
                Arrays.stream(Protocol.values())
                        .map(protocol -> protocol.name().toLowerCase(Locale.ROOT))
                        .toList();
            case STATE ->
                Arrays.stream(SocketState.values()).map(SocketState::label).toList();
            default -> List.of();
        };
    }

    /** Whether a resolver has to be asked. */
    boolean isNamed() {
        return this == HOST || this == REMOTE || this == ORG;
    }

    Kind kind() {
        return kind;
    }

    static Optional<FilterField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equalsIgnoreCase(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(FilterField::word).toList();
    }
}
