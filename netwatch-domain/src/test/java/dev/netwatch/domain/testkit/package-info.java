/** What others need to test against the domain: a contract per port, the fakes that keep it, and real traffic. */
@NullMarked
package dev.netwatch.domain.testkit;

import org.jspecify.annotations.NullMarked;
