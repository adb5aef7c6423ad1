package dev.netwatch.domain.query;

import dev.netwatch.domain.notice.NearestWord;
import dev.netwatch.domain.query.Comparison.Measure;
import dev.netwatch.domain.query.Comparison.Relation;
import dev.netwatch.domain.query.FilterToken.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/* What a single piece of a filter asks for. */
final class FilterTerms {
    private static final Pattern COMPARISON = Pattern.compile("(rate)?([<>])(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})(?:-([0-9]{1,18}))?");
    private static final Pattern OPEN_RANGE = Pattern.compile("[0-9]+-");

    private final String filter;
    private final boolean kept;
    private final FilterNetworks networks;

    FilterTerms(String filter, boolean kept) {
        this.filter = filter;
        this.kept = kept;
        this.networks = new FilterNetworks(filter);
    }

    FilterExpression term(FilterToken token) {
        if (token.kind() == Kind.REGEX) {
            return FilterRegexes.read(filter, token);
        }
        if (!token.field().isEmpty()) {
            return inField(token, field(token));
        }
        return token.kind() == Kind.QUOTED ? new FreeText(token.value()) : word(token);
    }

    private FilterExpression word(FilterToken token) {
        Optional<Keyword> keyword = Keyword.of(token.value());
        if (keyword.isPresent()) {
            return kept(token, keyword.get());
        }
        Matcher comparison = COMPARISON.matcher(token.value());
        if (comparison.matches()) {
            return comparison(token, comparison);
        }
        Optional<FilterExpression> network = networks.read(token);
        return network.orElseGet(() -> new FreeText(token.value()));
    }

    private FilterExpression kept(FilterToken token, Keyword keyword) {
        if (kept && !keyword.isKept()) {
            throw wrong(token, "the history does not keep what is " + keyword + "; leave the word out");
        }
        return keyword;
    }

    private FilterExpression comparison(FilterToken token, Matcher written) {
        Measure measure = written.group(1) == null ? Measure.BYTES : Measure.RATE;
        Relation relation = written.group(2).equals(">") ? Relation.MORE : Relation.LESS;
        if (kept && measure == Measure.RATE) {
            throw wrong(token, "the history keeps no rates; ask for bytes, as >1MB");
        }
        OptionalLong amount = ByteAmount.parse(written.group(3));
        if (amount.isEmpty()) {
            int from = token.column() + written.start(3);
            String example = measure.prefix() + relation.sign() + "1.5MB";
            throw new FilterSyntaxException(
                    filter,
                    from,
                    Math.max(1, token.end() - from),
                    "this is no size; write a number and k, M, G, Ki, Mi or Gi right behind the " + relation.sign()
                            + ", as " + example);
        }
        return new Comparison(measure, relation, amount.getAsLong());
    }

    private FilterField field(FilterToken token) {
        FilterField field = FilterField.of(token.field()).orElseThrow(() -> unknown(token));
        if (kept && !field.isKept()) {
            List<String> others = Arrays.stream(FilterField.values())
                    .filter(FilterField::isKept)
                    .map(FilterField::word)
                    .toList();
            throw wrong(
                    token.column(),
                    token.field().length(),
                    "the history keeps no " + field.word() + "; it keeps " + String.join(", ", others));
        }
        return field;
    }

    private FilterSyntaxException unknown(FilterToken token) {
        Optional<String> nearest = NearestWord.to(token.field(), FilterField.words());
        String meant = nearest.map(word -> "did you mean " + word + ": or text in quotation marks?")
                .orElseGet(() -> "choose " + String.join(", ", FilterField.words())
                        + ", or put text with a colon in quotation marks");
        return wrong(token.column(), token.field().length(), "there is no field '" + token.field() + "'; " + meant);
    }

    private FilterExpression inField(FilterToken token, FilterField field) {
        if (token.value().isEmpty()) {
            throw wrong(token, field.word() + ": needs what to look for, as " + field.word() + ":" + field.example());
        }
        boolean userNumber = field == FilterField.USER
                && token.kind() == Kind.WORD
                && RANGE.matcher(token.value()).matches();
        return switch (field.kind()) {
            case NUMBER -> number(token, field);
            case CHOICE -> choice(token, field);
            case TEXT -> {
                if (userNumber) {
                    yield number(token, field);
                }
                Optional<FilterExpression> network = field == FilterField.REMOTE && token.kind() == Kind.WORD
                        ? networks.read(token)
                        : Optional.empty();
                yield network.orElseGet(() -> new FieldText(field, token.value()));
            }
        };
    }

    private FilterExpression number(FilterToken token, FilterField field) {
        Matcher range = RANGE.matcher(token.value());
        if (!range.matches()) {
            if (OPEN_RANGE.matcher(token.value()).matches()) {
                throw wrongValue(token, "a range needs an end; write " + field.word() + ":8000-8099");
            }
            throw wrongValue(
                    token, "this is no number; write " + field.word() + ":443 or " + field.word() + ":8000-8099");
        }
        long first = Long.parseLong(range.group(1));
        long last = range.group(2) == null ? first : Long.parseLong(range.group(2));
        if (field == FilterField.PORT && Math.max(first, last) > 0xffff) {
            throw wrongValue(token, "ports go from 0 to 65535; write a lower number");
        }
        if (first > last) {
            throw wrongValue(
                    token, "the range ends before it begins; write " + field.word() + ":" + last + "-" + first);
        }
        return new FieldNumber(field, first, last);
    }

    private FilterExpression choice(FilterToken token, FilterField field) {
        boolean known = field.choices().stream().anyMatch(choice -> FilterText.startsWith(choice, token.value()));
        if (!known) {
            String meant = NearestWord.to(token.value(), field.choices())
                    .map(word -> "did you mean " + word + "?")
                    .orElseGet(() -> "choose " + String.join(", ", field.choices()));
            throw wrongValue(token, "there is no " + field.word() + " '" + token.value() + "'; " + meant);
        }
        return new FieldText(field, token.value());
    }

    private FilterSyntaxException wrongValue(FilterToken token, String sentence) {
        return wrong(token.valueColumn(), token.end() - token.valueColumn(), sentence);
    }

    private FilterSyntaxException wrong(FilterToken token, String sentence) {
        return wrong(token.column(), token.length(), sentence);
    }

    private FilterSyntaxException wrong(int column, int length, String sentence) {
        return new FilterSyntaxException(filter, column, length, sentence);
    }
}
