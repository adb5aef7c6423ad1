package dev.netwatch.adapters.resolve;

import java.util.regex.Pattern;

/* A registry that does not hold the network answers in its own name, and one that holds nothing there says so in the
 * owner's field. "8.8.8.8 belongs to Administered by ARIN" is what comes of believing it. */
/** Tells the names of registries, and their phrases for "not ours", from the names of owners. */
final class RegistryNames {
    private static final Pattern REGISTRY = Pattern.compile(
            String.join(
                    "|",
                    "\\badministered by\\b",
                    "\\bvarious registries\\b",
                    "\\bmaintained by (arin|apnic|lacnic|afrinic|ripe)\\b",
                    "\\b(not |un)?(allocated|assigned|delegated) (to|by) (arin|apnic|lacnic|afrinic|ripe|iana|the ripe ncc|jpnic|krnic|cnnic|twnic|vnnic|idnic|nixi)\\b",
                    "\\bnot (fully )?(allocated|managed|registered)\\b",
                    "\\btransferred to the (arin|ripe|apnic|lacnic|afrinic)\\b",
                    "^non-ripe-ncc-managed",
                    "^iana\\b",
                    "^(rir|eu-zz|ripe-cidr|ripe-erx|erx|apnic-erx|apnic-cidr|lacnic-erx|afrinic-erx)(-|$)",
                    "\\(iana\\)",
                    "\\binternet assigned numbers authority\\b",
                    "\\bamerican registry (for|of) internet numbers\\b",
                    "\\bripe (ncc|network coordination cent(re|er))\\b",
                    "\\br[eé]seaux ip europ[eé]ens\\b",
                    "\\basia[- ]pacific network information cent(re|er)\\b",
                    "\\blatin american (and|&) caribbean ip address regional registry\\b",
                    "\\bafrican network information cent(re|er)\\b",
                    "\\b(japan|korea|china internet|taiwan|vietnam( internet)?) network information cent(re|er)\\b",
                    "^(arin|apnic|lacnic|afrinic|jpnic|krnic|cnnic|twnic|vnnic|idnic|ripencc)\\b",
                    "^ripe(-|$)",
                    "\\bsee http",
                    "^to determine the registration\\b",
                    "^this (network|ip address|address) (range|space|block)\\b",
                    "\\bip(v[46])? address (block|range|space) (not|un)",
                    "^(internet )?early registrations?\\b",
                    "^reserved\\b",
                    "^private use\\b"),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private RegistryNames() {}

    static boolean includes(String name) {
        return REGISTRY.matcher(name).find();
    }
}
