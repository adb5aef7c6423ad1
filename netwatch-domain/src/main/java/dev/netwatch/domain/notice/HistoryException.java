package dev.netwatch.domain.notice;

/** What is remembered could not be read or written. */
public final class HistoryException extends NetwatchException {
    public HistoryException(Notice notice, Throwable cause) {
        super(notice, cause);
    }

    public HistoryException(Notice notice) {
        super(notice);
    }
}
