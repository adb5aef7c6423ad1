package dev.netwatch.tui.config;

/**
 * Who files are given to.
 *
 * @param uid the user's number
 * @param gid the number of the user's group
 */
public record FileOwner(int uid, int gid) {}
