package dev.netwatch.tui.runtime;

/* Something that has to be done on a disk now and then. Called by the database thread only. */
interface Chore {
    /**
     * Does what is due.
     *
     * @param last whether this is the last call, so that everything is due
     * @throws dev.netwatch.domain.notice.HistoryException if the disk fails; it is called again later
     */
    void attend(boolean last);
}
