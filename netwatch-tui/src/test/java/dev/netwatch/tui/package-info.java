@NullMarked
package dev.netwatch.tui;

import org.jspecify.annotations.NullMarked;
