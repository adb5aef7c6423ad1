package dev.netwatch.tui.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Finds the folder: {@code --home}, then {@code NETWATCH_HOME}, then under sudo the invoking user's {@code ~/.netwatch},
 * then one's own, where {@code ~} is what the shell takes for it; on Windows {@code %USERPROFILE%}.
 *
 * @see <a href="https://www.sudo.ws/docs/man/sudo.man/#ENVIRONMENT">sudo(8): SUDO_UID</a>, passwd(5)
 */
public final class HomeFinder {
    private static final String FOLDER = ".netwatch";
    private static final int PASSWD_FIELDS = 7;

    private final Map<String, String> environment;
    private final Path userHome;
    private final Path root;
    private final BooleanSupplier isRoot;

    /** @param userHome this user's home, as the system property {@code user.home} has it */
    public HomeFinder(Map<String, String> environment, Path userHome) {
        this(environment, userHome, Path.of("/"), HomeFinder::isRoot);
    }

    /** @param root where {@code etc/passwd} and {@code home} are found */
    HomeFinder(Map<String, String> environment, Path userHome, Path root, BooleanSupplier isRoot) {
        this.environment = environment;
        this.userHome = userHome;
        this.root = root;
        this.isRoot = isRoot;
    }

    /** A user, as passwd(5) has it. */
    private record Invoker(FileOwner ids, Path home) {}

    /** @param option the folder given on the command line */
    public Home find(@org.jspecify.annotations.Nullable Path option) {
        Optional<Invoker> invoker = invoker();
        Optional<FileOwner> owner = invoker.map(Invoker::ids);
        if (option != null) {
            return new Home(option.toAbsolutePath().normalize(), owner);
        }
        String variable = environment.getOrDefault("NETWATCH_HOME", "");
        if (!variable.isEmpty()) {
            return new Home(Path.of(variable).toAbsolutePath().normalize(), owner);
        }
        return new Home(invoker.map(Invoker::home).orElseGet(this::ownHome).resolve(FOLDER), owner);
    }

    /* The JDK does not look at HOME, and calls the home of a user without a passwd entry "?": a container's, say. */
    private Path ownHome() {
        boolean windows = environment.getOrDefault("OS", "").equals("Windows_NT"); // which it sets for every process
        String variable = windows ? "USERPROFILE" : "HOME";
        return Stream.of(Path.of(environment.getOrDefault(variable, "")), userHome)
                .filter(Path::isAbsolute)
                .findFirst()
                .orElseThrow(
                        () -> new UsageException("this user has no home folder; set HOME, or name one with --home"));
    }

    /** Who called sudo to become root; {@code sudo -u somebody} is that somebody's own business. */
    private Optional<Invoker> invoker() {
        String uid = environment.getOrDefault("SUDO_UID", "");
        if (uid.isEmpty() || uid.equals("0") || !isRoot.getAsBoolean()) {
            return Optional.empty();
        }
        try (var lines = Files.lines(root.resolve("etc/passwd"), StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> List.of(line.split(":", -1)))
                    .filter(fields ->
                            fields.size() == PASSWD_FIELDS && fields.get(2).equals(uid))
                    .findFirst()
                    .map(fields -> new Invoker(ids(fields.get(2), fields.get(3)), Path.of(fields.get(5))))
                    .or(() -> fromDirectoryService(uid));
        } catch (IOException | NumberFormatException e) {
            return fromDirectoryService(uid);
        }
    }

    /* A user of LDAP or the like is in no passwd file; sudo tells the numbers, and the home is where homes are. */
    private Optional<Invoker> fromDirectoryService(String uid) {
        String name = environment.getOrDefault("SUDO_USER", "");
        String gid = environment.getOrDefault("SUDO_GID", "");
        Path home = root.resolve("home").resolve(name);
        if (name.isEmpty() || name.contains("/") || !Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Invoker(ids(uid, gid), home));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static FileOwner ids(String uid, String gid) {
        return new FileOwner(Integer.parseInt(uid), Integer.parseInt(gid));
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false; // no such thing as sudo here
        }
    }
}
