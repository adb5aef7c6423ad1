package dev.netwatch.domain.notice;

/** A failure of the outside world, told in words its user can act on. */
public abstract class NetwatchException extends RuntimeException {
    private final transient Notice notice;

    protected NetwatchException(Notice notice, Throwable cause) {
        super(notice.sentence(), cause);
        this.notice = notice;
    }

    protected NetwatchException(Notice notice) {
        super(notice.sentence());
        this.notice = notice;
    }

    public Notice notice() {
        return notice;
    }
}
