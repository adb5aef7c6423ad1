/** What is remembered of peers across runs, and what the user does not want to see. */
@NullMarked
package dev.netwatch.domain.history;

import org.jspecify.annotations.NullMarked;
