/** The screen as a function of what there is to show, what the user has chosen, and the terminal's size. No terminal. */
@NullMarked
package dev.netwatch.tui.screen;

import org.jspecify.annotations.NullMarked;
