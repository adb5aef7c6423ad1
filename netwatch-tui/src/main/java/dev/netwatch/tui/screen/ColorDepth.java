package dev.netwatch.tui.screen;

/** How many colours a terminal shows. */
public enum ColorDepth {
    NONE,
    /** The eight colours of the terminal's own palette. */
    EIGHT,
    /** xterm's 256. */
    PALETTE,
    /** 24 bits. */
    TRUE;
}
