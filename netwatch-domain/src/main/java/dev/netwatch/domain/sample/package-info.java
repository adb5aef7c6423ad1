/** One read of the operating system's socket table, and what its source can promise. */
@NullMarked
package dev.netwatch.domain.sample;

import org.jspecify.annotations.NullMarked;
