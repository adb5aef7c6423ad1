@NullMarked
package dev.netwatch.tui.config;

import org.jspecify.annotations.NullMarked;
