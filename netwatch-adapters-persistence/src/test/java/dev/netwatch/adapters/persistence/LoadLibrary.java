package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.testkit.FakeClock;
import java.nio.file.Path;

/**
 * Opens a history (first argument) with a folder for native libraries (second), and ends with how the driver came by its
 * library: from there, or unpacked into the folder for temporary files (third).
 */
final class LoadLibrary {
    static final int KEPT = 10;
    static final int NOT_KEPT = 11;

    private LoadLibrary() {}

    public static void main(String[] arguments) {
        System.setProperty("org.sqlite.tmpdir", arguments[2]);
        PersistenceConfig config =
                PersistenceConfig.in(Path.of(arguments[0])).withNativeDirectory(Path.of(arguments[1]));
        try (Persistence persistence = Persistence.open(config, new FakeClock())) {
            persistence.exclusions().list();
        }
        String[] unpacked = Path.of(arguments[2]).toFile().list();
        System.exit(unpacked != null && unpacked.length == 0 ? KEPT : NOT_KEPT);
    }
}
