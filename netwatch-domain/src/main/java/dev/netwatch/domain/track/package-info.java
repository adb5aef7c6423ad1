/** From samples to connections followed over time: the only mutable state of the domain. */
@NullMarked
package dev.netwatch.domain.track;

import org.jspecify.annotations.NullMarked;
