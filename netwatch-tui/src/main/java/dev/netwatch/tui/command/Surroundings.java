package dev.netwatch.tui.command;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.tui.runtime.BackendFactory;
import dev.netwatch.tui.runtime.Stop;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Everything a command takes from outside, so that a test can give it something else.
 *
 * @param out standard output, unbuffered
 * @param charset what text for people is written in
 * @param userHome this user's home folder
 * @param columns how wide the terminal is; asked only where standard output is one
 * @param interfaces made on first use
 * @param stop asked when the user or the system wants a command to end that would go on; first asked for by such a command
 */
public record Surroundings(
        OutputStream out,
        PrintStream err,
        Charset charset,
        Map<String, String> environment,
        Path userHome,
        Supplier<ZoneId> zone,
        Clock clock,
        BooleanSupplier outputIsTerminal,
        IntSupplier columns,
        Supplier<NetworkInterfaces> interfaces,
        BackendFactory backends,
        Screen screen,
        Supplier<Stop> stop) {}
