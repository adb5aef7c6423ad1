package dev.netwatch.tui.screen;

/* A line of the help: keys, or a sign, and what it does or means. */
record HelpEntry(String keys, String meaning) {}
