package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.history.Familiarity;
import java.util.Optional;
import java.util.OptionalLong;

/** One line of a table. */
public sealed interface ListLine {
    LineKey key();

    /** How many groups it is in, 0 for the outermost. */
    int depth();

    /** Connections of one process with one peer. */
    record Row(TrafficRow row, int depth) implements ListLine {
        @Override
        public RowKey key() {
            return new RowKey(row.key());
        }
    }

    /**
     * A group's header, with sums over all its rows, those in groups within it too, whether they are shown or not.
     *
     * @param label what it is called; empty where it is not known what the rows have in common; foreign text
     * @param pid of the only process in it; empty where there are several or none
     * @param rows how many it has
     * @param connections open ones of those rows
     * @param counters an estimate where a part was not measured; empty where nothing was
     * @param rate of the parts that are measured; empty where none is
     * @param rateIsPartial whether an open part is not measured, so that the rate is a lower bound
     * @param familiarity new where one of the peers is, else seen where one is
     * @param expanded whether lines of it follow
     */
    record Group(
            GroupKey key,
            Optional<String> label,
            OptionalLong pid,
            int depth,
            int rows,
            int connections,
            Optional<ByteCounters> counters,
            Optional<Rate> rate,
            boolean rateIsPartial,
            Optional<Familiarity> familiarity,
            boolean expanded)
            implements ListLine {
        /** All of its connections are gone. */
        public boolean isStale() {
            return connections == 0;
        }
    }
}
