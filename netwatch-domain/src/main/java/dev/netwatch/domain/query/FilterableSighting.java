package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.history.Sighting;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/* A peer seen by one run only is new. What a history does not keep is refused when the filter is read. */
record FilterableSighting(Sighting sighting) implements Filterable {
    @Override
    public boolean anyText(FilterField field, Predicate<String> test) {
        return switch (field) {
            case PROCESS -> test.test(sighting.process()) || test.test(sighting.processName());
            case HOST -> passes(host(), test);
            case REMOTE ->
                passes(host(), test)
                        || test.test(sighting.remote())
                        || passes(sighting.address().map(IpAddress::toString), test);
            case PROTO -> test.test(sighting.protocol().name());
            case ORG -> passes(sighting.organisation(), test);
            case PID, USER, PORT, STATE, CONTAINER, UNIT, NETNS, INTERFACE -> false;
        };
    }

    private static boolean passes(Optional<String> text, Predicate<String> test) {
        return text.isPresent() && test.test(text.get());
    }

    /** An imported history may have kept a name instead of an address. */
    private Optional<String> host() {
        return sighting.address().isEmpty() ? Optional.of(sighting.remote()) : sighting.hostName();
    }

    @Override
    public boolean anyNumber(FilterField field, LongPredicate test) {
        return field == FilterField.PORT && test.test(sighting.port());
    }

    @Override
    public boolean anyEndpoint(Predicate<String> test) {
        String port = ":" + sighting.port();
        return passes(sighting.address().map(address -> (address.isV4() ? address : "[" + address + "]") + port), test)
                || passes(host().map(name -> name + port), test);
    }

    @Override
    public Optional<IpAddress> remoteAddress() {
        return sighting.address();
    }

    @Override
    public OptionalLong bytes() {
        boolean measured = sighting.received().isPresent() && sighting.sent().isPresent();
        return measured
                ? OptionalLong.of(
                        sighting.received().getAsLong() + sighting.sent().getAsLong())
                : OptionalLong.empty();
    }

    @Override
    public OptionalDouble rate() {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<Familiarity> familiarity() {
        return Optional.of(sighting.runs() > 1 ? Familiarity.SEEN : Familiarity.NEW);
    }

    @Override
    public boolean isListening() {
        return false;
    }

    @Override
    public boolean isClosed() {
        return false;
    }
}
