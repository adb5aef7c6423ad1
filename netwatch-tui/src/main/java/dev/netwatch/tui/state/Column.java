package dev.netwatch.tui.state;

import dev.netwatch.domain.query.SortKey;
import java.util.Optional;

/** The columns of the table, from left to right: who, with whom, how, how much. */
public enum Column {
    PROCESS("PROCESS", 0, false),
    PID("PID", 1, true),
    USER("USER", 2, false),
    CONTAINER("CONTAINER", 2, false),
    REMOTE("REMOTE HOST", 2, false),
    PORT("PORT", 1, false),
    ORGANISATION("ORGANISATION", 2, false),
    LOCAL("LOCAL", 2, false),
    STATE("STATE", 2, false),
    STATUS("SEEN", 2, false),
    RTT("RTT", 1, true),
    CONNECTIONS("CONNS", 1, true),
    RECEIVED("IN", 1, true),
    SENT("OUT", 1, true),
    TOTAL("TOTAL", 1, true);

    private final String title;
    private final int gap;
    private final boolean right;

    Column(String title, int gap, boolean right) {
        this.title = title;
        this.gap = gap;
        this.right = right;
    }

    /** Columns of nothing before it. */
    public int gap() {
        return gap;
    }

    /** Whether its texts end at one line: figures. */
    public boolean isRight() {
        return right;
    }

    /** What stands above it. */
    public String title(boolean perSecond) {
        return perSecond && (this == RECEIVED || this == SENT) ? title + "/s" : title;
    }

    /** What sorting by it is called; empty for those one cannot sort by. */
    public Optional<SortKey> sortKey() {
        return switch (this) {
            case PROCESS -> Optional.of(SortKey.PROCESS);
            case CONNECTIONS -> Optional.of(SortKey.CONNECTIONS);
            case RECEIVED -> Optional.of(SortKey.RECEIVED);
            case SENT -> Optional.of(SortKey.SENT);
            case TOTAL -> Optional.of(SortKey.TOTAL);
            default -> Optional.empty();
        };
    }
}
