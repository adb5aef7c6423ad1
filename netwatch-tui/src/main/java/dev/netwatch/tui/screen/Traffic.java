package dev.netwatch.tui.screen;

import dev.netwatch.domain.connection.ByteCounters;
import dev.netwatch.domain.connection.ByteQuality;
import dev.netwatch.domain.connection.Rate;
import dev.netwatch.domain.query.ListLine;
import dev.netwatch.domain.query.TrafficRow;
import dev.netwatch.tui.state.Column;
import java.util.Optional;

/* The three figures of a row. What nobody measured is a dash, never 0; an estimate says so. */
final class Traffic {
    private final Look look;
    private final boolean perSecond;

    Traffic(Look look, boolean perSecond) {
        this.look = look;
        this.perSecond = perSecond;
    }

    Cell cell(Column column, TrafficRow row) {
        return perSecond && column != Column.TOTAL ? rate(column, row.rate()) : bytes(column, row.counters());
    }

    /** Sums; a rate with a part that nobody measured is at least so much. */
    Cell cell(Column column, ListLine.Group group) {
        if (!perSecond || column == Column.TOTAL) {
            return bytes(column, group.counters());
        }
        Cell rate = rate(column, group.rate());
        return group.rateIsPartial() ? new Cell("~" + rate.text(), rate.style()) : rate;
    }

    private Cell rate(Column column, Optional<Rate> measured) {
        if (measured.isEmpty()) {
            return unknown();
        }
        Rate rate = measured.get();
        double perSecondNow = switch (column) {
            case RECEIVED -> rate.received();
            default -> rate.sent();
        };
        return new Cell(
                look.amounts().rate(perSecondNow),
                perSecondNow > 0 ? look.theme().plain() : look.theme().faint());
    }

    private Cell bytes(Column column, Optional<ByteCounters> counted) {
        if (counted.isEmpty()) {
            return unknown();
        }
        ByteCounters counters = counted.get();
        return switch (column) {
            case RECEIVED -> bytes(counters.received(), counters.receivedQuality());
            case SENT -> bytes(counters.sent(), counters.sentQuality());
            default -> bytes(counters.total(), counters.quality());
        };
    }

    private Cell bytes(long count, ByteQuality quality) {
        String sign = quality == ByteQuality.ESTIMATED ? "~" : "";
        boolean nothing = count == 0 && quality == ByteQuality.EXACT;
        return new Cell(
                sign + look.amounts().bytes(count),
                nothing ? look.theme().faint() : look.theme().plain());
    }

    private Cell unknown() {
        return new Cell(look.glyphs().unknown(), look.theme().faint());
    }
}
