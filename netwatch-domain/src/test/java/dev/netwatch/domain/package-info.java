@NullMarked
package dev.netwatch.domain;

import org.jspecify.annotations.NullMarked;
