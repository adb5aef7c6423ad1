package dev.netwatch.adapters.collect.macos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Names as lsof writes them: bytes it cannot print as {@code \xe5}, so that each name stays on its line. */
final class LsofText {
    private LsofText() {}

    /** The name itself, as UTF-8; foreign text. */
    static String decode(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream name = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = bytes[i] == '\\' ? hex(bytes, i) : -1;
            if (escaped >= 0) {
                name.write(escaped);
                i += 3;
            } else {
                name.write(bytes[i]);
            }
        }
        return name.toString(StandardCharsets.UTF_8);
    }

    /** The byte that {@code \xNN} at this place stands for, or -1. */
    private static int hex(byte[] bytes, int at) {
        if (at + 3 >= bytes.length || bytes[at + 1] != 'x') {
            return -1;
        }
        int high = Character.digit(bytes[at + 2], 16);
        int low = Character.digit(bytes[at + 3], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
