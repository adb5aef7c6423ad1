package dev.netwatch.domain.notice;

/** Samples could not be recorded. The source they came from is not to blame, and no other source would mend it. */
public final class RecordingException extends NetwatchException {
    public RecordingException(Notice notice, Throwable cause) {
        super(notice, cause);
    }

    public RecordingException(Notice notice) {
        super(notice);
    }
}
