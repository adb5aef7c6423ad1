/** What a shell and man(1) are told of the program: completion scripts and the manual page, made from picocli's model. */
@NullMarked
package dev.netwatch.tui.shell;

import org.jspecify.annotations.NullMarked;
