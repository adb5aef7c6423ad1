/** The threads behind a screen or a stream: one that samples, one that talks to the disk. */
@NullMarked
package dev.netwatch.tui.runtime;

import org.jspecify.annotations.NullMarked;
