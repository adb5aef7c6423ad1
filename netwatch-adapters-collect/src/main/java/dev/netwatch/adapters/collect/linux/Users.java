package dev.netwatch.adapters.collect.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of users, from the local file alone: a directory service could keep a sample waiting.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/passwd.5.html">passwd(5)</a>
 */
final class Users {
    private final Path file;
    private final Map<Long, String> names = new HashMap<>();
    private FileTime read = FileTime.fromMillis(0);

    Users(Path passwd) {
        file = passwd;
    }

    /** The user's name; the number itself where the file has none. */
    String name(long uid) {
        String known = names.get(uid);
        if (known == null) {
            refresh();
            known = names.getOrDefault(uid, Long.toString(uid));
        }
        return known;
    }

    private void refresh() {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            if (!changed.equals(read)) {
                read = changed;
                names.clear();
                Files.readAllLines(file, StandardCharsets.ISO_8859_1).forEach(this::add);
            }
        } catch (IOException e) {
            names.clear();
        }
    }

    /* Of two names for one number the first counts, as for the C library. */
    private void add(String line) {
        List<String> fields = List.of(line.split(":", -1));
        if (fields.size() >= 3
                && fields.get(2).matches("\\d{1,10}")
                && !fields.get(0).isEmpty()) {
            names.putIfAbsent(Long.parseLong(fields.get(2)), fields.get(0));
        }
    }
}
