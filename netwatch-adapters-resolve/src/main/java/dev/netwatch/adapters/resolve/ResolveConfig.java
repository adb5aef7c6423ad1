package dev.netwatch.adapters.resolve;

/**
 * How names are learned.
 *
 * <p>With DNS switched off no address of a peer is looked up; where whois stays on, the addresses of the whois servers
 * themselves still are.
 *
 * @param remembered so many addresses are kept in memory; those not asked for longest leave first
 * @param waiting so many questions may wait at each desk; what does not fit is asked again later
 */
public record ResolveConfig(DnsConfig dns, WhoisConfig whois, int remembered, int waiting) {

    /** Both asked; 50,000 addresses remembered, 4,096 questions waiting. */
    public static final ResolveConfig DEFAULT =
            new ResolveConfig(DnsConfig.DEFAULT, WhoisConfig.DEFAULT, 50_000, 4_096);

    public ResolveConfig {
        if (remembered < 1 || waiting < 1) {
            throw new IllegalArgumentException("at least one address must be remembered and one question may wait");
        }
    }

    public ResolveConfig withDns(DnsConfig config) {
        return new ResolveConfig(config, whois, remembered, waiting);
    }

    public ResolveConfig withWhois(WhoisConfig config) {
        return new ResolveConfig(dns, config, remembered, waiting);
    }

    /** As {@code --no-dns}. */
    public ResolveConfig withoutDns() {
        return withDns(dns.withEnabled(false));
    }

    /** As {@code --no-whois}. */
    public ResolveConfig withoutWhois() {
        return withWhois(whois.withEnabled(false));
    }

    /** As {@code --offline}: nobody is asked; what the name cache holds is still shown. */
    public ResolveConfig offline() {
        return withoutDns().withoutWhois();
    }
}
