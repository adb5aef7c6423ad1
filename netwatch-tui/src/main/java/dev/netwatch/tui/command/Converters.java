package dev.netwatch.tui.command;

import dev.netwatch.tui.config.Durations;
import dev.netwatch.tui.config.UsageException;
import dev.netwatch.tui.config.Words;
import dev.netwatch.tui.terminal.ColorMode;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/* The words of options, for picocli; the configuration file reads them by the same rules. */
final class Converters {
    private Converters() {}

    static final class Source implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return read(text, Words::source);
        }
    }

    static final class Interval implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return read(text, Words::interval);
        }
    }

    static final class Length implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return read(text, Durations::parse);
        }
    }

    static final class Color implements ITypeConverter<ColorMode> {
        @Override
        public ColorMode convert(String text) {
            return read(text, Words::color);
        }
    }

    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9]\\d{0,8}")) {
                throw new TypeConversionException("'" + text + "' is no number from 1 to 999999999");
            }
            return Integer.valueOf(text);
        }
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (UsageException e) {
            throw new TypeConversionException(e.notice().sentence());
        }
    }
}
