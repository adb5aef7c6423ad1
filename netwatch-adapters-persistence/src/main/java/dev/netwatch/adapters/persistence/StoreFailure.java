package dev.netwatch.adapters.persistence;

import dev.netwatch.domain.notice.HistoryException;
import dev.netwatch.domain.notice.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Makes SQLite's result codes into sentences. @see <a href="https://www.sqlite.org/rescode.html">Result codes</a> */
final class StoreFailure {
    /** The low byte of an extended result code is the primary one. */
    private static final int PRIMARY = 0xff;

    /** A page of the database. */
    private static final int SMALLEST_WRITE = 4096;

    private StoreFailure() {}

    /** Whether the file is no database, or a damaged one. */
    static boolean isCorruption(Throwable failure) {
        int code = primaryCode(failure);
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    static boolean isBusy(Throwable failure) {
        int code = primaryCode(failure);
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    static HistoryException of(Path file, Throwable failure) {
        return new HistoryException(notice(file, failure), failure);
    }

    static HistoryException busy(Path file) {
        return new HistoryException(busyNotice(file));
    }

    private static Notice notice(Path file, Throwable failure) {
        int code = primaryCode(failure);
        if (isBusy(failure)) {
            return busyNotice(file);
        }
        if (isCorruption(failure)) {
            return Notice.error(
                    "history-corrupt",
                    "The history file " + file + " is damaged; it will be moved aside and a new one begun.");
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code || isFull(file)) {
            return Notice.error(
                    "history-disk-full", "The disk is full, so " + file + " cannot be written; make room on it.");
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || isReadOnly(file)) {
            return Notice.error(
                    "history-read-only",
                    "The history file " + file + " or its folder is read-only; make both writable or choose another"
                            + " folder with --home.");
        }
        return Notice.error(
                "history-failed",
                "The history file " + file + " cannot be used (" + reason(failure)
                        + "); check the disk and the rights of the folder, or choose another with --home.");
    }

    private static Notice busyNotice(Path file) {
        return Notice.warning(
                "history-busy",
                "The history file " + file + " is in use by another program for too long; it is tried again with the"
                        + " next write.");
    }

    /* Where a folder or a journal cannot be made, SQLite and the JDK only say that it could not; the disk tells why. */
    private static boolean isFull(Path file) {
        try {
            return Files.getFileStore(existing(file)).getUsableSpace() < SMALLEST_WRITE;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isReadOnly(Path file) {
        return Files.exists(file) && !Files.isWritable(file) || !Files.isWritable(existing(file.resolveSibling("")));
    }

    private static Path existing(Path file) {
        Path found = file;
        while (!Files.exists(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }

    private static String reason(Throwable failure) {
        Throwable cause = sqlCause(failure);
        return String.valueOf((cause == null ? failure : cause).getMessage()).replaceAll("\\p{Cntrl}+", " ");
    }

    private static int primaryCode(Throwable failure) {
        return sqlCause(failure) instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY : -1;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
