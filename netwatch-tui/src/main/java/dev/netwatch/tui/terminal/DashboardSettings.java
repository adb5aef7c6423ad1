package dev.netwatch.tui.terminal;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.tui.state.Preferences;
import java.time.Duration;
import java.util.Optional;

/**
 * What the dashboard is told at its start.
 *
 * @param interfaceName what the header calls the thing watched, such as {@code eth0}
 * @param address of that interface
 * @param scope which connections belong to it; loopback ones can be shown beside them
 * @param loopback whether loopback connections are shown at first
 * @param listening whether sockets that wait for peers are shown
 * @param interval between two samples
 * @param ascii whether to do without any character beyond ASCII
 * @param preferences what the user chose about the screen
 */
public record DashboardSettings(
        String interfaceName,
        Optional<IpAddress> address,
        Filter scope,
        boolean loopback,
        boolean listening,
        Duration interval,
        boolean ascii,
        ColorMode color,
        Preferences preferences,
        Clock clock) {}
