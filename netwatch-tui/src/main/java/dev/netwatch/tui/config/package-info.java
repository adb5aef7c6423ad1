/** The configuration file, the home folder, and the words of options: text that becomes typed values or one clear sentence. */
@NullMarked
package dev.netwatch.tui.config;

import org.jspecify.annotations.NullMarked;
