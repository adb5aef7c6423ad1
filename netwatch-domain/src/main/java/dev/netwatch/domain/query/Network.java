package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.IpAddress;

/**
 * The addresses that share their first bits with one.
 *
 * @param address its zone, where it has one, is wanted too
 * @param bits 0 to 32 or 128
 */
record Network(IpAddress address, int bits) implements FilterExpression {
    @Override
    public boolean accepts(Filterable thing) {
        return thing.remoteAddress().filter(this::contains).isPresent();
    }

    private boolean contains(IpAddress remote) {
        return remote.isIn(address, bits)
                && (address.zone().isEmpty() || address.zone().equals(remote.zone()));
    }

    @Override
    public String toString() {
        return bits == (address.isV4() ? 32 : 128) ? address.toString() : address + "/" + bits;
    }
}
