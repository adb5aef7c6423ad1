package dev.netwatch.tui.runtime;

import dev.netwatch.tui.config.Home;
import dev.netwatch.tui.config.OwnerOnly;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/*
 * The log on the disk. It is opened for each message, for there are few: so two netwatch processes may write it, and
 * either may rotate it. A log that cannot be written is no reason to stop, and there is nowhere to say so.
 */
final class LogFile {
    static final long LARGEST = 1 << 20;
    static final String NAME = "netwatch.log";

    private static final Set<OpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

    private final Home home;

    LogFile(Home home) {
        this.home = home;
    }

    /** One message, with its trace, each line of which is indented so that no message can pose as another. */
    static String text(LogRecord message) {
        StringWriter text = new StringWriter();
        text.append(message.getInstant().toString())
                .append(' ')
                .append(message.getLevel().getName())
                .append(' ')
                .append(String.valueOf(message.getLoggerName()))
                .append(": ")
                .append(new SimpleFormatter().formatMessage(message));
        if (message.getThrown() != null) {
            text.append('\n');
            message.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString().strip().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?").replace("\n", "\n    ") + "\n";
    }

    /** @return whether it is on the disk */
    synchronized boolean append(String text) {
        try {
            if (home.prepare().isPresent()) {
                return false;
            }
            rotate();
            write(text);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path path() {
        return home.file(NAME);
    }

    private void rotate() throws IOException {
        if (Files.isRegularFile(path(), LinkOption.NOFOLLOW_LINKS) && Files.size(path()) >= LARGEST) {
            Files.move(path(), home.file(NAME + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(String text) throws IOException {
        boolean isNew = Files.notExists(path(), LinkOption.NOFOLLOW_LINKS);
        FileAttribute<?>[] forUs = OwnerOnly.HERE.file();
        try (SeekableByteChannel file = Files.newByteChannel(path(), APPEND, forUs)) {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
        if (isNew) {
            OwnerOnly.HERE.settle(path(), forUs);
            home.giveToOwner(path());
        }
    }
}
