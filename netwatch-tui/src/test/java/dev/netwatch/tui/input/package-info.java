@NullMarked
package dev.netwatch.tui.input;

import org.jspecify.annotations.NullMarked;
