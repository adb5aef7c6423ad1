/** Ways of asking an operating system which sockets are open. Start at {@code CollectModule} or {@code ConnectionSources}. */
@NullMarked
package dev.netwatch.adapters.collect;

import org.jspecify.annotations.NullMarked;
