@NullMarked
package dev.netwatch.tui.output;

import org.jspecify.annotations.NullMarked;
