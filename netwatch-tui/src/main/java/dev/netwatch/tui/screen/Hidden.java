package dev.netwatch.tui.screen;

/**
 * Open connections that are there and could be in the view, but are not shown, each counted once, under the first reason that applies.
 *
 * @param excluded their process is excluded
 * @param loopback they stay on this machine
 * @param listening they wait for peers
 * @param filtered their peer is not of the familiarity wanted
 * @param elsewhere they use another interface
 */
public record Hidden(int excluded, int loopback, int listening, int filtered, int elsewhere) {
    public static final Hidden NOTHING = new Hidden(0, 0, 0, 0, 0);
}
