package dev.netwatch.adapters.collect.windows;

import java.nio.ByteBuffer;

/** Text of Windows in memory: UTF-16, ended by a zero. */
final class WideText {
    private WideText() {}

    /** @param longest in characters; the text ends there, or where the bytes do, if no zero comes before */
    static String read(ByteBuffer bytes, int at, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = at; text.length() < longest && i >= 0 && i + 1 < bytes.limit(); i += Character.BYTES) {
            char next = (char) (bytes.get(i) & 0xff | (bytes.get(i + 1) & 0xff) << 8);
            if (next == 0) {
                break;
            }
            text.append(next);
        }
        return text.toString();
    }
}
