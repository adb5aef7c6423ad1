/** The program {@code netwatch}: it reads the command line, wires the parts and ends with an exit code. */
@NullMarked
package dev.netwatch.tui;

import org.jspecify.annotations.NullMarked;
