/**
 * Names for addresses: reverse DNS by dnsjava, the owner organisation by whois, both remembered.
 *
 * <p>Bound by {@link dev.netwatch.adapters.resolve.ResolveModule}, or made by
 * {@link dev.netwatch.adapters.resolve.NameResolvers}. Inside: {@code CachingNameResolver} answers from memory and sets
 * questions going; {@code CacheDesk}, {@code PtrDesk} and {@code WhoisDesk} each own the threads of one thing that may
 * hang; {@code PtrLookup} and {@code WhoisLookup} know the two protocols; {@code WhoisParser} and its kin are pure.
 */
@NullMarked
package dev.netwatch.adapters.resolve;

import org.jspecify.annotations.NullMarked;
