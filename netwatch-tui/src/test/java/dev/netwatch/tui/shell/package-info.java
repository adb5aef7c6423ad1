@NullMarked
package dev.netwatch.tui.shell;

import org.jspecify.annotations.NullMarked;
