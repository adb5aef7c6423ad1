package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.testkit.NetworkInterfacesContract;

class SystemInterfacesTest extends NetworkInterfacesContract {
    @Override
    protected NetworkInterfaces interfaces() {
        return new SystemInterfaces();
    }
}
