package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.RecordingException;
import dev.netwatch.domain.notice.SourceException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The format of a recorded session: a file in UTF-8 with one JSON object a line, the header first, then a sample each.
 * Version 1 only gains fields; a reader passes over those it does not know.
 */
final class Recording {
    static final String SCHEMA = "netwatch.recording.v1";

    private Recording() {}

    /** The word for an enum's constant: lower case with hyphens. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such constant */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static SourceException damaged(Path file, long line, Exception cause) {
        return new SourceException(
                Notice.error(
                        "recording-damaged",
                        file + " line " + line + " is no sample of a netwatch recording (" + oneLine(cause)
                                + "); remove this line and those after it, or record anew."),
                cause);
    }

    static SourceException foreign(Path file) {
        return new SourceException(Notice.error(
                "recording-foreign",
                file + " line 1 is no header of a netwatch recording (" + SCHEMA
                        + "); name a file made by netwatch record."));
    }

    static SourceException unreadable(Path file, Exception cause) {
        return new SourceException(
                Notice.error(
                        "recording-unreadable",
                        file + " cannot be read (" + oneLine(cause) + "); check its name and rights."),
                cause);
    }

    static RecordingException unwritable(Path file, IOException cause) {
        return new RecordingException(
                Notice.error(
                        "recording-failed",
                        file + " cannot be written (" + reason(cause) + "); choose a new file with room and rights."),
                cause);
    }

    static RecordingException exists(Path file, FileAlreadyExistsException cause) {
        return new RecordingException(
                Notice.error("recording-exists", file + " is there already; choose another name or remove it."), cause);
    }

    /* The messages of these begin with the name of the file, and two of them end there. */
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException failed && failed.getReason() != null) {
            return oneLine(failed.getReason());
        }
        return oneLine(cause);
    }

    /** The cause in one printable line: messages quote what is in the file. */
    private static String oneLine(Exception cause) {
        return oneLine(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    private static String oneLine(String message) {
        String line = message.lines().findFirst().orElse("").replaceAll("\\p{C}", "?");
        return line.length() <= 120 ? line : line.substring(0, 120);
    }
}
