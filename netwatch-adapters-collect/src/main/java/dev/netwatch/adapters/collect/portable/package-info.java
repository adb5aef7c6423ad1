/** What runs on every system: OSHI as the floor, recordings and their replay, the network interfaces. */
@NullMarked
package dev.netwatch.adapters.collect.portable;

import org.jspecify.annotations.NullMarked;
