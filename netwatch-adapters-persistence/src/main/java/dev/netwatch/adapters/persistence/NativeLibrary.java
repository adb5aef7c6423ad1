package dev.netwatch.adapters.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** Keeps SQLite's native library unpacked between starts. */
/*
 * Left alone, the driver unpacks a megabyte into the folder for temporary files at every start, compares it byte by
 * byte, and leaves it there when the process is killed. Code is loaded from here, so nothing is taken from a folder
 * that anybody but this process's user could write to: under sudo that rules out the invoking user's folders.
 */
final class NativeLibrary {
    private static final System.Logger LOG = System.getLogger(NativeLibrary.class.getName());
    private static final String LOCATION = "org.sqlite.lib.path";
    private static final Set<PosixFilePermission> OF_OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private NativeLibrary() {}

    /** Unpacks it into this folder if need be and tells the driver; where that fails the driver helps itself. */
    static synchronized void keepIn(Path directory) {
        if (System.getProperty(LOCATION) != null) {
            return;
        }
        try {
            Path folder = directory.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
            String name = LibraryLoaderUtil.getNativeLibName();
            createPrivate(directory);
            createPrivate(folder);
            if (isOurs(directory) && isOurs(folder) && isUnpacked(folder.resolve(name))) {
                System.setProperty(LOCATION, folder.toString());
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(System.Logger.Level.DEBUG, "SQLite's library is not kept", e);
        }
    }

    private static void createPrivate(Path folder) throws IOException {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // Whose it is, is asked next.
        }
    }

    private static boolean isUnpacked(Path library) throws IOException {
        if (!Files.exists(library, LinkOption.NOFOLLOW_LINKS)) {
            unpack(library);
        }
        return isOurs(library);
    }

    /** Complete or not at all, for two processes may do this at once. */
    private static void unpack(Path library) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
        Path partial = Files.createTempFile(library.getParent(), "unpacking", null);
        try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IOException("no native library for this system: " + resource);
            }
            Files.copy(packed, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Whether it is no link, belongs to this process's user, and nobody else may write to it. */
    private static boolean isOurs(Path path) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean open = attributes.permissions().stream().anyMatch(OF_OTHERS::contains);
        return !attributes.isSymbolicLink() && !open && attributes.owner().equals(ourselves());
    }

    /** Java has no word for the effective user, but whoever creates a file owns it. */
    private static Object ourselves() throws IOException {
        Path probe = Files.createTempFile("netwatch", null);
        try {
            return Files.getOwner(probe, LinkOption.NOFOLLOW_LINKS);
        } finally {
            Files.deleteIfExists(probe);
        }
    }
}
