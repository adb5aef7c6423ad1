package dev.netwatch.tui.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** The file {@code config.yaml} in the home folder. It need not be there. */
public final class ConfigFile {
    private static final int LONGEST = 1 << 20;

    private final Home home;

    public ConfigFile(Home home) {
        this.home = home;
    }

    public Path path() {
        return home.file("config.yaml");
    }

    /** @throws UsageException if it is there and cannot be read or is wrong; names file, line and key */
    public NetwatchConfig read() {
        String text = text();
        return text.isEmpty() ? NetwatchConfig.DEFAULT : new ConfigParser(path().toString()).parse(text);
    }

    /** What stands in it; nothing if it is not there. */
    String text() {
        if (!Files.isDirectory(home.folder())) {
            return "";
        }
        if (Files.exists(path()) && !Files.isRegularFile(path())) { // reading a pipe would wait for its writer
            throw new UsageException(path() + " is no file; it holds a few lines of configuration");
        }
        byte[] bytes;
        try (InputStream file = Files.newInputStream(path(), openOptions())) {
            bytes = file.readNBytes(LONGEST + 1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UsageException(path() + " cannot be read: " + Failures.reason(e));
        }
        if (bytes.length > LONGEST) {
            throw new UsageException(path() + " is longer than 1 MiB; it holds a few lines of configuration only");
        }
        return text(bytes);
    }

    /* Under sudo the folder is another user's, who may have put a link to somebody else's file there. */
    private OpenOption[] openOptions() {
        return home.owner().isPresent() ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS} : new OpenOption[0];
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UsageException(path() + " is not UTF-8 text");
        }
    }
}
