package dev.netwatch.adapters.resolve;

import java.util.Optional;

/**
 * Who holds the network an address is in.
 *
 * @param range the addresses for which this is known to hold
 * @param name empty where the registries name nobody
 * @param provisional whether a server that might have known better did not answer
 */
record Holder(IpRange range, Optional<String> name, boolean provisional) {
    Holder asProvisional() {
        return new Holder(range, name, true);
    }
}
