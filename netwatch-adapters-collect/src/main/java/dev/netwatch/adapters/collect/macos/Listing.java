package dev.netwatch.adapters.collect.macos;

import java.util.List;

/**
 * What a program listed.
 *
 * @param unreadable lines that had something to tell and could not be understood
 */
record Listing<T>(List<T> entries, int unreadable) {
    Listing {
        entries = List.copyOf(entries);
    }
}
