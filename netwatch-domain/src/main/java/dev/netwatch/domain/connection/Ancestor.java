package dev.netwatch.domain.connection;

/**
 * A process that another descends from, as it was when that one was looked at.
 *
 * @param name the system's short name, completed where it was cut; foreign text
 */
public record Ancestor(ProcessId id, String name) {}
