package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.notice.Notice;
import dev.netwatch.domain.notice.SourceException;
import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records into a file of its own, which only its owner may read: it says who talked to whom. The file is made with the
 * first sample, and one that is there already is left as it is.
 */
final class FileSampleRecorder implements SampleRecorder {
    private static final Logger LOG = System.getLogger(FileSampleRecorder.class.getName());

    private final Path file;
    private final String source;
    private final Set<Capability> capabilities;
    private final SampleWriter writer;
    private @Nullable FileChannel channel;
    private boolean closed;

    FileSampleRecorder(Path file, String source, Set<Capability> capabilities, boolean arguments) {
        this.file = file;
        this.source = source;
        this.capabilities = new TreeSet<>(capabilities);
        this.writer = new SampleWriter(arguments);
    }

    @Override
    public void record(Sample sample) {
        if (closed) {
            throw new IllegalStateException("this recorder is closed");
        }
        try {
            FileChannel opened = channel;
            if (opened == null) {
                opened = create();
                channel = opened;
                write(opened, writer.header(source, capabilities));
            }
            write(opened, writer.sample(sample));
            opened.force(false);
        } catch (FileAlreadyExistsException e) {
            throw new SourceException(
                    Notice.error("recording-exists", file + " is there already; choose another name or remove it."), e);
        } catch (IOException e) {
            throw Recording.unwritable(file, e);
        }
    }

    private FileChannel create() throws IOException {
        FileAttribute<?>[] forUs = OwnerOnly.HERE.file();
        FileChannel created =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forUs);
        OwnerOnly.HERE.settle(file, forUs);
        return created;
    }

    private static void write(FileChannel channel, byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() {
        closed = true;
        FileChannel opened = channel;
        channel = null;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "closing " + file + " failed: " + e.getMessage());
            }
        }
    }
}
