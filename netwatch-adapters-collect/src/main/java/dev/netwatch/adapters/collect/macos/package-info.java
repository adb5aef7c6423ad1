/** macOS: what {@code nettop}, {@code lsof} and {@code ps} print, read and put together. */
@NullMarked
package dev.netwatch.adapters.collect.macos;

import org.jspecify.annotations.NullMarked;
