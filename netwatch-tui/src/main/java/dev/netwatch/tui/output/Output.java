package dev.netwatch.tui.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Standard output, as a command sees it: whole lines, and an error that is not swallowed. One that nobody reads any more
 * is no failure, but the end.
 */
public final class Output {
    private static final String MARKS = "–×…";
    private static final String PLAIN = "-x.";

    private final Writer writer;
    private final boolean ascii;

    /**
     * @param charset what text is written in; what it lacks becomes a question mark
     * @param ascii whether our own marks keep to ASCII; so they do where the charset lacks them
     */
    public Output(OutputStream out, Charset charset, boolean ascii) {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 16);
        this.ascii = ascii || !charset.newEncoder().canEncode(MARKS);
    }

    /**
     * Writes a line; it may wait in a buffer.
     *
     * @throws ClosedPipeException if nobody reads any more
     * @throws OutputException if it cannot be written
     */
    public void line(CharSequence text) {
        try {
            writer.append(ascii ? asAscii(text) : text).append('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /* One character for one, so that columns stay where they are. */
    private static String asAscii(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int mark = MARKS.indexOf(c);
            plain.append(mark >= 0 ? PLAIN.charAt(mark) : c < 0x7f ? c : '?');
        }
        return plain.toString();
    }

    /** Writes what waits; throws as {@link #line}. */
    public void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /* The JDK tells EPIPE from other errors by nothing but the system's words for it. */
    private static RuntimeException failed(IOException e) {
        String message = String.valueOf(e.getMessage());
        boolean closed = message.contains("Broken pipe")
                || message.contains("EPIPE")
                || message.contains("pipe is being closed")
                || message.contains("Pipe closed");
        return closed ? new ClosedPipeException(e) : new OutputException(e);
    }
}
