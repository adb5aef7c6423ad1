package dev.netwatch.tui.screen;

/** How the screen looks, apart from what it says. */
public record Look(Theme theme, Glyphs glyphs) {}
