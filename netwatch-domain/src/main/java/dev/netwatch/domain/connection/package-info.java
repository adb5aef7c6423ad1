/** What a connection is made of: addresses, endpoints, protocol and state, the process behind it, its counters and rate. */
@NullMarked
package dev.netwatch.domain.connection;

import org.jspecify.annotations.NullMarked;
