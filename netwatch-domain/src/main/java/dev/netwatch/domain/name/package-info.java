/** What an address is called, and how that is known. */
@NullMarked
package dev.netwatch.domain.name;

import org.jspecify.annotations.NullMarked;
