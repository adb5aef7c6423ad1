package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.track.Connection;
import java.util.Optional;

/** What connections are called: who owns them, and who is at the other end. Nothing is invented. */
final class Labels {
    /** Less of an organisation's name tells nothing. */
    private static final int LEAST_ORGANISATION = 4;

    private final Glyphs glyphs;

    Labels(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /** The process; {@code ~} before a likely one; {@code ?} and what is known instead where there is none. */
    String process(Connection connection) {
        Owner owner = connection.owner();
        if (owner.process().isPresent()) {
            String name = Text.foreign(owner.process().get().name(), glyphs.ascii());
            return owner.attribution() == Attribution.INFERRED ? "~" + name : name;
        }
        if (owner.attribution() == Attribution.NO_OWNER) {
            return "? (no owner)";
        }
        return "? (" + user(owner).orElse("no permission") + ")";
    }

    /** What a line of the table is called. */
    String line(ListLine line) {
        return line instanceof ListLine.Group group
                ? group(group)
                : process(((ListLine.Row) line).row().speaker());
    }

    /** A group's name; where it is not known what its rows have in common, what is not known. */
    String group(ListLine.Group group) {
        return group.label()
                .map(name -> Text.foreign(name, glyphs.ascii()))
                .orElse(
                        switch (group.key().grouping()) {
                            case REMOTE -> "no peer: waiting";
                            case ORGANISATION -> "organisation not known";
                            case CONTAINER -> "no container";
                            default -> "? (no process known)";
                        });
    }

    /** The user's name, else number. */
    Optional<String> user(Owner owner) {
        if (owner.user().isPresent()) {
            return Optional.of(Text.foreign(owner.user().get(), glyphs.ascii()));
        }
        return owner.uid().isPresent() ? Optional.of("uid " + owner.uid().getAsLong()) : Optional.empty();
    }

    /**
     * Who is at the other end: the host name, else the address, and its organisation behind it. Of a name or an address
     * that is too long both ends stay; of an organisation the beginning. A sign stands before a peer that came to us; of
     * what waits for peers it is told where.
     *
     * @param withOrganisation unless the organisation has a column of its own
     */
    Cell peer(Connection connection, boolean withOrganisation, int width, Theme theme) {
        if (connection.remote().isEmpty()) {
            return new Cell(
                    "* ", theme.faint(), "on " + place(connection.local().address()), theme.faint());
        }
        String inbound = connection.direction() == Direction.INBOUND ? glyphs.inbound() + " " : "";
        int room = width - Text.width(inbound);
        Optional<String> host = connection.name().host().name();
        if (host.isPresent()) {
            String name = Text.foreign(host.get(), glyphs.ascii());
            return new Cell(inbound + Text.cutMiddle(name, room, glyphs.ellipsis()), theme.plain());
        }
        String address = connection.remote().get().address().toString();
        String shown = inbound + Text.cutMiddle(Text.foreign(address, glyphs.ascii()), room, glyphs.ellipsis());
        Optional<String> owner = withOrganisation ? organisation(connection) : Optional.empty();
        int left = width - Text.width(shown) - 1;
        return owner.isEmpty() || left < LEAST_ORGANISATION
                ? new Cell(shown, theme.plain())
                : new Cell(shown, theme.plain(), " " + Text.cut(owner.get(), left, glyphs.ellipsis()), theme.faint());
    }

    private String place(IpAddress local) {
        return local.isAny() ? "all addresses" : Text.foreign(local.toString(), glyphs.ascii());
    }

    /** What it runs in; empty for the host itself, and where that is not known. */
    Optional<String> container(Connection connection) {
        return connection
                .socket()
                .scope()
                .container()
                .map(container -> Text.foreign(container.label(), glyphs.ascii()));
    }

    /** Address and port; too long, both ends stay. */
    String address(Endpoint endpoint, int width) {
        return Text.cutMiddle(Text.foreign(endpoint.toString(), glyphs.ascii()), width, glyphs.ellipsis());
    }

    Optional<String> organisation(Connection connection) {
        return connection.name().organisation().name().map(name -> Text.foreign(name, glyphs.ascii()));
    }

    /** {@code 1 row}, {@code 2 rows}. */
    static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
