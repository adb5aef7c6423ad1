/** Linux: sock_diag and its DESTROY notifications, /proc/net below it, and the owners of sockets from /proc. */
@NullMarked
package dev.netwatch.adapters.collect.linux;

import org.jspecify.annotations.NullMarked;
