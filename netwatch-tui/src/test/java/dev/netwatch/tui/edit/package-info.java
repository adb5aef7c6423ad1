@NullMarked
package dev.netwatch.tui.edit;

import org.jspecify.annotations.NullMarked;
