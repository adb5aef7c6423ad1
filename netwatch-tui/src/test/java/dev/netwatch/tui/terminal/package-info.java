@NullMarked
package dev.netwatch.tui.terminal;

import org.jspecify.annotations.NullMarked;
