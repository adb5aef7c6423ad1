package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.IpAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is being watched, for the header.
 *
 * @param interfaceName such as {@code eth0}; empty where there is none to name; foreign text
 * @param alone whether only what uses this interface is shown, since the user named it
 * @param address of that interface
 * @param interval between two samples
 * @param zone of the clock
 */
public record Watch(String interfaceName, boolean alone, Optional<IpAddress> address, Duration interval, ZoneId zone) {}
