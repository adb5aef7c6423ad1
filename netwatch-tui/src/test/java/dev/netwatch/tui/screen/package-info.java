@NullMarked
package dev.netwatch.tui.screen;

import org.jspecify.annotations.NullMarked;
