package dev.netwatch.adapters.resolve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a whois server said about an address.
 *
 * @param networks those that contain the address, the narrowest first
 * @param organisations names by handle; registries' among them
 * @param referral the server to go on with, as told outside of any network
 * @param refused whether the server would not answer, for now
 */
record WhoisReply(
        List<WhoisNetwork> networks,
        Map<String, String> organisations,
        Optional<WhoisServer> referral,
        boolean refused) {

    WhoisReply {
        networks = List.copyOf(networks);
        organisations = Map.copyOf(organisations);
    }

    Optional<WhoisNetwork> narrowest() {
        return networks.stream().findFirst();
    }

    /** The narrowest network whose holder is named, or could be asked for. */
    Optional<WhoisNetwork> held() {
        return networks.stream()
                .filter(network ->
                        network.handle().isPresent() || network.owner().isPresent())
                .findFirst();
    }

    /**
     * Whom to ask next: what is said of the narrowest network, by any of the sources that list it, goes before what is
     * said in general.
     */
    Optional<WhoisServer> next() {
        Optional<IpRange> range = narrowest().map(WhoisNetwork::range);
        Stream<WhoisServer> ofNetwork = networks.stream()
                .filter(network -> range.equals(Optional.of(network.range())))
                .flatMap(network -> network.referral().stream());
        return Stream.concat(ofNetwork, referral.stream()).findFirst();
    }
}
