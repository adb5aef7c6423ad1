package dev.netwatch.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.port.NetworkInterfaces;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link NetworkInterfaces} promises, on a machine that has at least a loopback interface. */
public abstract class NetworkInterfacesContract {
    protected abstract NetworkInterfaces interfaces();

    @Test
    void listsThemByIndexAndEachOnce() {
        List<LocalInterface> all = interfaces().list();
        List<LocalInterface> sorted = all.stream()
                .sorted(Comparator.comparingInt(LocalInterface::index))
                .toList();
        assertEquals(sorted, all);
        Set<String> names = new HashSet<>();
        all.forEach(one -> assertTrue(names.add(one.name()), "twice: " + one.name()));
    }

    @Test
    void knowsTheLoopbackInterface() {
        LocalInterface loopback = interfaces().list().stream()
                .filter(LocalInterface::loopback)
                .findFirst()
                .orElseThrow();
        assertFalse(loopback.name().isBlank());
        assertTrue(loopback.index() > 0);
        assertTrue(loopback.addresses().stream().allMatch(address -> address.isLoopback() || address.isLinkLocal()));
    }
}
