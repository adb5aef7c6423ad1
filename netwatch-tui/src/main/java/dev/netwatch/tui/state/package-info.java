/** What the user has chosen, as immutable values: an action turns one state into the next. */
@NullMarked
package dev.netwatch.tui.state;

import org.jspecify.annotations.NullMarked;
