package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.NetworkInterfaces;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;

/** The interfaces as the JDK knows them. */
final class SystemInterfaces implements NetworkInterfaces {
    @Override
    public List<LocalInterface> list() {
        try {
            return NetworkInterface.networkInterfaces()
                    .map(SystemInterfaces::describe)
                    .sorted(Comparator.comparingInt(LocalInterface::index))
                    .toList();
        } catch (SocketException e) {
            throw failed(e);
        }
    }

    private static LocalInterface describe(NetworkInterface found) {
        try {
            List<IpAddress> addresses = found.inetAddresses()
                    .map(address -> address(address, found.getName()))
                    .toList();
            return new LocalInterface(found.getName(), found.getIndex(), found.isUp(), found.isLoopback(), addresses);
        } catch (SocketException e) {
            throw failed(e);
        }
    }

    private static IpAddress address(InetAddress address, String zone) {
        IpAddress plain = IpAddress.of(address.getAddress());
        return address instanceof Inet6Address ? IpAddress.v6(plain.high(), plain.low(), zone) : plain;
    }

    private static SourceException failed(SocketException cause) {
        return new SourceException(
                Notice.error(
                        "interfaces-unknown", "The system does not tell its interfaces: " + cause.getMessage() + "."),
                cause);
    }
}
