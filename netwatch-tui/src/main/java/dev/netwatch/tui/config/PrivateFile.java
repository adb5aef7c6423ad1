package dev.netwatch.tui.config;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;

/** Writes small files of a {@link Home}: for their owner's eyes only, and whole or not at all. */
public final class PrivateFile {
    private PrivateFile() {}

    /**
     * Puts a file in the place of the one that is there, if there is one. Who reads it meanwhile gets the old or the new
     * one, and a full disk leaves the old one.
     *
     * @param file in a folder that is there; a link is replaced, not followed
     */
    public static void replace(Home home, Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        FileAttribute<?>[] forUs = OwnerOnly.HERE.file();
        Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", forUs);
        try {
            Files.write(fresh, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC, LinkOption.NOFOLLOW_LINKS);
            OwnerOnly.HERE.settle(fresh, forUs);
            home.giveToOwner(fresh);
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
