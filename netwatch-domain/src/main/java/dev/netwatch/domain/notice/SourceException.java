package dev.netwatch.domain.notice;

/** A source of connections could not be read. */
public final class SourceException extends NetwatchException {
    public SourceException(Notice notice, Throwable cause) {
        super(notice, cause);
    }

    public SourceException(Notice notice) {
        super(notice);
    }
}
