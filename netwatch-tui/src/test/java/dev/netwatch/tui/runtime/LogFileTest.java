package dev.netwatch.tui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwatch.tui.config.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void appendsToAFileForItsOwnerAlone() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX file system");
        LogFile log = new LogFile(new Home(folder, Optional.empty()));
        assertTrue(log.append("one\n"));
        assertTrue(log.append("two\n"));
        Path file = folder.resolve("netwatch.log");
        assertEquals("one\ntwo\n", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileThatIsFullMakesRoomForANewOne() throws IOException {
        LogFile log = new LogFile(new Home(folder, Optional.empty()));
        log.append("x".repeat((int) LogFile.LARGEST));
        log.append("new\n");
        assertEquals("new\n", Files.readString(folder.resolve("netwatch.log")));
        assertEquals(LogFile.LARGEST, Files.size(folder.resolve("netwatch.log.1")));
        log.append("x".repeat((int) LogFile.LARGEST));
        log.append("newer\n");
        assertEquals("newer\n", Files.readString(folder.resolve("netwatch.log")));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "never more than two");
        }
    }

    @Test
    void aLinkIsNotFollowedAndAMissingHomeIsNoFailure() throws IOException {
        Path target = folder.resolve("target");
        Files.createSymbolicLink(folder.resolve("netwatch.log"), target);
        assertFalse(new LogFile(new Home(folder, Optional.empty())).append("x"));
        assertTrue(Files.notExists(target));
        Path file = Files.createFile(folder.resolve("file"));
        assertFalse(new LogFile(new Home(file, Optional.empty())).append("x"));
    }

    @Test
    void noMessagePosesAsAnother() {
        LogRecord message = new LogRecord(Level.WARNING, "evil\u001b[2J\n2026-01-01T00:00:00Z SEVERE x: forged");
        message.setLoggerName("a.b");
        message.setThrown(new IllegalStateException("why"));
        String[] lines = LogFile.text(message).split("\n");
        assertTrue(lines[0].endsWith(" WARNING a.b: evil?[2J"), lines[0]);
        assertTrue(lines[1].startsWith("    2026"), lines[1]);
        assertTrue(lines[2].startsWith("    java.lang.IllegalStateException: why"), lines[2]);
    }
}
