package dev.netwatch.adapters.collect.linux;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** The names of the network interfaces of one namespace by their numbers. Not thread-safe. */
final class InterfaceNames {
    private final Map<Integer, String> names = new HashMap<>();
    private final IntFunction<String> ask;

    /** Those of the namespace that this process runs in. */
    InterfaceNames() {
        this(InterfaceNames::ask);
    }

    /** @param ask is asked once for each number */
    InterfaceNames(IntFunction<String> ask) {
        this.ask = ask;
    }

    /** The interface's name; its number where there is no such interface any more; empty for 0, which is none. */
    String name(int index) {
        return index == 0 ? "" : names.computeIfAbsent(index, ask::apply);
    }

    private static String ask(int index) {
        try {
            NetworkInterface found = index > 0 ? NetworkInterface.getByIndex(index) : null;
            return found == null ? Integer.toString(index) : found.getName();
        } catch (SocketException e) {
            return Integer.toString(index);
        }
    }
}
