package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import java.util.Set;

/**
 * How each registry wants to be asked for the most specific network, and how to keep it from sending people: persons and
 * roles are neither needed nor wanted, and RIPE counts them against the one who asks.
 */
enum WhoisDialect {
    /** {@code n}: networks only; {@code +}: all that match, in full. */
    ARIN,
    /** {@code -r}: no contacts; {@code -T}: nothing but networks. The organisation then has to be asked for by its handle. */
    RIPE,
    /** {@code /e}: in English. */
    JPNIC,
    /** The address, and nothing else. */
    PLAIN;

    private static final Set<String> RIPE_SOFTWARE = Set.of("whois.ripe.net", "whois.apnic.net", "whois.afrinic.net");

    static WhoisDialect of(WhoisServer server) {
        if (RIPE_SOFTWARE.contains(server.host())) {
            return RIPE;
        }
        return switch (server.host()) {
            case "whois.arin.net" -> ARIN;
            case "whois.nic.ad.jp" -> JPNIC;
            default -> PLAIN;
        };
    }

    String question(IpAddress address) {
        return switch (this) {
            case ARIN -> "n + " + address;
            case RIPE -> "-r -T " + (address.isV4() ? "inetnum " : "inet6num ") + address;
            case JPNIC -> address + "/e";
            case PLAIN -> address.toString();
        };
    }

    /** Whether an organisation is asked for by its handle. */
    boolean knowsHandles() {
        return this == RIPE;
    }

    /** @param handle of the form {@link WhoisNetwork} lets through, so nothing else is said to the server */
    String organisationQuestion(String handle) {
        return "-r -T organisation " + handle;
    }
}
