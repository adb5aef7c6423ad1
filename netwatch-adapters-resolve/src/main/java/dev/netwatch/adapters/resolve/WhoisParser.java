package dev.netwatch.adapters.resolve;

import dev.netwatch.domain.connection.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the answers of IANA, ARIN, RIPE, APNIC, LACNIC, AFRINIC, JPNIC and KRNIC. Their forms are nowhere specified; what
 * is not understood is passed over. Not thread-safe: one parser, one answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2622">RFC 2622 (RPSL), for RIPE, APNIC and AFRINIC</a>
 */
final class WhoisParser {
    /** An answer lists the networks around one address: there are few. */
    private static final int MOST_NETWORKS = 256;
    /** No registry writes longer ones; expressions that backtrack should not meet what an attacker makes of them. */
    private static final int LONGEST_LINE = 1_000;

    private static final Set<String> RANGE_KEYS =
            Set.of("netrange", "inetnum", "inet6num", "ipv4 address", "ipv6 address", "network number");
    private static final Set<String> REFERRAL_KEYS = Set.of("refer", "whois", "referralserver");
    /** ARIN's short list: {@code Example LLC EXAMPLE-1 (NET-192-0-2-0-1) 192.0.2.0 - 192.0.2.255}. */
    private static final Pattern LISTED = Pattern.compile(
            "(\\S[^()]{0,200}) \\S{1,60} \\(NET6?-[A-Z0-9-]{1,60}\\) ([0-9A-Fa-f:.]+ - [0-9A-Fa-f:.]+)");

    private static final Pattern REFER_TO = Pattern.compile(
            "[%#]\\s*(?:refer to|referto:?|refer:|ReferralServer:)\\s+(?:whois\\s+-h\\s+)?(\\S+).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REFUSAL = Pattern.compile(
            "ERROR:20\\d|access (?:has been )?denied|(?:rate|query|quota|request)s? (?:rate )?(?:limit )?exceeded"
                    + "|too many (?:requests|queries)|excessive querying",
            Pattern.CASE_INSENSITIVE);

    private final List<WhoisNetworkDraft> drafts = new ArrayList<>();
    private final Map<String, String> organisations = new HashMap<>();
    private final List<WhoisNetwork> listed = new ArrayList<>();
    private Optional<WhoisNetworkDraft> current = Optional.empty();
    private Optional<String> organisation = Optional.empty();
    private Optional<WhoisServer> referral = Optional.empty();

    private WhoisParser() {}

    /** What the text says about the address; never fails, whatever the text. */
    static WhoisReply parse(String text, IpAddress address) {
        WhoisParser parser = new WhoisParser();
        text.lines()
                .filter(line -> line.length() <= LONGEST_LINE)
                .map(String::strip)
                .forEach(parser::line);
        return parser.reply(text, address);
    }

    private void line(String line) {
        if (line.isEmpty()) {
            organisation = Optional.empty();
        } else if (line.startsWith("%") || line.startsWith("#")) {
            comment(line);
        } else {
            WhoisLine.parse(line).ifPresentOrElse(this::field, () -> listing(line));
        }
    }

    private void comment(String line) {
        Matcher referTo = REFER_TO.matcher(line);
        if (referTo.matches() && referral.isEmpty()) {
            referral = WhoisServer.parse(referTo.group(1));
        }
    }

    private void field(WhoisLine line) {
        Optional<IpRange> range = RANGE_KEYS.contains(line.key()) ? IpRange.parse(line.value()) : Optional.empty();
        if (range.isPresent() && drafts.size() < MOST_NETWORKS) {
            WhoisNetworkDraft draft = new WhoisNetworkDraft(range.get());
            drafts.add(draft);
            current = Optional.of(draft);
            organisation = Optional.empty();
        } else if (line.key().equals("organisation") && line.value().startsWith("ORG-")) {
            organisation = Optional.of(line.value());
        } else if (organisation.isPresent()) {
            ofOrganisation(organisation.get(), line);
        } else if (current.isPresent()) {
            current.get().add(line);
        } else if (REFERRAL_KEYS.contains(line.key()) && referral.isEmpty()) {
            referral = WhoisServer.parse(line.value());
        }
    }

    private void ofOrganisation(String handle, WhoisLine line) {
        if (line.key().equals("org-name")) {
            organisations.putIfAbsent(handle, WhoisNetworkDraft.name(line.value()));
        }
    }

    private void listing(String line) {
        Matcher entry = LISTED.matcher(line);
        if (entry.matches() && listed.size() < MOST_NETWORKS) {
            IpRange.parse(entry.group(2))
                    .map(range -> new WhoisNetworkDraft(range).add(new WhoisLine("orgname", entry.group(1))))
                    .ifPresent(draft -> listed.add(draft.finish()));
        }
    }

    private WhoisReply reply(String text, IpAddress address) {
        List<WhoisNetwork> networks = new ArrayList<>(listed);
        drafts.forEach(draft -> networks.add(draft.finish()));
        networks.removeIf(
                network -> !network.range().contains(address) || network.range().isEverything());
        networks.sort(Comparator.comparing(network -> network.range().width()));
        boolean refused = networks.isEmpty()
                && organisations.isEmpty()
                && REFUSAL.matcher(text).find();
        return new WhoisReply(networks, organisations, referral, refused);
    }
}
