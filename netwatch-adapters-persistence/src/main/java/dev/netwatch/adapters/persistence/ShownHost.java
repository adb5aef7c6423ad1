package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.connection.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the Python netwatch showed for a peer: an address, {@code address (Organisation)}, or a host name, cut to 40
 * characters with {@code ...}.
 *
 * @param remote the address in its canonical form, else the text as it was
 * @param organisation null where there is none, or where it was cut
 */
record ShownHost(
        String remote,
        @Nullable IpAddress address,
        @Nullable String organisation) {
    static ShownHost of(String text) {
        int bracket = text.indexOf(" (");
        IpAddress address = addressIn(bracket < 0 ? text : text.substring(0, bracket));
        if (address == null) {
            return new ShownHost(text, null, null);
        }
        boolean whole = bracket >= 0 && text.endsWith(")") && text.length() > bracket + 3;
        return new ShownHost(
                address.toString(), address, whole ? text.substring(bracket + 2, text.length() - 1) : null);
    }

    static @Nullable IpAddress addressIn(String text) {
        try {
            return IpAddress.parse(text.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
