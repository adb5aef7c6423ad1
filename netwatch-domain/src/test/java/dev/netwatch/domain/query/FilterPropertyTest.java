package dev.netwatch.domain.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.netwatch.domain.connection.IpAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FilterPropertyTest {
    @Property
    void whatIsWrittenReadsAsTheSame(@ForAll("expressions") FilterExpression filter) {
        String written = filter.toString();
        if (written.length() <= FilterParser.LONGEST) {
            assertEquals(filter, FilterExpression.parse(written), written);
            assertEquals(written, FilterExpression.parse(written).toString());
        }
    }

    @Property
    void partsAreFoundWhateverTheirCase(@ForAll("texts") String text, @ForAll("texts") String part) {
        boolean expected = IntStream.rangeClosed(0, text.length())
                .anyMatch(from -> text.regionMatches(true, from, part, 0, part.length()));
        if (!part.isEmpty()) {
            assertEquals(expected, FilterText.contains(text, part));
            assertTrue(FilterText.contains(text + part.toUpperCase(Locale.ROOT) + text, part.toUpperCase(Locale.ROOT)));
        }
        assertTrue(FilterText.contains("a\u212abc", "KB"), "the Kelvin sign is a k to Java");
    }

    @Property
    void aTextIsAFilterOrAMistakeWithAPlace(@ForAll("texts") String text) {
        for (boolean kept : List.of(false, true)) {
            try {
                FilterExpression filter = new FilterParser(text, kept).parse();
                assertEquals(filter.accepts(Filtered.curl()), !new Not(filter).accepts(Filtered.curl()));
                filter.accepts(Filtered.sighting());
                assertEquals(filter, FilterExpression.parse(filter.toString()));
            } catch (FilterSyntaxException e) {
                assertFalse(e.sentence().isBlank());
                assertTrue(e.column() >= 0 && e.column() <= text.length(), e::sentence);
                assertTrue(e.length() >= 1 && e.column() + e.length() <= text.length() + 1, e::sentence);
            }
        }
    }

    @Property
    void aCompletionContinuesWhatIsTyped(@ForAll("texts") String text) {
        for (int cursor = 0; cursor <= text.length(); cursor++) {
            FilterCompletion completion = FilterCompletion.suggest(text, cursor);
            String typed = text.substring(completion.from(), cursor).toLowerCase(Locale.ROOT);
            assertTrue(completion.words().stream().allMatch(word -> word.startsWith(typed)));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "(",
                ")",
                "!",
                " ",
                "or",
                "\"",
                "/",
                "\\",
                ":",
                ">",
                "<",
                "rate>",
                "1",
                "-",
                ".",
                "k",
                "Mi",
                "B",
                "new",
                "closed",
                "process:",
                "port:",
                "remote:",
                "user:",
                "state:",
                "10.0.0.0/8",
                "fe80::1%eth0",
                "::",
                "[",
                "]",
                "{",
                "}",
                "*",
                "+",
                "?",
                "|",
                "^",
                "$",
                ",",
                "a",
                "Ä",
                "\ud83d\ude00",
                "\ud800",
                "\u0000",
                "\n");
        Arbitrary<String> pieced = pieces.list().ofMaxSize(20).map(list -> String.join("", list));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(9, pieced), net.jqwik.api.Tuple.of(1, Arbitraries.strings()));
    }

    @Provide
    Arbitrary<FilterExpression> expressions() {
        return Arbitraries.recursive(this::term, this::larger, 0, 4);
    }

    private Arbitrary<FilterExpression> larger(Arbitrary<FilterExpression> smaller) {
        Arbitrary<List<FilterExpression>> several = smaller.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.oneOf(several.map(AllOf::new), several.map(AnyOf::new), smaller.map(Not::new));
    }

    private Arbitrary<FilterExpression> term() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(8),
                Arbitraries.of("or", "New", "10.0.0.1", "rate>1k", ">1", "a b", "\\", "\"", "/x/", "::1", "host:a"));
        Arbitrary<FilterField> fields =
                Arbitraries.of(FilterField.values()).filter(field -> field.kind() == FilterField.Kind.TEXT);
        Arbitrary<Integer> ports = Arbitraries.integers().between(0, 65535);
        Arbitrary<IpAddress> six = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.longs(), Arbitraries.of("", "eth0"))
                .as(IpAddress::v6);
        return Arbitraries.oneOf(
                text.map(FreeText::new),
                Combinators.combine(fields, text).as(FieldText::new),
                Arbitraries.of("established", "fin").map(state -> new FieldText(FilterField.STATE, state)),
                Combinators.combine(ports, ports)
                        .as((a, b) -> new FieldNumber(FilterField.PORT, Math.min(a, b), Math.max(a, b))),
                Arbitraries.longs().between(0, 1L << 40).map(pid -> new FieldNumber(FilterField.PID, pid, pid)),
                Combinators.combine(
                                Arbitraries.integers().map(IpAddress::v4),
                                Arbitraries.integers().between(0, 32))
                        .as(Network::new),
                Combinators.combine(
                                six.filter(address -> !address.isV4()),
                                Arbitraries.integers().between(0, 128))
                        .as(Network::new),
                Combinators.combine(
                                Arbitraries.of(Comparison.Measure.values()),
                                Arbitraries.of(Comparison.Relation.values()),
                                Arbitraries.longs().greaterOrEqual(0))
                        .as(Comparison::new),
                Arbitraries.of(Keyword.values()),
                Arbitraries.of("^a", "a\\/b", "[a b]+", "(x|\"y\")").map(RegularExpression::of));
    }
}
