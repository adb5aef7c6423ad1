package dev.netwatch.adapters.persistence;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.netwatch.adapters.persistence.PersistenceConfig.Owner;
import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Files and folders for one user's eyes, whatever the umask or the folder above. */
/*
 * With an owner, root works in folders that this user may change at any time. What the user could have planted there is
 * refused: symbolic links on the way (but those of root, as /home may be one), hard links to other files, and whatever
 * is no regular file. Between looking and using remains a moment; SQLite opens with NOFOLLOW, so what could be won in it
 * is an empty file in the wrong place.
 */
final class PrivateFiles {
    static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Optional<Owner> owner;

    PrivateFiles(Optional<Owner> owner) {
        this.owner = owner;
    }

    /** Creates what is missing; a folder that is there keeps its rights, for it may hold other things. */
    void createDirectories(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent != null && !Files.exists(folder, NOFOLLOW_LINKS)) {
            createDirectories(parent);
            createDirectory(folder);
        }
        refusePlantedLinks(folder);
        if (!Files.isDirectory(folder)) {
            throw refused(folder, "is no folder");
        }
    }

    private void createDirectory(Path folder) throws IOException {
        try {
            FileAttribute<?>[] forUs = OwnerOnly.HERE.folder();
            Files.createDirectory(folder, forUs);
            OwnerOnly.HERE.settle(folder, forUs);
            give(folder);
        } catch (FileAlreadyExistsException e) {
            // Another process was faster; what it made is looked at next.
        }
    }

    /** Creates an empty file where there is none, and takes from others the right to one that is there. */
    void createFile(Path file) throws IOException {
        try {
            FileAttribute<?>[] forUs = OwnerOnly.HERE.file();
            Files.createFile(file, forUs);
            OwnerOnly.HERE.settle(file, forUs);
            give(file);
        } catch (FileAlreadyExistsException e) {
            protectIfPresent(file);
        }
    }

    void protectIfPresent(Path file) throws IOException {
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return;
        }
        refusePlanted(file);
        if (POSIX) {
            Set<PosixFilePermission> rights = new HashSet<>(Files.getPosixFilePermissions(file));
            if (rights.retainAll(FILE)) {
                Files.setPosixFilePermissions(file, rights);
            }
        }
    }

    /** Opens a small file of our own beside the database for writing. */
    FileChannel open(Path file, Set<? extends OpenOption> options) throws IOException {
        createFile(file);
        Set<OpenOption> all = new HashSet<>(options);
        all.add(StandardOpenOption.WRITE);
        all.add(NOFOLLOW_LINKS);
        return FileChannel.open(file, all, OwnerOnly.HERE.file());
    }

    private void refusePlanted(Path file) throws IOException {
        if (owner.isPresent() && Files.isSymbolicLink(file)) {
            throw refused(file, "is a link, which netwatch does not follow as root");
        }
        if (!Files.isRegularFile(file)) {
            throw refused(file, "is no file");
        }
        if (POSIX && owner.isPresent() && (int) Files.getAttribute(file, "unix:nlink", NOFOLLOW_LINKS) > 1) {
            throw refused(file, "has a second name, so that writing it as root could write another's file");
        }
    }

    private void refusePlantedLinks(Path folder) throws IOException {
        if (owner.isEmpty() || !POSIX) {
            return;
        }
        for (Path part = folder; part != null; part = part.getParent()) {
            if (Files.isSymbolicLink(part) && !isRoots(part)) {
                throw refused(part, "is a link, which netwatch does not follow as root");
            }
        }
    }

    private static boolean isRoots(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", NOFOLLOW_LINKS) == 0;
    }

    /** The same folder without those links of root's on the way that are followed; SQLite would refuse them, too. */
    Path withoutFollowedLinks(Path folder) throws IOException {
        if (owner.isEmpty() || !POSIX) {
            return folder;
        }
        Path plain = Objects.requireNonNull(folder.getRoot(), "an absolute folder has a root");
        for (Path name : folder) {
            Path part = plain.resolve(name);
            plain = Files.isSymbolicLink(part) && isRoots(part) ? part.toRealPath() : part;
        }
        return plain;
    }

    private static HistoryException refused(Path path, String why) {
        return new HistoryException(Notice.error(
                "history-refused", path + " " + why + "; remove it or choose another folder with --home."));
    }

    private void give(Path created) throws IOException {
        if (owner.isPresent() && POSIX) {
            Files.setAttribute(created, "unix:gid", owner.get().gid(), NOFOLLOW_LINKS);
            Files.setAttribute(created, "unix:uid", owner.get().uid(), NOFOLLOW_LINKS);
        }
    }
}
