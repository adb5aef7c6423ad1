package dev.netwatch.domain.testkit;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.port.NetworkInterfaces;
import java.util.List;

class FakeNetworkInterfacesTest extends NetworkInterfacesContract {
    @Override
    protected NetworkInterfaces interfaces() {
        return new FakeNetworkInterfaces()
                .add(new LocalInterface("eth1", 3, false, false, List.of()))
                .add(new LocalInterface("eth0", 2, true, false, List.of(IpAddress.parse("192.0.2.7"))));
    }
}
