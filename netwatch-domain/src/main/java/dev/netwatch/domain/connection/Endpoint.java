package dev.netwatch.domain.connection;

/**
 * One end of a connection.
 *
 * @param port 0 to 65535
 */
public record Endpoint(IpAddress address, int port) {
    public Endpoint {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    /** {@code 192.0.2.1:443} or {@code [2001:db8::1]:443}. */
    @Override
    public String toString() {
        return (address.isV4() ? address.toString() : "[" + address + "]") + ":" + port;
    }
}
