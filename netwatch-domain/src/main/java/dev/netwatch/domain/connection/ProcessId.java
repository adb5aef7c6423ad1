package dev.netwatch.domain.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * What makes a process this process: its number, which the system uses again, and when it started.
 *
 * @param startedAt empty where the system does not tell
 */
public record ProcessId(long pid, Optional<Instant> startedAt) {}
