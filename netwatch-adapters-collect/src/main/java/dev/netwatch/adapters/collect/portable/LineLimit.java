package dev.netwatch.adapters.collect.portable;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/*
 * Stands below a BufferedReader, which reads on only within a line that has not ended yet: so it is always the line
 * now being read that is found too long.
 */
/** Refuses to read on in a line that is longer than a limit. Not thread-safe. */
final class LineLimit extends FilterReader {
    private final int longest;
    private long inLine;

    /** @param longest in characters */
    LineLimit(Reader in, int longest) {
        super(in);
        this.longest = longest;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        if (inLine > longest) {
            throw new IOException("longer than " + longest + " characters");
        }
        int count = super.read(into, from, most);
        for (int i = from; i < from + count; i++) {
            inLine = into[i] == '\n' || into[i] == '\r' ? 0 : inLine + 1;
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
