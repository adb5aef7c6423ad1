/** From a snapshot to the rows of a screen: filter, group, order. */
@NullMarked
package dev.netwatch.domain.query;

import org.jspecify.annotations.NullMarked;
