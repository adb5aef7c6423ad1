/** The commands of the program: options, arguments, exit codes. */
@NullMarked
package dev.netwatch.tui.command;

import org.jspecify.annotations.NullMarked;
