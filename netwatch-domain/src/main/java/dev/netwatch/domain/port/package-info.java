/** What the domain asks of the outside world; each interface is implemented by an adapter. */
@NullMarked
package dev.netwatch.domain.port;

import org.jspecify.annotations.NullMarked;
