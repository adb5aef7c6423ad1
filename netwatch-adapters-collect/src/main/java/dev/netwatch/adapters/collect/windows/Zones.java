package dev.netwatch.adapters.collect.windows;

import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.NetworkInterfaces;
import java.util.HashMap;
import java.util.Map;

/*
 * The documentation calls the scope ids of the tables big-endian; programs that read them disagree with each other. Both
 * readings are tried on the interfaces there are. Where neither is one, the smaller number is taken: indexes are small.
 */
/** What the scope id of a link-local address is called: the name of its interface, else its number. */
final class Zones {
    private final NetworkInterfaces interfaces;
    private Map<Integer, String> names = new HashMap<>();
    private boolean isFresh;

    Zones(NetworkInterfaces interfaces) {
        this.interfaces = interfaces;
    }

    /** A new sample: interfaces may have come since the last. */
    void begin() {
        isFresh = false;
    }

    /** @param scope as it is in the row, read as a little-endian number; 0 is no zone */
    String name(int scope) {
        if (scope == 0) {
            return "";
        }
        int documented = Integer.reverseBytes(scope);
        if (!names.containsKey(documented) && !names.containsKey(scope) && !isFresh) {
            names = read();
            isFresh = true;
        }
        if (names.containsKey(documented)) {
            return names.get(documented);
        }
        if (names.containsKey(scope)) {
            return names.get(scope);
        }
        return Integer.toUnsignedString(Integer.compareUnsigned(documented, scope) < 0 ? documented : scope);
    }

    private Map<Integer, String> read() {
        Map<Integer, String> found = new HashMap<>();
        try {
            for (LocalInterface each : interfaces.list()) {
                found.put(each.index(), each.name());
            }
        } catch (SourceException unknown) {
            return found; // numbers will do
        }
        return found;
    }
}
