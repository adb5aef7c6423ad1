/** Checks the whole tree against the rules, and the rules against planted violations. */
@NullMarked
package dev.netwatch.tui.architecture;

import org.jspecify.annotations.NullMarked;
