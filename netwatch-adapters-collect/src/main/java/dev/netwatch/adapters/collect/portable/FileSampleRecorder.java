package dev.netwatch.adapters.collect.portable;

import dev.netwatch.domain.port.SampleRecorder;
import dev.netwatch.domain.sample.Capability;
import dev.netwatch.domain.sample.Sample;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records into a file of its own, which only its owner may read: it says who talked to whom. The file is made with the
 * first sample, and one that is there already is left as it is. A sample that finds no room leaves no trace.
 */
final class FileSampleRecorder implements SampleRecorder {
    private static final Logger LOG = System.getLogger(FileSampleRecorder.class.getName());

    private final Path file;
    private final String source;
    private final Set<Capability> capabilities;
    private final SampleWriter writer;
    private final Disk disk;
    private @Nullable FileChannel channel;
    private long recorded;
    private boolean closed;

    /** Where bytes go; a test has one that is full. */
    @FunctionalInterface
    interface Disk {
        void write(FileChannel channel, ByteBuffer bytes) throws IOException;
    }

    FileSampleRecorder(Path file, String source, Set<Capability> capabilities, boolean arguments) {
        this(file, source, capabilities, arguments, FileChannel::write);
    }

    FileSampleRecorder(Path file, String source, Set<Capability> capabilities, boolean arguments, Disk disk) {
        this.file = file;
        this.source = source;
        this.capabilities = new TreeSet<>(capabilities);
        this.writer = new SampleWriter(arguments);
        this.disk = disk;
    }

    @Override
    public void record(Sample sample) {
        if (closed) {
            throw new IllegalStateException("this recorder is closed");
        }
        try {
            FileChannel opened = channel == null ? create() : channel;
            if (recorded == 0) {
                write(opened, writer.header(source, capabilities));
            }
            write(opened, writer.sample(sample));
            opened.force(false);
            recorded = opened.position();
        } catch (FileAlreadyExistsException e) {
            throw Recording.exists(file, e);
        } catch (IOException e) {
            dropUnfinished();
            throw Recording.unwritable(file, e);
        }
    }

    private FileChannel create() throws IOException {
        FileAttribute<?>[] forUs = OwnerOnly.HERE.file();
        FileChannel created =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forUs);
        channel = created;
        OwnerOnly.HERE.settle(file, forUs);
        return created;
    }

    private void write(FileChannel opened, byte[] line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            disk.write(opened, bytes);
        }
    }

    /* Without a channel the file is not ours. */
    private void dropUnfinished() {
        FileChannel opened = channel;
        if (opened == null) {
            return;
        }
        try {
            if (recorded > 0) {
                opened.truncate(recorded);
            } else {
                channel = null;
                opened.close();
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the unfinished end of " + file + " stays: " + e.getMessage());
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
