package dev.netwatch.adapters.collect.macos;

import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import java.util.Optional;

/*
 * The kernel keeps the interface of a link-local address in its second group, and lsof prints it there
 * (fe80:4::1 for interface 4); nettop prints fe80::1%en0. Both become fe80::1%en0.
 */
/** Reads endpoints as macOS programs write them. Nothing is looked up; what is no endpoint is empty, never a guess. */
final class EndpointText {
    private static final int LONGEST = 80;
    private static final long SCOPE = 0xffffL << 32;
    private static final long LINK_LOCAL = 0xfe80L;

    private final InterfaceIndex interfaces;

    EndpointText(InterfaceIndex interfaces) {
        this.interfaces = interfaces;
    }

    /** {@code 192.0.2.1:443} or {@code *:443}, and {@code 2001:db8::1.443} or {@code *.443} where v6; as nettop has it. */
    Optional<Endpoint> ofNettop(String text, boolean v6) {
        boolean dotted = v6 && !text.startsWith("*:");
        return split(text, dotted ? '.' : ':', v6);
    }

    /** {@code 192.0.2.1:443}, {@code [2001:db8::1]:443} or {@code *:443}; as lsof has it. */
    Optional<Endpoint> ofLsof(String text, boolean v6) {
        int end = text.lastIndexOf("]:");
        if (text.startsWith("[") && end > 0) {
            return endpoint(text.substring(1, end), text.substring(end + 2), true);
        }
        return split(text, ':', v6);
    }

    private Optional<Endpoint> split(String text, char separator, boolean v6) {
        int at = text.lastIndexOf(separator);
        return at < 0 ? Optional.empty() : endpoint(text.substring(0, at), text.substring(at + 1), v6);
    }

    private Optional<Endpoint> endpoint(String address, String port, boolean v6) {
        Optional<Integer> number = port(port);
        if (number.isEmpty() || address.length() > LONGEST) {
            return Optional.empty();
        }
        if (address.equals("*")) {
            return Optional.of(new Endpoint(v6 ? IpAddress.v6(0, 0) : IpAddress.v4(0), number.get()));
        }
        try {
            return Optional.of(new Endpoint(plain(IpAddress.parse(address)), number.get()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> port(String text) {
        if (text.equals("*")) {
            return Optional.of(0);
        }
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        int port = Integer.parseInt(text);
        return port > 0xffff ? Optional.empty() : Optional.of(port);
    }

    private IpAddress plain(IpAddress address) {
        boolean linkLocal = address.version() == 6 && address.high() >>> 48 == LINK_LOCAL;
        if (!linkLocal) {
            return address;
        }
        long index = (address.high() & SCOPE) >>> 32;
        String zone = address.zone().isEmpty() && index != 0 ? Long.toString(index) : address.zone();
        return IpAddress.v6(address.high() & ~SCOPE, address.low(), interfaces.nameOf(zone));
    }
}
