package dev.netwatch.adapters.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In processes of their own: a driver loads its library once. */
class NativeLibraryTest {
    @TempDir
    private Path directory;

    private Path libraries;
    private Path temporary;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(PrivateFiles.POSIX, "needs POSIX rights");
        libraries = directory.resolve("libraries");
        temporary = Files.createDirectory(directory.resolve("tmp"));
    }

    private int start() throws Exception {
        Process process = Jvm.start(
                directory,
                LoadLibrary.class,
                directory.resolve("home").toString(),
                libraries.toString(),
                temporary.toString());
        return process.waitFor();
    }

    private List<Path> libraryFiles() throws IOException {
        try (var paths = Files.walk(libraries)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void isUnpackedOnceAndUsedAgain() throws Exception {
        assertEquals(LoadLibrary.KEPT, start());
        assertEquals(1, libraryFiles().size(), "and no half one beside it");
        Path library = libraryFiles().get(0);
        FileTime unpacked = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(library, unpacked);
        assertEquals(LoadLibrary.KEPT, start());
        assertEquals(unpacked, Files.getLastModifiedTime(library));
        assertTrue(library.toString().contains("sqlite-3"), library::toString);
    }

    @Test
    void isNotTakenFromAFolderThatOthersMayWriteTo() throws Exception {
        Files.createDirectory(libraries);
        Files.setPosixFilePermissions(libraries, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(LoadLibrary.NOT_KEPT, start());
    }
}
