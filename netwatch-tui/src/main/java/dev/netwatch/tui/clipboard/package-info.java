/** Copying text to where the user's other programs find it. */
@NullMarked
package dev.netwatch.tui.clipboard;

import org.jspecify.annotations.NullMarked;
