package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.port.NetworkInterfaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Interfaces a test makes up; begins with {@code lo} alone. Thread-safe. */
public final class FakeNetworkInterfaces implements NetworkInterfaces {
    private final List<LocalInterface> interfaces = new ArrayList<>();

    public FakeNetworkInterfaces() {
        add(new LocalInterface("lo", 1, true, true, List.of(IpAddress.parse("127.0.0.1"), IpAddress.parse("::1"))));
    }

    public synchronized FakeNetworkInterfaces add(LocalInterface added) {
        interfaces.add(added);
        interfaces.sort(Comparator.comparingInt(LocalInterface::index));
        return this;
    }

    @Override
    public synchronized List<LocalInterface> list() {
        return List.copyOf(interfaces);
    }
}
