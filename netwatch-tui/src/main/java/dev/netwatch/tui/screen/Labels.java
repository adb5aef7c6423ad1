package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.Attribution;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.Owner;
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

    /** The user's name, else number. */
    Optional<String> user(Owner owner) {
        if (owner.user().isPresent()) {
            return Optional.of(Text.foreign(owner.user().get(), glyphs.ascii()));
        }
        return owner.uid().isPresent() ? Optional.of("uid " + owner.uid().getAsLong()) : Optional.empty();
    }

    /**
     * The host name, else the address with its organisation, else the address. Of a name or an address that is too long
     * both ends stay; of an organisation the beginning.
     *
     * @param withOrganisation unless the organisation has a column of its own
     */
    String remote(Connection connection, boolean withOrganisation, int width) {
        if (connection.remote().isEmpty()) {
            return "*";
        }
        Optional<String> host = connection.name().host().name();
        if (host.isPresent()) {
            return Text.cutMiddle(Text.foreign(host.get(), glyphs.ascii()), width, glyphs.ellipsis());
        }
        IpAddress address = connection.remote().get().address();
        String shown = Text.cutMiddle(Text.foreign(address.toString(), glyphs.ascii()), width, glyphs.ellipsis());
        Optional<String> owner = withOrganisation ? organisation(connection) : Optional.empty();
        int room = width - Text.width(shown) - 3;
        return owner.isEmpty() || room < LEAST_ORGANISATION
                ? shown
                : shown + " (" + Text.cut(owner.get(), room, glyphs.ellipsis()) + ")";
    }

    /** Address and port; too long, both ends stay. */
    String address(Endpoint endpoint, int width) {
        return Text.cutMiddle(Text.foreign(endpoint.toString(), glyphs.ascii()), width, glyphs.ellipsis());
    }

    Optional<String> organisation(Connection connection) {
        return connection.name().organisation().name().map(name -> Text.foreign(name, glyphs.ascii()));
    }
}
