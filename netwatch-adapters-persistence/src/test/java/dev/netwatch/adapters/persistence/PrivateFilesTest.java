package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.adapters.persistence.PersistenceConfig.Owner;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.port.HistoryRepository;
import dev.netwatch.domain.testkit.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does in the folder of the user who called sudo. */
class PrivateFilesTest {
    private static final int NOBODY = 65534;

    @TempDir
    private Path directory;

    private Store store;

    @BeforeEach
    void prepare() {
        assumeTrue(PrivateFiles.POSIX, "needs a Unix system");
        assertTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    private Store ownedBy(int uid, Path home) {
        store = new Store(PersistenceConfig.in(home).ownedBy(new Owner(uid, uid)));
        return store;
    }

    private int ourselves() throws IOException {
        return (int) Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private void assertRefused(Path home, String why) throws IOException {
        HistoryRepository history = ownedBy(ourselves(), home).run();
        HistoryException failure = assertThrows(HistoryException.class, () -> history.find(HistoryQuery.ALL));
        assertEquals("history-refused", failure.notice().code());
        assertTrue(failure.getMessage().contains(why), failure::getMessage);
    }

    @Test
    @Tag("root")
    void whatRootCreatesBelongsToTheUser() throws IOException {
        assumeTrue(ourselves() == 0, "only root can give files away");
        Path home = directory.resolve("new/home");
        ownedBy(NOBODY, home).run().record(List.of(DatabaseOpenerTest.seen(1)));
        assertTrue(Files.exists(home.resolve("netwatch.db-wal")));
        try (var paths = Files.walk(directory.resolve("new"))) {
            for (Path path : paths.toList()) {
                assertEquals(NOBODY, Files.getAttribute(path, "unix:uid"), path::toString);
                assertEquals(NOBODY, Files.getAttribute(path, "unix:gid"), path::toString);
            }
        }
    }

    @Test
    @Tag("root")
    void theKeptOriginalOfAnImportBelongsToTheUser() throws Exception {
        assumeTrue(ourselves() == 0, "only root can give files away");
        PythonFixture.write(directory.resolve("netwatch.db"));
        ownedBy(NOBODY, directory).open();
        try (var paths = Files.list(directory)) {
            Path kept = paths.filter(path -> path.toString().contains("python"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(NOBODY, Files.getAttribute(kept, "unix:uid"));
        }
    }

    @Test
    @Tag("root")
    void aFolderThatTheUserMadeALinkIsRefused() throws IOException {
        assumeTrue(ourselves() == 0, "only root can give links away");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path home = Files.createSymbolicLink(directory.resolve("home"), elsewhere);
        Files.setAttribute(home, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        assertRefused(home, "is a link");
        assertRefused(home.resolve("deeper"), "is a link");
        assertEquals(0, elsewhere.toFile().list().length);
    }

    /* As where /home is a link to /usr/home. */
    @Test
    @Tag("root")
    void aLinkOfRootsOnTheWayIsFollowed() throws IOException {
        assumeTrue(ourselves() == 0, "only root can give files away");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path home = Files.createSymbolicLink(directory.resolve("home"), elsewhere);
        ownedBy(NOBODY, home.resolve("nobody")).run().record(List.of(DatabaseOpenerTest.seen(1)));
        assertTrue(Files.exists(elsewhere.resolve("nobody/netwatch.db")));
    }

    @Test
    @Tag("root")
    void theKeptOriginalOfAnImportDoesNotFollowALinkPutThereMeanwhile() throws Exception {
        assumeTrue(ourselves() == 0, "only root opens files so that it follows no link");
        PythonFixture.write(directory.resolve("netwatch.db"));
        Path target = directory.resolve("target");
        PersistenceConfig config = PersistenceConfig.in(directory).ownedBy(new Owner(NOBODY, NOBODY));
        PythonImport.Step plant = where -> {
            if (where.equals("copying")) {
                plant(directory.resolve("netwatch.db.python-partial"), target);
            }
        };
        NoticeBoard notices = new NoticeBoard();
        DatabaseOpener opener = new DatabaseOpener(config, new FakeClock(), notices, Migrations.SHIPPED, plant);
        assertThrows(HistoryException.class, opener::open);
        assertFalse(Files.exists(target));
    }

    private static void plant(Path link, Path target) {
        try {
            Files.delete(link);
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLinkInPlaceOfTheDatabaseIsRefused() throws IOException {
        Path target = directory.resolve("target");
        Files.createSymbolicLink(directory.resolve("netwatch.db"), target);
        assertRefused(directory, "is a link");
        assertFalse(Files.exists(target));
    }

    @Test
    void aLinkInPlaceOfAJournalIsRefused() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "precious");
        Files.createSymbolicLink(directory.resolve("netwatch.db-wal"), target);
        assertRefused(directory, "is a link");
        assertEquals("precious", Files.readString(target));
    }

    @Test
    void aDatabaseWithASecondNameIsRefused() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "");
        Files.createLink(directory.resolve("netwatch.db"), target);
        assertRefused(directory, "second name");
    }

    @Test
    void aUserMayLinkTheirOwnFolder() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path home = Files.createSymbolicLink(directory.resolve("home"), elsewhere);
        store = new Store(home);
        store.run().record(List.of(DatabaseOpenerTest.seen(1)));
        assertTrue(Files.exists(elsewhere.resolve("netwatch.db")));
    }
}
