package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.Container;
import dev.netwatch.domain.connection.Direction;
import dev.netwatch.domain.connection.Endpoint;
import dev.netwatch.domain.connection.IpAddress;
import dev.netwatch.domain.connection.ProcessRef;
import dev.netwatch.domain.connection.SocketState;
import dev.netwatch.domain.history.Familiarity;
import dev.netwatch.domain.track.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** @param interfaces by name, what each wants; what the socket itself tells of its interface is known without */
record FilterableConnection(Connection connection, Map<String, Filter> interfaces) implements Filterable {
    @Override
    public boolean anyText(FilterField field, Predicate<String> test) {
        return switch (field) {
            case PROCESS -> anyProcess(test);
            case USER -> passes(connection.owner().user(), test);
            case HOST -> passes(host(), test);
            case REMOTE -> passes(host(), test) || passes(remoteAddress().map(IpAddress::toString), test);
            case PROTO -> test.test(connection.protocol().name());
            case STATE -> test.test(connection.state().label());
            case ORG -> passes(connection.name().organisation().name(), test);
            case CONTAINER -> anyContainer(test);
            case UNIT -> passes(connection.unit(), test);
            case NETNS -> passes(connection.networkNamespace(), test);
            case INTERFACE -> anyInterface(test);
            case PID, PORT -> false;
        };
    }

    private static boolean passes(Optional<String> text, Predicate<String> test) {
        return text.isPresent() && test.test(text.get());
    }

    private boolean anyProcess(Predicate<String> test) {
        Optional<ProcessRef> process = connection.owner().process();
        return process.isPresent()
                && (test.test(process.get().name()) || passes(process.get().executable(), test));
    }

    private boolean anyContainer(Predicate<String> test) {
        Optional<Container> container = connection.container();
        return container.isPresent()
                && (test.test(container.get().id())
                        || test.test(container.get().engine().label())
                        || passes(container.get().name(), test)
                        || passes(container.get().pod(), test));
    }

    private boolean anyInterface(Predicate<String> test) {
        String zone = connection.local().address().zone();
        return passes(connection.socket().scope().networkInterface(), test)
                || !zone.isEmpty() && test.test(zone)
                || interfaces.entrySet().stream()
                        .anyMatch(
                                one -> test.test(one.getKey()) && one.getValue().accepts(connection));
    }

    private Optional<String> host() {
        return connection.name().host().name();
    }

    @Override
    public boolean anyNumber(FilterField field, LongPredicate test) {
        return switch (field) {
            case PID ->
                connection
                        .owner()
                        .process()
                        .filter(process -> test.test(process.pid()))
                        .isPresent();
            case USER ->
                connection.owner().uid().isPresent()
                        && test.test(connection.owner().uid().getAsLong());
            case PORT ->
                test.test(connection.local().port())
                        || connection
                                .remote()
                                .filter(peer -> test.test(peer.port()))
                                .isPresent();
            default -> false;
        };
    }

    @Override
    public boolean anyEndpoint(Predicate<String> test) {
        Optional<Endpoint> remote = connection.remote();
        return passes(remote.map(Endpoint::toString), test)
                || remote.isPresent()
                        && passes(host().map(name -> name + ":" + remote.get().port()), test);
    }

    @Override
    public Optional<IpAddress> remoteAddress() {
        return connection.remote().map(Endpoint::address);
    }

    @Override
    public OptionalLong bytes() {
        return connection
                .counters()
                .map(counted -> OptionalLong.of(counted.total()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public OptionalDouble rate() {
        return connection
                .rate()
                .map(measured -> OptionalDouble.of(measured.total()))
                .orElseGet(OptionalDouble::empty);
    }

    @Override
    public Optional<Familiarity> familiarity() {
        return connection.familiarity();
    }

    @Override
    public boolean isListening() {
        return connection.direction() == Direction.LISTENING;
    }

    @Override
    public boolean isClosed() {
        return connection.closedAt().isPresent() || connection.state() == SocketState.CLOSED;
    }
}
