/** A contract for every port, the fakes that pass them, and builders; published for adapters of others. */
@NullMarked
package dev.netwatch.domain.testkit;

import org.jspecify.annotations.NullMarked;
