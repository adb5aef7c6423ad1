package dev.netwatch.tui.runtime;

import dev.netwatch.domain.port.Clock;
import dev.netwatch.domain.query.QueryResult;
import dev.netwatch.tui.config.Failures;
import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.OwnerOnly;
import dev.netwatch.tui.output.Export;
import dev.netwatch.tui.state.ExportFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/*
 * Writes exports into the folder exports of the home folder: there they are their user's under sudo too, and an export
 * does not land in whatever folder netwatch was started from. A file that is there is never touched, nor a link followed.
 */
final class Exporter {
    static final String FOLDER = "exports";

    private static final int MOST_A_SECOND = 100;

    private final Home home;
    private final Clock clock;
    private final DateTimeFormatter stamp;

    Exporter(Home home, Clock clock, ZoneId zone) {
        this.home = home;
        this.clock = clock;
        this.stamp = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(zone);
    }

    /** Writes what is shown into a new file. @return a sentence that says where it is, or why it could not be */
    String write(ExportFormat format, QueryResult shown) {
        Instant now = clock.now();
        Export export = new Export(shown.rows(), now);
        try {
            Path file = create(stamp.format(now), format);
            try {
                fill(file, format, export);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            int count = export.connections().size();
            return "exported " + count + (count == 1 ? " connection" : " connections") + " to " + file;
        } catch (IOException e) {
            return "not exported: " + home.file(FOLDER) + ": " + Failures.reason(e);
        }
    }

    private Path create(String time, ExportFormat format) throws IOException {
        Path folder = folder();
        for (int i = 1; i < MOST_A_SECOND; i++) {
            Path file = folder.resolve("netwatch-" + time + (i == 1 ? "" : "-" + i) + "." + format.ending());
            try {
                FileAttribute<?>[] forUs = OwnerOnly.HERE.file();
                Files.createFile(file, forUs);
                OwnerOnly.HERE.settle(file, forUs);
                home.giveToOwner(file);
                return file;
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
        throw new FileAlreadyExistsException(folder.resolve("netwatch-" + time).toString());
    }

    private Path folder() throws IOException {
        Path folder = home.file(FOLDER);
        if (home.prepare().isPresent() || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return folder; // what is wrong with the home folder is told when the file is made
        }
        FileAttribute<?>[] forUs = OwnerOnly.HERE.folder();
        Files.createDirectory(folder, forUs);
        OwnerOnly.HERE.settle(folder, forUs);
        home.giveToOwner(folder);
        return folder;
    }

    private static void fill(Path file, ExportFormat format, Export export) throws IOException {
        Set<java.nio.file.OpenOption> options = Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (Writer text =
                new BufferedWriter(Channels.newWriter(Files.newByteChannel(file, options), StandardCharsets.UTF_8))) {
            export.write(format, text);
        }
    }
}
