package dev.netwatch.domain.name;

/** What was asked about an address. */
public enum NameKind {
    /** Its host name, from reverse DNS. */
    HOST,
    /** The organisation that holds its network, from whois. */
    ORGANISATION
}
