package dev.netwatch.tui.screen;

/* The part of a scroll bar that says where one is. */
final class Thumb {
    private Thumb() {}

    /**
     * @param line of the bar, from 0
     * @param room lines of the bar, and of the text that is seen
     * @param top first line of the text that is seen
     * @param all lines of the text, more than room
     */
    static boolean covers(int line, int room, int top, int all) {
        int length = Math.max(1, room * room / all);
        int start = (int) Math.round((double) (room - length) * top / (all - room));
        return line >= start && line < start + length;
    }
}
