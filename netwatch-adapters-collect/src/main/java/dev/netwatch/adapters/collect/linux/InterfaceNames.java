package dev.netwatch.adapters.collect.linux;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;

/** The names of network interfaces by their numbers. */
final class InterfaceNames {
    private final Map<Integer, String> names = new HashMap<>();

    /** The interface's name; its number where there is no such interface any more; empty for 0, which is none. */
    String name(int index) {
        return index == 0 ? "" : names.computeIfAbsent(index, InterfaceNames::ask);
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
