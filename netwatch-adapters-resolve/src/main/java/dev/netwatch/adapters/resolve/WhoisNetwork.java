package dev.netwatch.adapters.resolve;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network as a registry describes it.
 *
 * @param owners names of its holder, the best first; no registry's among them
 * @param handle of its holder's own entry, where the names in this one are only descriptions
 * @param referral the server that is said to know more
 * @param allocated whether it was given to somebody who gives parts of it to others, who may have entries of their own
 */
record WhoisNetwork(
        IpRange range,
        List<String> owners,
        Optional<String> handle,
        Optional<WhoisServer> referral,
        boolean allocated) {
    private static final Pattern HANDLE = Pattern.compile("ORG-[A-Z0-9-]{1,30}");

    WhoisNetwork {
        owners = List.copyOf(owners);
        handle = handle.filter(text -> HANDLE.matcher(text).matches());
    }

    Optional<String> owner() {
        return owners.stream().findFirst();
    }
}
