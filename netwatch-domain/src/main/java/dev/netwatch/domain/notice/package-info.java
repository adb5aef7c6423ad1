/** What the program has to tell its user, and the exceptions that carry it. */
@NullMarked
package dev.netwatch.domain.notice;

import org.jspecify.annotations.NullMarked;
