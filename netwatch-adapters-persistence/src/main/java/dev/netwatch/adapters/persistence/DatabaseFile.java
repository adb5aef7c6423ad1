package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database's file with those SQLite puts beside it: made private, and moved aside together. */
/*
 * The file is never opened through Java while SQLite may hold it: closing any descriptor of it would drop SQLite's
 * locks (https://www.sqlite.org/howtocorrupt.html, 2.2). Creating it anew, renaming, and asking for attributes is safe.
 */
final class DatabaseFile {
    private static final List<String> SIDECARS = List.of("-wal", "-shm", "-journal");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final PersistenceConfig config;
    private final PrivateFiles files;

    DatabaseFile(PersistenceConfig config) {
        this.config = config;
        files = new PrivateFiles(config.owner());
    }

    Path path() {
        return config.file();
    }

    /** How SQLite is told of it: as a URI, for a path may hold a question mark. */
    String location() {
        try {
            return "file:" + plain(path()).toUri().getRawPath();
        } catch (IOException e) {
            throw StoreFailure.of(path(), e);
        }
    }

    /**
     * Makes sure there is a private file in a folder that leads nowhere else.
     *
     * @throws HistoryException if there is not
     */
    void prepare() {
        try {
            files.createDirectories(folder());
            files.createFile(path());
            protectSidecars();
        } catch (IOException e) {
            throw StoreFailure.of(path(), e);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(path().getParent(), "an absolute file has a folder");
    }

    /** SQLite gives them the rights of the database, but a Python netwatch's may have been wider. */
    void protectSidecars() {
        try {
            for (String suffix : SIDECARS) {
                files.protectIfPresent(sibling(suffix));
            }
        } catch (IOException e) {
            throw StoreFailure.of(path(), e);
        }
    }

    long size() {
        try {
            return Files.size(path());
        } catch (IOException e) {
            throw StoreFailure.of(path(), e);
        }
    }

    Instant lastModified() {
        try {
            return Files.getLastModifiedTime(path(), LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException e) {
            throw StoreFailure.of(path(), e);
        }
    }

    /** What makes this file this file; null where there is none or where the system does not tell. */
    @Nullable
    Object identity() {
        try {
            return Files.readAttributes(path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey();
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw StoreFailure.of(path(), e);
        }
    }

    private Path sibling(String suffix) {
        return path().resolveSibling(path().getFileName() + suffix);
    }

    /** A path beside the database as SQLite takes it, which may have been told to follow no links. */
    Path plain(Path beside) throws IOException {
        return files.withoutFollowedLinks(folder()).resolve(beside.getFileName());
    }

    /** A free name beside the database, such as {@code netwatch.db.corrupt-20260102T030405Z}. */
    Path freeName(String word, Instant now) {
        Path name = sibling("." + word + "-" + STAMP.format(now));
        Path free = name;
        for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
            free = name.resolveSibling(name.getFileName() + "." + i);
        }
        return free;
    }

    /** Creates an empty private file beside the database; one that was left there is replaced. */
    Path createEmpty(Path beside) throws IOException {
        Files.deleteIfExists(beside);
        files.createFile(beside);
        return beside;
    }

    /**
     * Moves the damaged file and those beside it to a free name.
     *
     * @param identity of the file that was found damaged; where another lies here now, somebody else was faster
     */
    Notice moveAside(@Nullable Object identity, Instant now) {
        try (FileChannel channel = files.open(sibling(".lock"), Set.of(StandardOpenOption.CREATE));
                FileLock lock = lock(channel)) {
            if (!lock.isValid() || !Objects.equals(identity, identity())) {
                return Notice.warning(
                        "history-corrupt", "The history file " + path() + " was damaged and has been replaced.");
            }
            Path aside = freeName("corrupt", now);
            Files.move(path(), aside, StandardCopyOption.ATOMIC_MOVE);
            for (String suffix : SIDECARS) {
                moveIfPresent(sibling(suffix), aside.resolveSibling(aside.getFileName() + suffix));
            }
            return Notice.error(
                    "history-corrupt",
                    "The history file " + path() + " was damaged. It is kept as " + aside
                            + ", and a new history was begun.");
        } catch (IOException e) {
            throw StoreFailure.of(path(), e);
        }
    }

    /** Held by others only while they rename, so whoever finds it taken may leave it to them. */
    private FileLock lock(FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            throw new HistoryException(inUse(), e);
        }
        if (lock == null) {
            throw new HistoryException(inUse());
        }
        return lock;
    }

    private Notice inUse() {
        return Notice.warning(
                "history-busy", "The history file " + path() + " is damaged and just being moved aside; try again.");
    }

    private static void moveIfPresent(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Not every journal exists at every time.
        }
    }
}
