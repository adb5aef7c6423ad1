package dev.netwatch.tui.state;

import dev.netwatch.domain.query.SortKey;
import java.util.Locale;

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
    TREND("TREND", 2, false),
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

    /** As a configuration names it: {@code rtt}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it shows, in a few words. */
    public String meaning() {
        return switch (this) {
            case PROCESS -> "who owns the sockets";
            case PID -> "the number of the process";
            case USER -> "whom the socket belongs to";
            case CONTAINER -> "container or service";
            case REMOTE -> "the peer's name or address";
            case PORT -> "the port of the service";
            case ORGANISATION -> "who holds the peer's network";
            case LOCAL -> "our own address and port";
            case STATE -> "TCP's state";
            case STATUS -> "new, or in how many runs seen";
            case RTT -> "round-trip time";
            case CONNECTIONS -> "open connections";
            case TREND -> "the rate of the last minutes";
            case RECEIVED -> "received";
            case SENT -> "sent";
            case TOTAL -> "both together";
        };
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

    /** What sorting by it is called. */
    public SortKey sortKey() {
        return switch (this) {
            case PROCESS -> SortKey.PROCESS;
            case PID -> SortKey.PID;
            case USER -> SortKey.USER;
            case CONTAINER -> SortKey.CONTAINER;
            case REMOTE -> SortKey.REMOTE;
            case PORT -> SortKey.PORT;
            case ORGANISATION -> SortKey.ORGANISATION;
            case LOCAL -> SortKey.LOCAL;
            case STATE -> SortKey.STATE;
            case STATUS -> SortKey.FAMILIARITY;
            case RTT -> SortKey.RTT;
            case CONNECTIONS -> SortKey.CONNECTIONS;
            case TREND -> SortKey.RATE;
            case RECEIVED -> SortKey.RECEIVED;
            case SENT -> SortKey.SENT;
            case TOTAL -> SortKey.TOTAL;
        };
    }
}
