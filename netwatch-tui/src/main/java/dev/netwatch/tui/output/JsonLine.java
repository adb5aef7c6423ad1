package dev.netwatch.tui.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/*
 * Writes one object on one line. Everything but printable ASCII is escaped: foreign text can then drive no terminal,
 * break no line and depend on no locale, and a JSON reader gets it back unchanged.
 *
 * The generator writes into memory, which cannot fail; its IOException is unpacked in one place.
 */
final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .highestNonEscapedChar(0x7e)
            .characterEscapes(new AsciiEscapes())
            .build();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Writes fields. */
    interface Body {
        void write(JsonLine json) throws IOException;
    }

    private final StringWriter text = new StringWriter(640);
    private final JsonGenerator generator;

    private JsonLine() throws IOException {
        generator = FACTORY.createGenerator(text);
    }

    /** An object with these fields, without a line end. */
    static String of(Body fields) {
        try {
            JsonLine json = new JsonLine();
            json.generator.writeStartObject();
            fields.write(json);
            json.generator.writeEndObject();
            json.generator.close();
            return json.text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 3339, UTC, milliseconds. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** Lower case with hyphens. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    JsonLine text(String field, @Nullable String value) throws IOException {
        generator.writeStringField(field, value);
        return this;
    }

    JsonLine text(String field, Optional<String> value) throws IOException {
        return text(field, value.orElse(null));
    }

    JsonLine word(String field, Enum<?> value) throws IOException {
        return text(field, word(value));
    }

    JsonLine word(String field, Optional<? extends Enum<?>> value) throws IOException {
        return text(field, value.map(JsonLine::word).orElse(null));
    }

    JsonLine time(String field, Optional<Instant> value) throws IOException {
        return text(field, value.map(JsonLine::time).orElse(null));
    }

    JsonLine number(String field, long value) throws IOException {
        generator.writeNumberField(field, value);
        return this;
    }

    JsonLine number(String field, OptionalLong value) throws IOException {
        return value.isPresent() ? number(field, value.getAsLong()) : nothing(field);
    }

    JsonLine number(String field, OptionalInt value) throws IOException {
        return value.isPresent() ? number(field, value.getAsInt()) : nothing(field);
    }

    /** With milliseconds. */
    JsonLine seconds(String field, Duration value) throws IOException {
        generator.writeNumberField(field, seconds(value));
        return this;
    }

    static BigDecimal seconds(Duration value) {
        return BigDecimal.valueOf(value.toMillis(), 3);
    }

    JsonLine truth(String field, boolean value) throws IOException {
        generator.writeBooleanField(field, value);
        return this;
    }

    JsonLine nothing(String field) throws IOException {
        generator.writeNullField(field);
        return this;
    }

    JsonLine object(String field, Body fields) throws IOException {
        generator.writeObjectFieldStart(field);
        fields.write(this);
        generator.writeEndObject();
        return this;
    }

    <T> JsonLine objects(String field, Iterable<T> items, ItemBody<T> fields) throws IOException {
        generator.writeArrayFieldStart(field);
        for (T item : items) {
            generator.writeStartObject();
            fields.write(item);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }

    /** Writes the fields of one item. */
    interface ItemBody<T> {
        void write(T item) throws IOException;
    }

    JsonLine texts(String field, Iterable<String> items) throws IOException {
        generator.writeArrayFieldStart(field);
        for (String item : items) {
            generator.writeString(item);
        }
        generator.writeEndArray();
        return this;
    }

    private static final class AsciiEscapes extends CharacterEscapes {
        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7f] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return null; // the standard one
        }
    }
}
