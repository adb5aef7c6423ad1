/** The dashboard on a real terminal: enter it, wait for keys and data, paint, and leave it as it was. */
@NullMarked
package dev.netwatch.tui.terminal;

import org.jspecify.annotations.NullMarked;
