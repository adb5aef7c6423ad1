@NullMarked
package dev.netwatch.tui.command;

import org.jspecify.annotations.NullMarked;
