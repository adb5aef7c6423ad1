/** Other programs, asked: with a time limit, bounded output, no shell, and nothing inherited. */
@NullMarked
package dev.netwatch.adapters.collect.support.command;

import org.jspecify.annotations.NullMarked;
