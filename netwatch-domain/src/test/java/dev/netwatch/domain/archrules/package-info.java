/** The dependency rules of the hexagon, as tests that every module runs; for adapters of others too. */
@NullMarked
package dev.netwatch.domain.archrules;

import org.jspecify.annotations.NullMarked;
