/** From characters of a terminal to actions: whole key sequences, and what each one means. */
@NullMarked
package dev.netwatch.tui.input;

import org.jspecify.annotations.NullMarked;
