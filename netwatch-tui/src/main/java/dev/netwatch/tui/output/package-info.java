/** What the plain commands print: JSON, aligned tables, and the stream they go to. */
@NullMarked
package dev.netwatch.tui.output;

import org.jspecify.annotations.NullMarked;
