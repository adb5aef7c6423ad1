package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.name.ForeignText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gathers what the lines of an answer say of one network. */
final class WhoisNetworkDraft {
    /** The fields that name the holder, the best first. {@code descr} is free text, the network's name a last resort. */
    private static final List<String> OWNER_FIELDS = List.of(
            "custname", // ARIN: the customer a network was reassigned to
            "orgname", // ARIN
            "owner", // LACNIC
            "organization name", // KRNIC
            "organization", // JPNIC; ARIN with a handle behind it
            "organisation", // IANA
            "descr", // RIPE, APNIC, AFRINIC
            "netname");

    private static final int LONGEST_NAME = 120;
    private static final Pattern TRAILING_HANDLE = Pattern.compile(" ?\\([A-Z0-9-]{1,20}\\)$");
    private static final Pattern NATIONAL_SERVER =
            Pattern.compile("whois (?:client|server) at (whois\\.[a-z0-9.-]*[a-z0-9])", Pattern.CASE_INSENSITIVE);

    private final IpRange range;
    private final Map<String, List<String>> values = new HashMap<>();

    WhoisNetworkDraft(IpRange range) {
        this.range = range;
    }

    WhoisNetworkDraft add(WhoisLine line) {
        values.computeIfAbsent(line.key(), key -> new ArrayList<>()).add(line.value());
        return this;
    }

    WhoisNetwork finish() {
        List<String> owners = OWNER_FIELDS.stream()
                .flatMap(field -> valuesOf(field).limit(1)) // the second line of a description is an address or a motto
                .map(WhoisNetworkDraft::name)
                .filter(WhoisNetworkDraft::isOwner)
                .toList();
        return new WhoisNetwork(range, owners, valuesOf("org").findFirst(), referral(), allocated());
    }

    private Stream<String> valuesOf(String key) {
        return values.getOrDefault(key, List.of()).stream();
    }

    static String name(String value) {
        String plain = ForeignText.printable(value);
        return ForeignText.printable(TRAILING_HANDLE.matcher(plain).replaceFirst(""), LONGEST_NAME);
    }

    /** Dashes, dots and registries are nobody. */
    static boolean isOwner(String name) {
        return name.codePoints().anyMatch(Character::isLetterOrDigit) && !RegistryNames.includes(name);
    }

    /** ARIN's field, or the remark by which APNIC points at a national registry. */
    private Optional<WhoisServer> referral() {
        Stream<String> told = Stream.of("referralserver", "refer", "whois").flatMap(this::valuesOf);
        return Stream.concat(told, nationalServer().stream())
                .flatMap(text -> WhoisServer.parse(text).stream())
                .findFirst();
    }

    private Optional<String> nationalServer() {
        String remarks = String.join(" ", valuesOf("remarks").toList());
        Matcher server = NATIONAL_SERVER.matcher(remarks);
        return server.find() ? Optional.of(server.group(1)) : Optional.empty();
    }

    private boolean allocated() {
        return Stream.of("status", "nettype")
                .flatMap(this::valuesOf)
                .anyMatch(status -> status.toLowerCase(Locale.ROOT).contains("alloca"));
    }
}
