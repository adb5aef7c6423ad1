package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.testkit.FakeClock;
import java.nio.file.Path;

/** Imports the database of the first argument and dies, without any clean-up, at the step of the second. */
final class ImportThenDie {
    static final int DEAD = 77;

    private ImportThenDie() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        PythonImport.Step death = reached -> {
            if (reached.equals(arguments[1])) {
                Runtime.getRuntime().halt(DEAD);
            }
        };
        new DatabaseOpener(
                        PersistenceConfig.in(file.getParent()),
                        new FakeClock(),
                        new NoticeBoard(),
                        Migrations.SHIPPED,
                        death)
                .open();
    }
}
