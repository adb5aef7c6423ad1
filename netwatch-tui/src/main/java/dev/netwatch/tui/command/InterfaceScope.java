package dev.netwatch.tui.command;

import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.notice.NearestWord;
import dev.netwatch.domain.port.NetworkInterfaces;
import dev.netwatch.domain.query.Filter;
import dev.netwatch.tui.config.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/* Finds the interface that was meant: the one named, or for the header alone, the one most traffic goes through. */
final class InterfaceScope {
    private static final Path ROUTES = Path.of("/proc/net/route");

    private final NetworkInterfaces interfaces;
    private final Collection<String> commands;

    /** @param commands words the user may have meant instead */
    InterfaceScope(NetworkInterfaces interfaces, Collection<String> commands) {
        this.interfaces = interfaces;
        this.commands = commands;
    }

    /** @throws UsageException if no interface has this name */
    LocalInterface named(String name) {
        List<LocalInterface> all = interfaces.list();
        return all.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, all));
    }

    private UsageException unknown(String name, List<LocalInterface> all) {
        List<String> names = all.stream().map(LocalInterface::name).toList();
        List<String> words = new java.util.ArrayList<>(commands);
        words.addAll(names);
        return new UsageException("'" + name + "' is neither an interface (" + String.join(", ", names)
                + ") nor a command (" + String.join(", ", commands) + ")" + NearestWord.hint(name, words));
    }

    Filter filter(@Nullable String name) {
        return name == null ? Filter.ALL : Filter.onInterface(named(name));
    }

    /** The one with the default route, else the first that is up and not the loopback. */
    Optional<LocalInterface> usual() {
        List<LocalInterface> all = interfaces.list();
        Optional<String> routed = defaultRoute();
        return all.stream()
                .filter(candidate -> routed.equals(Optional.of(candidate.name())))
                .findFirst()
                .or(() -> all.stream()
                        .filter(candidate -> candidate.up() && !candidate.loopback())
                        .findFirst());
    }

    /** @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5): route</a> */
    private static Optional<String> defaultRoute() {
        try {
            return Files.readAllLines(ROUTES).stream()
                    .map(line -> line.split("\\s+"))
                    .filter(fields -> fields.length > 7 && fields[1].equals("00000000") && fields[7].equals("00000000"))
                    .map(fields -> fields[0])
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // not Linux, or no /proc: the other rule decides
        }
    }
}
