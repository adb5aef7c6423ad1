@NullMarked
package dev.netwatch.tui.clipboard;

import org.jspecify.annotations.NullMarked;
