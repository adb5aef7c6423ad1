package dev.netwatch.domain.query;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** @param amount in bytes, or bytes per second */
record Comparison(Measure measure, Relation relation, long amount) implements FilterExpression {

    enum Measure {
        BYTES,
        RATE;

        String prefix() {
            return this == BYTES ? "" : name().toLowerCase(Locale.ROOT);
        }
    }

    enum Relation {
        MORE(">"),
        LESS("<");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    @Override
    public boolean accepts(Filterable thing) {
        if (measure == Measure.RATE) {
            OptionalDouble rate = thing.rate();
            return rate.isPresent() && holds(Double.compare(rate.getAsDouble(), amount));
        }
        OptionalLong bytes = thing.bytes();
        return bytes.isPresent() && holds(Long.compare(bytes.getAsLong(), amount));
    }

    private boolean holds(int compared) {
        return relation == Relation.MORE ? compared > 0 : compared < 0;
    }

    @Override
    public String toString() {
        return measure.prefix() + relation.sign() + ByteAmount.written(amount);
    }
}
