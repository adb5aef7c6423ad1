/** Editing one line of text, as immutable values: a key turns one into the next. */
@NullMarked
package dev.netwatch.tui.edit;

import org.jspecify.annotations.NullMarked;
