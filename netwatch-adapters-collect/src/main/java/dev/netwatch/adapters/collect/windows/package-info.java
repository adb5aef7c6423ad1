/**
 * Windows, through iphlpapi: tables become {@code SocketRow}s ({@code SocketTables}, {@code TableCodec}), processes and
 * services put names to them ({@code Owners}), TCP's extended statistics put bytes to them ({@code ByteMeter}). All of it
 * speaks to Windows through {@code WindowsApi}, whose one implementation that loads anything is {@code NativeWindows}.
 */
@NullMarked
package dev.netwatch.adapters.collect.windows;

import org.jspecify.annotations.NullMarked;
