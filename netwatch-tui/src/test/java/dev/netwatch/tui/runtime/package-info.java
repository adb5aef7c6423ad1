@NullMarked
package dev.netwatch.tui.runtime;

import org.jspecify.annotations.NullMarked;
