package dev.netwatch.domain.query;

import dev.netwatch.domain.connection.LocalInterface;
import dev.netwatch.domain.history.HistoryQuery;
import dev.netwatch.domain.history.Sighting;
import dev.netwatch.domain.track.Connection;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter as it was written. Blank is <em>and</em>; {@code or} binds weakest, {@code !} strongest; parentheses group.
 * Upper and lower case are one.
 *
 * <table>
 * <caption>Terms</caption>
 * <tr><td>{@code text}, {@code "some text"}</td><td>part of process name or program path, of the peer's host name,
 * address or organisation; with a colon of {@code name:port} or {@code address:port} too; in quotation marks
 * {@code \"} and {@code \\} stand for the sign itself</td></tr>
 * <tr><td>{@code /regex/}</td><td>found in one of those, see {@link RegularExpression} for its bounds; {@code \/} is a
 * slash</td></tr>
 * <tr><td>{@code 192.0.2.1}, {@code 2001:db8::/32}</td><td>the peer has this address, or one of this network; the same as
 * {@code remote:}</td></tr>
 * <tr><td>{@code process: host: remote: org: user: container: unit: netns: interface:}</td><td>part of that text, see
 * {@link FilterField}; a number after {@code user:} is the whole user number</td></tr>
 * <tr><td>{@code pid: port:}</td><td>a number or a range, {@code 8000-8099}; a port of either end counts, so that a
 * service is found whoever called</td></tr>
 * <tr><td>{@code proto: state:}</td><td>the word or its beginning</td></tr>
 * <tr><td>{@code >1MB}, {@code <10k}, {@code rate>100k}</td><td>bytes received and sent together, or that per second; k, M
 * and G are 1000, Ki, Mi and Gi 1024; a B may follow</td></tr>
 * <tr><td>{@code new seen listening closed}</td><td>the peer was never seen by another run, or was; the socket waits for
 * peers; it is closed</td></tr>
 * </table>
 *
 * <p>What is not known is never found: bytes that nobody measured are neither more nor less than anything. {@code !} is
 * plain negation, so {@code !>1MB} finds them. Equal filters are equal; {@link #toString} writes one that reads as this
 * one. Immutable.
 */
public sealed interface FilterExpression extends Filter
        permits Everything,
                AllOf,
                AnyOf,
                Not,
                FreeText,
                FieldText,
                FieldNumber,
                Network,
                RegularExpression,
                Comparison,
                Keyword {

    /**
     * Reads a filter for connections; a blank one wants everything.
     *
     * @throws FilterSyntaxException whatever else the text may be
     */
    static FilterExpression parse(String text) {
        return new FilterParser(text, false).parse();
    }

    /**
     * Reads a filter for remembered peers; what a history does not keep (process numbers, states, rates) is a mistake.
     *
     * @throws FilterSyntaxException whatever else the text may be
     */
    static FilterExpression parseForHistory(String text) {
        return new FilterParser(text, true).parse();
    }

    boolean accepts(Filterable thing);

    @Override
    default boolean accepts(Connection connection) {
        return accepts(Filterable.of(connection));
    }

    default boolean accepts(Sighting sighting) {
        return accepts(Filterable.of(sighting));
    }

    /**
     * The same filter with {@code interface:} meaning all that {@link Filter#onInterface} does. Without this it finds
     * sockets bound to an interface and link-local addresses.
     */
    default Filter on(Collection<LocalInterface> interfaces) {
        Map<String, Filter> byName = interfaces.stream()
                .collect(Collectors.toUnmodifiableMap(LocalInterface::name, Filter::onInterface, Filter::or));
        return connection -> accepts(new FilterableConnection(connection, byName));
    }

    /**
     * The question narrowed to what this filter can find, as far as a repository can tell. What it answers is still to
     * be filtered, and only then to be limited.
     */
    default HistoryQuery narrowed(HistoryQuery query) {
        return HistoryNarrowing.of(this, query);
    }

    /** Whether it speaks of sockets that wait for peers, which are hidden otherwise. */
    default boolean asksForListening() {
        return terms().anyMatch(term ->
                term == Keyword.LISTENING || term instanceof FieldText wanted && wanted.field() == FilterField.STATE);
    }

    /** Whether it speaks of states, TIME_WAIT among them, and so of what had ended before anybody looked. */
    default boolean asksForRemnants() {
        return terms().anyMatch(term -> term instanceof FieldText wanted && wanted.field() == FilterField.STATE);
    }

    /** Whether it speaks of loopback addresses, which are hidden otherwise. */
    default boolean asksForLoopback() {
        return terms().anyMatch(term ->
                term instanceof Network wanted && wanted.address().isLoopback());
    }

    /** Whether it asks for what is learned late: names, and whether a peer was seen before. */
    default boolean needsNames() {
        return terms().anyMatch(term -> term instanceof FreeText
                || term instanceof RegularExpression
                || term == Keyword.NEW
                || term == Keyword.SEEN
                || term instanceof FieldText wanted && wanted.field().isNamed());
    }

    /** What it is made of, in the order written, without {@code or}, {@code !} and parentheses. */
    default Stream<FilterExpression> terms() {
        Function<FilterExpression, Stream<FilterExpression>> terms = FilterExpression::terms;
        if (this instanceof AllOf all) {
            return all.parts().stream().flatMap(terms);
        }
        if (this instanceof AnyOf any) {
            return any.parts().stream().flatMap(terms);
        }
        return this instanceof Not not ? not.negated().terms() : Stream.of(this);
    }
}
