package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.NetworkInterfaces;
import java.lang.System.Logger;
import java.util.HashMap;
import java.util.Map;

/** The names of interfaces by their numbers, asked anew when a number is unknown. */
final class InterfaceIndex {
    private static final Logger LOG = System.getLogger(InterfaceIndex.class.getName());

    private final NetworkInterfaces interfaces;
    private final Map<String, String> names = new HashMap<>();

    InterfaceIndex(NetworkInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    /** The name of the interface with this number; what is no number, or no interface's, stays as it is. */
    String nameOf(String zone) {
        if (zone.isEmpty() || !Character.isDigit(zone.charAt(0))) {
            return zone;
        }
        if (!names.containsKey(zone)) {
            names.put(zone, zone);
            read();
        }
        return names.get(zone);
    }

    /** Forgets those that had no name, which an interface may have by now. */
    void refresh() {
        names.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    }

    private void read() {
        try {
            for (LocalInterface found : interfaces.list()) {
                names.put(Integer.toString(found.index()), found.name());
            }
        } catch (SourceException e) {
            LOG.log(Logger.Level.DEBUG, "the zones of link-local addresses stay numbers", e);
        }
    }
}
