@NullMarked
package dev.netwatch.tui.state;

import org.jspecify.annotations.NullMarked;
