/**
 * History, names and exclusions in one SQLite file.
 *
 * <p>Begin at {@code Persistence}; behind it stand the three repositories, each with its mapper (SQL), on one
 * {@code SqliteDatabase} (connections, transactions, errors), which {@code DatabaseOpener} opens: file and rights,
 * migrations, the import of a Python netwatch's file.
 */
@NullMarked
package dev.netwatch.adapters.persistence;

import org.jspecify.annotations.NullMarked;
