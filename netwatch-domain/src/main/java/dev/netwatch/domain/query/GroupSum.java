package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Protocol;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.track.PastTraffic;
import java.util.Optional;
import java.util.OptionalLong;

/* Adds up the rows of a group. */
final class GroupSum {
    private int rows;
    private int connections;
    private boolean anyCarrier;
    private Optional<ByteCounters> counters = Optional.empty();
    private double received;
    private double sent;
    private boolean anyRate;
    private boolean anyUnmeasured;
    private Optional<Familiarity> familiarity = Optional.empty();
    private OptionalLong pid = OptionalLong.empty();
    private boolean severalProcesses;
    private double weight = Double.NaN;

    void add(TrafficRow row) {
        rows++;
        connections += row.open().size();
        if (!carriesNothing(row)) {
            add(row.counters());
            addRate(row);
        }
        row.speaker().familiarity().ifPresent(this::add);
        row.key().process().ifPresent(process -> addProcess(process.pid()));
    }

    /** A TCP listener has no payload of its own: nothing is missing where nobody measured it. */
    private static boolean carriesNothing(TrafficRow row) {
        return row.key().direction() == Direction.LISTENING
                && row.key().protocol() == Protocol.TCP
                && row.counters().isEmpty();
    }

    private void add(Optional<ByteCounters> more) {
        counters = anyCarrier ? PastTraffic.sum(counters, more) : more;
        anyCarrier = true;
    }

    private void addRate(TrafficRow row) {
        if (row.rate().isPresent()) {
            received += row.rate().get().received();
            sent += row.rate().get().sent();
            anyRate = true;
        }
        anyUnmeasured |= !row.isStale() && !row.rateIsWhole();
    }

    private void add(Familiarity more) {
        familiarity = familiarity.filter(known -> known == Familiarity.NEW).or(() -> Optional.of(more));
    }

    private void addProcess(long number) {
        severalProcesses |= pid.isPresent() && pid.getAsLong() != number;
        pid = OptionalLong.of(number);
    }

    void add(GroupSum part) {
        rows += part.rows;
        connections += part.connections;
        if (part.anyCarrier) {
            add(part.counters);
        }
        received += part.received;
        sent += part.sent;
        anyRate |= part.anyRate;
        anyUnmeasured |= part.anyUnmeasured;
        part.familiarity.ifPresent(this::add);
    }

    boolean isStale() {
        return connections == 0;
    }

    Optional<Rate> rate() {
        return anyRate ? Optional.of(new Rate(received, sent)) : Optional.empty();
    }

    ListLine.Group header(GroupKey key, Optional<String> label, int depth, boolean expanded) {
        return header(key, label, severalProcesses ? OptionalLong.empty() : pid, depth, expanded);
    }

    ListLine.Group header(GroupKey key, Optional<String> label, OptionalLong process, int depth, boolean expanded) {
        return new ListLine.Group(
                key,
                label,
                process,
                depth,
                rows,
                connections,
                counters,
                rate(),
                anyRate && anyUnmeasured,
                familiarity,
                expanded);
    }

    /** Works out what the group is ordered by; not a number where that is not known, or does not add up. */
    void weigh(Order order) {
        boolean byRate = order.byRate();
        Optional<? extends Number> figure = switch (order.key()) {
            case TOTAL -> byRate ? rate().map(Rate::total) : counters.map(ByteCounters::total);
            case RECEIVED -> byRate ? rate().map(Rate::received) : counters.map(ByteCounters::received);
            case SENT -> byRate ? rate().map(Rate::sent) : counters.map(ByteCounters::sent);
            case RATE -> rate().map(Rate::total);
            case RATE_RECEIVED -> rate().map(Rate::received);
            case RATE_SENT -> rate().map(Rate::sent);
            case CONNECTIONS -> Optional.of(connections);
            default -> Optional.empty();
        };
        weight = figure.isPresent() ? figure.get().doubleValue() : Double.NaN;
    }

    /** Of two that are weighed; those of equal or unknown weight stay as they are. */
    static int compare(GroupSum a, GroupSum b, boolean descending) {
        if (a.isStale() != b.isStale()) {
            return a.isStale() ? 1 : -1;
        }
        if (Double.isNaN(a.weight) || Double.isNaN(b.weight)) {
            return Boolean.compare(Double.isNaN(a.weight), Double.isNaN(b.weight));
        }
        return descending ? Double.compare(b.weight, a.weight) : Double.compare(a.weight, b.weight);
    }
}
