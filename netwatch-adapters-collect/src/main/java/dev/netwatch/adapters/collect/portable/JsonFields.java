package dev.netwatch.adapters.collect.portable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The fields of a JSON object that somebody else wrote; what is wrong with them is an IllegalArgumentException. */
final class JsonFields {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> values;

    private JsonFields(Map<String, Object> values) {
        this.values = values;
    }

    /** Reads a line that holds one object and nothing else. */
    static JsonFields parse(String line) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no JSON object");
            }
            JsonFields fields = object(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than one JSON object");
            }
            return fields;
        }
    }

    private static JsonFields object(JsonParser parser) throws IOException {
        Map<String, Object> values = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            value(parser).ifPresent(value -> values.put(name, value));
        }
        return new JsonFields(values);
    }

    private static Optional<Object> value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Optional.of(object(parser));
            case START_ARRAY -> Optional.of(array(parser));
            case VALUE_STRING -> Optional.of(parser.getText());
            case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
            case VALUE_NULL, VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_FLOAT -> Optional.empty();
            default -> throw new IllegalArgumentException("cut short");
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IllegalArgumentException("cut short");
            }
            value(parser).ifPresent(values::add);
        }
        return values;
    }

    String text(String name) {
        return require(name, optionalText(name));
    }

    Optional<String> optionalText(String name) {
        return typed(name, String.class);
    }

    long number(String name) {
        return require(name, typed(name, Long.class));
    }

    OptionalLong optionalNumber(String name) {
        return typed(name, Long.class).stream().mapToLong(Long::longValue).findFirst();
    }

    JsonFields object(String name) {
        return require(name, optionalObject(name));
    }

    Optional<JsonFields> optionalObject(String name) {
        return typed(name, JsonFields.class);
    }

    List<String> texts(String name) {
        return elements(name, String.class).stream().map(String.class::cast).toList();
    }

    <T> List<T> objects(String name, Function<JsonFields, T> read) {
        return elements(name, JsonFields.class).stream()
                .map(JsonFields.class::cast)
                .map(read)
                .toList();
    }

    private List<?> elements(String name, Class<?> type) {
        List<?> elements = typed(name, List.class).map(list -> (List<?>) list).orElse(List.of());
        if (!elements.stream().allMatch(type::isInstance)) {
            throw new IllegalArgumentException("wrong elements in " + name);
        }
        return elements;
    }

    private <T> Optional<T> typed(String name, Class<T> type) {
        Optional<Object> value = Optional.ofNullable(values.get(name));
        if (value.isPresent() && !type.isInstance(value.get())) {
            throw new IllegalArgumentException("wrong type of " + name);
        }
        return value.map(type::cast);
    }

    private static <T> T require(String name, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("no " + name));
    }
}
