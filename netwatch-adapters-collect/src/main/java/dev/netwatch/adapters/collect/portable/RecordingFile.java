package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A recording opened for reading, sample after sample. */
final class RecordingFile implements AutoCloseable {
    /** A sample of a hundred thousand sockets is shorter; what is longer must not fill the memory. */
    private static final int LONGEST_LINE = 64 * 1024 * 1024;

    private final Path file;
    private final BufferedReader lines;
    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
    private long line;

    /** @throws dev.netwatch.domain.notice.SourceException if it cannot be read or is none */
    RecordingFile(Path file) {
        this(file, LONGEST_LINE);
    }

    /** @param longestLine in characters; what a read of some thousand more brings is let pass */
    RecordingFile(Path file, int longestLine) {
        this.file = file;
        try {
            lines = new BufferedReader(
                    new LineLimit(Files.newBufferedReader(file, StandardCharsets.UTF_8), longestLine));
        } catch (IOException e) {
            throw Recording.unreadable(file, e);
        }
        boolean understood = false;
        try {
            understood = header(nextLine());
        } finally {
            if (!understood) {
                close();
            }
        }
        if (!understood) {
            throw Recording.foreign(file);
        }
    }

    private Optional<String> nextLine() {
        try {
            line++;
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            throw line == 1 ? Recording.foreign(file) : Recording.damaged(file, line, e);
        }
    }

    private boolean header(Optional<String> text) {
        try {
            if (text.isEmpty()) {
                return false;
            }
            JsonFields fields = JsonFields.parse(text.get());
            for (String word : fields.texts("capabilities")) {
                capabilities.add(Recording.constant(Capability.class, word));
            }
            return fields.text("schema").equals(Recording.SCHEMA);
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** What the recorded source promised. */
    Set<Capability> capabilities() {
        return Set.copyOf(capabilities);
    }

    /**
     * The next sample; empty at the end.
     *
     * @throws dev.netwatch.domain.notice.SourceException if the line is damaged; it names the line
     */
    Optional<Sample> next() {
        Optional<String> text = nextLine();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SampleReader.read(text.get()));
        } catch (IOException | IllegalArgumentException e) {
            throw Recording.damaged(file, line, e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw Recording.unreadable(file, e);
        }
    }
}
