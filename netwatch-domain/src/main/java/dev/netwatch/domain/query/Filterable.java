package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.track.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** What a filter asks about a thing. Of what is not known it holds no value, so that nothing is found there. */
public interface Filterable {
    /** Whether one of the field's texts passes; a field of numbers has none. */
    boolean anyText(FilterField field, Predicate<String> test);

    /** Whether one of the field's numbers passes; {@link FilterField#USER} has one, most fields have none. */
    boolean anyNumber(FilterField field, LongPredicate test);

    /** Whether the peer passes, written as {@code address:port} or as {@code name:port}. */
    boolean anyEndpoint(Predicate<String> test);

    Optional<IpAddress> remoteAddress();

    /** Payload received and sent. */
    OptionalLong bytes();

    /** Payload received and sent per second. */
    OptionalDouble rate();

    Optional<Familiarity> familiarity();

    boolean isListening();

    boolean isClosed();

    static Filterable of(Connection connection) {
        return new FilterableConnection(connection, Map.of());
    }

    static Filterable of(Sighting sighting) {
        return new FilterableSighting(sighting);
    }
}
