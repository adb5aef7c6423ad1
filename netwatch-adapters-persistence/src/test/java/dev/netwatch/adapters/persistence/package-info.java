/** Tests of the persistence adapter. */
@NullMarked
package dev.netwatch.adapters.persistence;

import org.jspecify.annotations.NullMarked;
